import type { IncidentList } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { StalledTasksPart } from './stalled-tasks.js';
import { byCause, type Health, notReady, type ParkedEvent, type StuckRow } from './stuck.js';
import { UnlistedMovesPart } from './unlisted-moves.js';

const REFRESH_MS = 10_000;

/** Is anything stuck, and what do I press? Incidents by cause, tasks of posts that nobody holds, rows that do not leave, events nobody could handle, moves kept out, health. */
export function OpsPage() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('ops.title')} />
      <Readiness />
      <section className="ops-part" aria-labelledby="ops-incidents">
        <h2 id="ops-incidents">{t('ops.incidents')}</h2>
        <Incidents />
      </section>
      <section className="ops-part" aria-labelledby="ops-stalled">
        <h2 id="ops-stalled">{t('ops.stalled')}</h2>
        <StalledTasksPart />
      </section>
      <section className="ops-part" aria-labelledby="ops-outbox">
        <h2 id="ops-outbox">{t('ops.outbox')}</h2>
        <OutboxRows />
      </section>
      <section className="ops-part" aria-labelledby="ops-parked">
        <h2 id="ops-parked">{t('ops.parked')}</h2>
        <Parked />
      </section>
      <section className="ops-part" aria-labelledby="ops-unlisted">
        <h2 id="ops-unlisted">{t('ops.unlisted')}</h2>
        <UnlistedMovesPart />
      </section>
    </>
  );
}

/** `GET /health/ready` is open to all and names what is not ready; 503 carries the same body. */
function Readiness() {
  const { t } = useWords();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: async ({ signal }) => {
      const answer = await fetch('/health/ready', { signal, cache: 'no-store' });
      return { ok: answer.ok, body: (await answer.json().catch(() => ({}))) as Health };
    },
    refetchInterval: REFRESH_MS,
  });
  if (health.isPending) return <Loading rows={1} />;
  if (health.isError) return <Trouble error={health.error} onRetry={() => void health.refetch()} />;
  const open = notReady(health.data.body);
  return health.data.ok ? (
    <p className="ops-health">
      {t('ops.ready')}{' '}
      <span className="quiet">{t('ops.parts', { count: Object.keys(health.data.body.checks ?? {}).length })}</span>
    </p>
  ) : (
    <Alert type="error" role="alert" title={t('ops.notReady')} description={open.join('、')} />
  );
}

function Incidents() {
  const { t, code, language } = useWords();
  const incidents = useQuery({
    queryKey: ['ops-incidents'],
    queryFn: ({ signal }) => api<IncidentList>('/api/ops/incidents', { signal }),
    refetchInterval: REFRESH_MS,
  });
  const retry = useRetry(() => incidents.refetch());
  if (incidents.isPending) return <Loading rows={3} />;
  if (incidents.isError) return <Trouble error={incidents.error} onRetry={() => void incidents.refetch()} />;
  const groups = byCause(incidents.data.items);
  return (
    <>
      <Outcome retry={retry} />
      {groups.length === 0 && <Empty text={t('ops.noIncidents')} />}
      <ul className="ops-list">
        {groups.map((group) => (
          <li key={group.id}>
            <p className="ops-head">
              <strong>
                {code('process', group.processId)} · {group.elementId}
              </strong>
              <span className="quiet">
                {t('ops.count', { count: group.incidents.length })} · {t('ops.since', { date: tableDate(group.since) })}
              </span>
            </p>
            <p>
              {code('incident', group.errorType)}
              <span className="ops-raw" lang={language === 'en' ? undefined : 'en'}>
                {group.message}
              </span>
            </p>
            <p className="quiet">{subjects(group.incidents.map(({ subjectNo }) => subjectNo))}</p>
            <p className="quiet">{t(group.errorType === 'JOB_NO_RETRIES' ? 'ops.hintJob' : 'ops.hintModel')}</p>
            <Button
              loading={retry.busy === group.id}
              onClick={() =>
                void retry.run(
                  group.id,
                  group.incidents.map(
                    (incident) => () =>
                      api(`/api/ops/incidents/${encodeURIComponent(incident.key)}/retry`, {
                        method: 'POST',
                        json: {},
                      }),
                  ),
                )
              }
            >
              {t('ops.retry', { count: group.incidents.length })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

const MOST_SUBJECTS = 5;

/** Numbers of the first few that are stuck. */
function subjects(numbers: readonly (string | null)[]): string {
  const known = [...new Set(numbers.filter((number) => number !== null))];
  return known.slice(0, MOST_SUBJECTS).join(' · ') + (known.length > MOST_SUBJECTS ? ' …' : '');
}

function OutboxRows() {
  const { t, code } = useWords();
  const rows = useQuery({
    queryKey: ['ops-outbox'],
    queryFn: ({ signal }) => api<{ items: StuckRow[] }>('/api/ops/outbox', { signal }),
    refetchInterval: REFRESH_MS,
  });
  const retry = useRetry(() => rows.refetch());
  if (rows.isPending) return <Loading rows={3} />;
  if (rows.isError) return <Trouble error={rows.error} onRetry={() => void rows.refetch()} />;
  return (
    <>
      <Outcome retry={retry} />
      {rows.data.items.length === 0 && <Empty text={t('ops.noOutbox')} />}
      <ul className="ops-list">
        {rows.data.items.map((row) => (
          <li key={row.id}>
            <p className="ops-head">
              <strong>
                {code('ops.kind', row.kind)} {row.type}
              </strong>
              <span className="quiet">
                {code('ops.state', row.state)} · {row.subject} · {tableDate(row.createdAt)}
              </span>
            </p>
            <p className="quiet">
              {row.heldFor
                ? t('ops.heldFor', { process: code('process', row.heldFor) })
                : t('ops.tried', { count: row.attempts })}
              {row.lastError && <span className="ops-raw">{row.lastError}</span>}
            </p>
            {row.state === 'parked' && (
              <Button
                loading={retry.busy === row.id}
                onClick={() =>
                  void retry.run(row.id, [() => api(`/api/ops/outbox/${row.id}/retry`, { method: 'POST', json: {} })])
                }
              >
                {t('ops.again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Parked() {
  const { t } = useWords();
  const rows = useQuery({
    queryKey: ['ops-parked'],
    queryFn: ({ signal }) => api<{ items: ParkedEvent[] }>('/api/ops/parked', { signal }),
    refetchInterval: REFRESH_MS,
  });
  const retry = useRetry(() => rows.refetch());
  if (rows.isPending) return <Loading rows={3} />;
  if (rows.isError) return <Trouble error={rows.error} onRetry={() => void rows.refetch()} />;
  return (
    <>
      <Outcome retry={retry} />
      {rows.data.items.length === 0 && <Empty text={t('ops.noParked')} />}
      <ul className="ops-list">
        {rows.data.items.map((row) => (
          <li key={`${row.schema}${row.group}${row.id}`}>
            <p className="ops-head">
              <strong>
                {row.type} → {row.group}
              </strong>
              <span className="quiet">
                {row.key} · {tableDate(row.parkedAt)} · {t('ops.tried', { count: row.attempts })}
              </span>
            </p>
            <p className="quiet">
              <span className="ops-raw">{row.error}</span>
            </p>
            <Button
              loading={retry.busy === row.id}
              onClick={() =>
                void retry.run(row.id, [
                  async () => {
                    const { schema, group, key } = row;
                    const result = await api<{ stopped?: { error: string } }>('/api/ops/parked/replay', {
                      method: 'POST',
                      json: { schema, group, key },
                    });
                    if (result.stopped) throw new Error(result.stopped.error);
                  },
                ])
              }
            >
              {t('ops.replay')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Retry {
  busy: string;
  /** Of the last round: counted after each answer, never guessed. */
  result?: { done: number; failed: number; error?: string };
  run: (id: string, calls: (() => Promise<unknown>)[]) => Promise<void>;
}

function useRetry(refetch: () => Promise<unknown>): Retry {
  const [busy, setBusy] = useState('');
  const [result, setResult] = useState<Retry['result']>();
  const run: Retry['run'] = async (id, calls) => {
    setBusy(id);
    let done = 0;
    let error: string | undefined;
    for (const call of calls) {
      try {
        await call();
        done++;
      } catch (refused) {
        error = refused instanceof Error ? refused.message : String(refused);
      }
    }
    setResult({ done, failed: calls.length - done, error });
    setBusy('');
    await refetch();
  };
  return { busy, result, run };
}

function Outcome({ retry }: { retry: Retry }) {
  const { t } = useWords();
  if (!retry.result) return null;
  const { done, failed, error } = retry.result;
  return (
    <p className={failed > 0 ? 'wrong' : 'done-line'} role="status">
      {t('ops.outcome', { done, failed })} {error}
    </p>
  );
}
