import { type Name, REPORT_TELLING_NAMES, type ReportFile, type ReportSheet } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { ReportActs } from './report-acts.js';
import { ReportSteps } from './report-steps.js';

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
          {report.data.steps && (
            <ReportSteps steps={report.data.steps} path={path} onChanged={() => void report.refetch()} />
          )}
          <ReportActs path={path} sealed={report.data.state === 'sealed'} onChanged={() => void report.refetch()} />
        </>
      )}
    </>
  );
}

function Sheet({ report, path }: { report: ReportSheet; path: string }) {
  const { t, pick } = useWords();
  const [trouble, setTrouble] = useState<unknown>();
  const show = (file: ReportFile) => open(path, file).then(() => setTrouble(undefined), setTrouble);
  const tellings: Partial<Record<string, Name>> = REPORT_TELLING_NAMES;
  const telling = tellings[report.tellBy];
  const texts = [
    ['receivedOn', report.receivedOn],
    ['form', t(`reports.form.${report.reportForm}`)],
    ['tellBy', telling ? pick(telling) : ''],
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
            {report.files.map((file) => (
              <Button key={file.n} onClick={() => void show(file)}>
                {t('reports.file', { n: file.n, kind: t(`reports.kind.${KINDS[file.contentType] ?? 'other'}`) })}
                {file.original && ` · ${t('reports.original')}`}
              </Button>
            ))}
          </p>
          {report.files.some(({ original }) => original) && <p className="quiet">{t('reports.originalHint')}</p>}
          {Boolean(trouble) && <Trouble error={trouble} />}
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

/** Kinds of files, by what their bytes are; the ending that a saved one gets. */
const KINDS: Readonly<Record<string, 'picture' | 'pdf' | 'docx' | 'xlsx' | 'mp3' | 'm4a'>> = {
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/webp': 'picture',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
};

/** Pictures are shown from memory in a tab of their own; anything that could do more than be looked at is saved, never opened here. */
async function open(path: string, { n, contentType }: ReportFile): Promise<void> {
  const content = await api<Blob>(`${path}/files/${n}`, { file: true });
  const address = URL.createObjectURL(content);
  const kind = KINDS[contentType];
  if (kind === 'picture') window.open(address, '_blank', 'noopener');
  else {
    const link = document.createElement('a');
    link.href = address;
    link.download = `${n}.${kind ?? 'bin'}`;
    link.click();
  }
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
