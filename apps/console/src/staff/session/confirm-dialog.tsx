import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Trouble } from '../parts/states.js';
import { session } from './session.js';

/** Over the page when something asks for a recent sign-in: whoever sits there now says that it is them; what was typed stays behind it. */
export function ConfirmDialog({ name }: { name: string }) {
  const { t } = useWords();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const answer = async (confirmed: boolean) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await session.confirm(confirmed);
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('confirm.title')} onClose={() => void answer(false)}>
      <p>{t('confirm.hint')}</p>
      {Boolean(trouble) && <Trouble error={trouble} />}
      <span className="inline-actions end">
        <Button onClick={() => void answer(false)}>{t('confirm.back')}</Button>
        <Button type="primary" loading={busy} onClick={() => void answer(true)}>
          {t('confirm.again', { name })}
        </Button>
      </span>
    </Dialog>
  );
}
