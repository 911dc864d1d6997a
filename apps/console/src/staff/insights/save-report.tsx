import type { ReportRow } from '@huiying/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** The token is in memory alone, so the file is fetched and handed to the browser; its name is the report's. */
export function SaveReport({ row, kind }: { row: ReportRow; kind: 'pdf' | 'xlsx' }) {
  const { t, pick } = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const path = `/api/insights/reports/${encodeURIComponent(row.reportNo)}/report.${kind}`;
      const address = URL.createObjectURL(await api<Blob>(path, { file: true }));
      const link = document.createElement('a');
      link.href = address;
      link.download = `${row.unit} ${pick(row.title)} ${row.period}.${kind}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const what = `${row.unit} ${pick(row.title)} ${row.period}`;
  return (
    <>
      <Button
        size="small"
        loading={busy}
        aria-label={t(kind === 'pdf' ? 'insights.savePdf' : 'insights.saveXlsx', { report: what })}
        onClick={() => void save()}
      >
        {kind === 'pdf' ? 'PDF' : 'Excel'}
      </Button>
      {error !== undefined && <Trouble error={error} onRetry={() => void save()} />}
    </>
  );
}
