import type { CaseView, LinkPreview, SimilarCase } from '@huiying/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** Both texts side by side, what linking would change, and the two reversible steps. */
export function Compare({ caseNo, other }: { caseNo: string; other: SimilarCase | undefined }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [done, setDone] = useState('');
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const mine = useCase(caseNo);
  const masterNo = other && (other.masterNo ?? other.caseNo);

  const send = async (method: 'POST' | 'DELETE', master: string, said: string) => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      await api(`/api/cases/${caseNo}/links`, { method, json: { masterNo: master } });
      setDone(said);
      await queries.invalidateQueries();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  if (mine.isPending) return <Loading />;
  if (mine.isError) return <Trouble error={mine.error} onRetry={() => void mine.refetch()} />;
  const { masterNo: follows } = mine.data;
  return (
    <div className="stack">
      <p aria-live="polite">{done}</p>
      {Boolean(trouble) && <Trouble error={trouble} onRetry={() => setTrouble(undefined)} />}
      {follows && (
        <p>
          <Button disabled={busy} onClick={() => void send('DELETE', follows, t('linking.left', { caseNo: follows }))}>
            {t('linking.leave', { caseNo: follows })}
          </Button>
        </p>
      )}
      {masterNo && masterNo !== follows && (
        <>
          <h3>{t('linking.compare')}</h3>
          {other.masterNo && <p className="quiet">{t('linking.ofMaster', { caseNo: other.masterNo })}</p>}
          <div className="desk">
            <CaseText title={t('linking.this')} found={mine.data} />
            <Other caseNo={masterNo} />
          </div>
          <Effect
            caseNo={caseNo}
            masterNo={masterNo}
            busy={busy}
            onJoin={() => void send('POST', masterNo, t('linking.joined', { caseNo: masterNo }))}
          />
        </>
      )}
    </div>
  );
}

function useCase(caseNo: string) {
  return useQuery({
    queryKey: ['case', caseNo],
    queryFn: ({ signal }) => api<CaseView>(`/api/cases/${caseNo}`, { signal }),
  });
}

function Other({ caseNo }: { caseNo: string }) {
  const { t } = useWords();
  const found = useCase(caseNo);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  return <CaseText title={t('linking.that')} found={found.data} />;
}

function CaseText({ title, found }: { title: string; found: CaseView }) {
  const { pick, language } = useWords();
  const name = useCodeNames();
  const { project, building, room } = found.place;
  return (
    <section aria-label={title}>
      <h4>
        {title} <Link to={`/cases/${found.caseNo}`}>{found.caseNo}</Link>
      </h4>
      <p className="quiet">
        {[
          [project, building, room].filter(Boolean).join(' '),
          name('topic', found.topic ?? found.suggestedTopic),
          pick(found.stateText),
          shortDate(found.receivedAt, language),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {found.subject && <p>{found.subject}</p>}
      <p className="case-text">{found.description}</p>
      {found.demand && <p className="case-text">{found.demand}</p>}
    </section>
  );
}

function Effect(props: { caseNo: string; masterNo: string; busy: boolean; onJoin: () => void }) {
  const { t, code } = useWords();
  const { caseNo, masterNo } = props;
  const preview = useQuery({
    queryKey: ['link-preview', caseNo, masterNo],
    queryFn: ({ signal }) =>
      api<LinkPreview>(`/api/cases/${caseNo}/links/preview?masterNo=${encodeURIComponent(masterNo)}`, { signal }),
  });
  if (preview.isPending) return <Loading rows={1} />;
  if (preview.isError) return <Trouble error={preview.error} onRetry={() => void preview.refetch()} />;
  const { refusal, sameHousehold, now, then } = preview.data;
  if (refusal) return <p className="wrong">{code('linking.refused', refusal)}</p>;
  const becomesMajor = then.severity === 'major' && now.severity !== 'major';
  return (
    <>
      <p>
        {[
          t('linking.effect', { from: now.households, to: then.households }),
          sameHousehold ? t('linking.sameHousehold') : '',
          becomesMajor ? t('linking.becomesMajor') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Button type="primary" disabled={props.busy} onClick={props.onJoin}>
        {t('linking.join')}
      </Button>
    </>
  );
}
