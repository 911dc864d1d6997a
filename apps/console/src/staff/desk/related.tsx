import type { CallerMatches, ClassificationAnswer, SimilarCases } from '@huiying/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { dayDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { api } from '../session/session.js';
import type { Entry } from './registration.js';

const QUIET_MS = 700;

/** 可能相关: earlier cases of the caller, what happened in the same building, and the kind that the words suggest. */
export function Related(props: {
  entry: Entry;
  onLink: (masterNo: string) => void;
  onSuggested: (suggested: Partial<Entry>) => void;
}) {
  const { t } = useWords();
  return (
    <aside className="related" aria-label={t('desk.related')}>
      <h2>{t('desk.related')}</h2>
      <Suggestion {...props} />
      <Caller entry={props.entry} />
      <Similar {...props} />
    </aside>
  );
}

function Suggestion({ entry, onSuggested }: { entry: Entry; onSuggested: (suggested: Partial<Entry>) => void }) {
  const { t } = useWords();
  const name = useCodeNames();
  const text = useQuietly(`${entry.subject} ${entry.description}`.trim());
  const answer = useQuery({
    queryKey: ['classification', text, entry.organisationId, entry.topic, entry.respondentType],
    queryFn: ({ signal }) =>
      api<ClassificationAnswer>('/api/decisions/classification/evaluate', {
        method: 'POST',
        signal,
        json: {
          text,
          ...(entry.organisationId && { organisationId: entry.organisationId }),
          ...(entry.topic && { topic: entry.topic }),
          ...(entry.respondentType && { respondentType: entry.respondentType }),
        },
      }),
    enabled: text.length >= 4,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  const found = answer.data;
  if (!found || found.topic === 'none' || text.length < 4) return null;
  const used = entry.topic === found.topic && entry.kind === (found.kind ?? '');
  return (
    <section>
      <h3>{t('desk.suggested')}</h3>
      <p>
        {name('topic', found.topic)}
        {found.kind && ` · ${name('kind', found.kind)}`}
      </p>
      {found.words.length > 0 && <p className="quiet">{t('desk.because', { words: found.words.join('、') })}</p>}
      {!used && (
        <Button size="small" onClick={() => onSuggested({ topic: found.topic, kind: found.kind ?? '' })}>
          {t('desk.take')}
        </Button>
      )}
    </section>
  );
}

/** Exact look-up by number, never in a URL; what it finds is masked and the look-up is on record. */
function Caller({ entry }: { entry: Entry }) {
  const { t, language } = useWords();
  const name = useCodeNames();
  const phone = useQuietly(entry.phone.replace(/[\s()-]/g, ''));
  const answer = useQuery({
    queryKey: ['caller', phone],
    queryFn: ({ signal }) => api<CallerMatches>('/api/intake/callers', { method: 'POST', json: { phone }, signal }),
    enabled: /^\+?\d{7,15}$/.test(phone),
    staleTime: Infinity,
  });
  if (!answer.data || answer.data.cases.length === 0) return null;
  return (
    <section>
      <h3>{t('desk.caller', { name: answer.data.name ?? '', count: answer.data.cases.length })}</h3>
      <ul className="plain-list">
        {answer.data.cases.map((found) => (
          <li key={found.caseNo}>
            <Link to={`/cases/${found.caseNo}`} target="_blank">
              {found.caseNo}
            </Link>{' '}
            <span className="quiet">
              {dayDate(found.receivedAt, language)} · {name('caseState', found.state)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Similar({ entry, onLink }: { entry: Entry; onLink: (masterNo: string) => void }) {
  const { t, language } = useWords();
  const name = useCodeNames();
  const project = useQuietly(entry.project.trim());
  const building = useQuietly(entry.building.trim());
  const search = new URLSearchParams({ project });
  if (building) search.set('building', building);
  if (entry.organisationId) search.set('organisationId', entry.organisationId);
  if (entry.topic) search.set('topic', entry.topic);
  const answer = useQuery({
    queryKey: ['similar', search.toString()],
    queryFn: ({ signal }) => api<SimilarCases>(`/api/intake/similar?${search.toString()}`, { signal }),
    enabled: project.length > 0,
    staleTime: 30_000,
  });
  if (!project) return <p className="quiet">{t('desk.relatedHint')}</p>;
  if (!answer.data) return null;
  if (answer.data.items.length === 0) return <p className="quiet">{t('desk.noSimilar')}</p>;
  return (
    <section>
      <h3>{t('desk.similar', { count: answer.data.items.length })}</h3>
      <ul className="plain-list">
        {answer.data.items.map((found) => {
          const master = found.masterNo ?? found.caseNo;
          const linked = entry.masterNo === master;
          return (
            <li key={found.caseNo}>
              <Link to={`/cases/${found.caseNo}`} target="_blank">
                {found.caseNo}
              </Link>{' '}
              <span className="quiet">
                {[
                  found.subject ?? name('topic', found.topic),
                  dayDate(found.receivedAt, language),
                  name('caseState', found.state),
                  found.isMaster && t('desk.master'),
                  ...found.because.map((why) => t(`desk.because.${why}`)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <Button size="small" aria-pressed={linked} onClick={() => onLink(master)}>
                {t(linked ? 'desk.unlink' : 'desk.link')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A value once nobody has typed for a while. */
function useQuietly(value: string): string {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return quiet;
}
