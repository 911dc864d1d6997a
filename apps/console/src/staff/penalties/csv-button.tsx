import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** Saves the rows of a list as they are filtered, as CSV. */
export function CsvButton({ path, filter, name }: { path: string; filter: Record<string, string>; name: string }) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const save = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const blob = await api<Blob>(path, { method: 'POST', json: filter, file: true });
      const address = URL.createObjectURL(blob);
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button loading={busy} onClick={() => void save()}>
        {t('penalties.export')}
      </Button>
      {trouble !== undefined && <Trouble error={trouble} />}
    </>
  );
}
