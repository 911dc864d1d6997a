import type { ReportSheet } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { ReportActs } from './report-acts.js';

/** One report for its handlers: what was reported, what was done; who reports is 「举报人」. */
export function ReportPage() {
  const { reportNo = '' } = useParams();
  const { t } = useWords();
  const path = `/api/jb/reports/${encodeURIComponent(reportNo)}`;
  const report = useQuery({
    queryKey: ['jb', 'report', reportNo],
    queryFn: ({ signal }) => api<ReportSheet>(path, { signal }),
    gcTime: 0,
  });
  return (
    <>
      <PageHead title={reportNo} />
      <p>
        <Link to="/jb">{t('reports.back')}</Link>
      </p>
      {report.isPending && <Loading />}
      {report.isError && <Trouble error={report.error} onRetry={() => void report.refetch()} />}
      {report.data && (
        <>
          <Sheet report={report.data} path={path} />
          <ReportActs path={path} sealed={report.data.state === 'sealed'} onChanged={() => void report.refetch()} />
        </>
      )}
    </>
  );
}

function Sheet({ report, path }: { report: ReportSheet; path: string }) {
  const { t, pick } = useWords();
  const texts = [
    ['receivedOn', report.receivedOn],
    ['description', report.description],
    ['evidence', report.evidence],
    ['named', report.named.join('、')],
  ] as const;
  return (
    <>
      <dl className="answers">
        {texts
          .filter(([, text]) => text !== '')
          .map(([key, text]) => (
            <div key={key}>
              <dt>{t(`reports.${key}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {report.files.length > 0 && (
        <>
          <h2>{t('reports.files')}</h2>
          <p className="inline-actions">
            {report.files.map(({ n }) => (
              <Button key={n} onClick={() => void open(path, n)}>
                {t('reports.file', { n })}
              </Button>
            ))}
          </p>
        </>
      )}
      <h2>{t('reports.record')}</h2>
      {report.record.length === 0 && <p className="quiet">{t('reports.noRecord')}</p>}
      <dl className="answers">
        {report.record.map(({ title, on, text }, index) => (
          <div key={index}>
            <dt>
              {pick(title)} · {on}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Opened from memory; the address dies as soon as the picture stands in its own tab. */
async function open(path: string, n: number): Promise<void> {
  const picture = await api<Blob>(`${path}/files/${n}`, { file: true });
  const address = URL.createObjectURL(picture);
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
