import type { HotTopics, InsightsOverview, OverviewFigures, RecurringCauses } from '@huiying/contracts';
import { CAUSE_AREA_NAMES, CAUSE_NAMES, type CauseCode } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { BarTable, useShown } from './bar-table.js';

/** Received, answered in time, satisfied, open, valid-complaint rate with the change; what complaints were about; what is hot. */
export function OverviewTab({ asked }: { asked: string }) {
  const { t } = useWords();
  const overview = useQuery({
    queryKey: ['insights-overview', asked],
    queryFn: ({ signal }) => api<InsightsOverview>(`/api/insights/overview?${asked}`, { signal }),
  });
  if (overview.isPending) return <Loading rows={8} />;
  if (overview.isError) return <Trouble error={overview.error} onRetry={() => void overview.refetch()} />;
  const { data } = overview;
  return (
    <>
      <p className="quiet">
        {t('insights.asOf', { time: tableDate(data.asOf) })} ·{' '}
        {t('insights.range', { from: data.from, until: data.until })}
      </p>
      <Figures now={data.now} before={data.before} />
      <Kinds overview={data} />
      <Topics asked={asked} />
      <Recurring asked={asked} />
    </>
  );
}

const KEYS = [
  'received',
  'onTimePercent',
  'satisfiedPercent',
  'open',
  'overdue',
  'paused',
  'valid',
  'invalid',
  'suggestions',
  'households',
  'validComplaintRate',
] as const satisfies (keyof OverviewFigures)[];
const PERCENT: readonly string[] = ['onTimePercent', 'satisfiedPercent', 'validComplaintRate'];

function Figures({ now, before }: { now: OverviewFigures; before: OverviewFigures }) {
  const { t } = useWords();
  const show = (key: (typeof KEYS)[number], value: number | null) => {
    if (value === null) return t(key === 'households' ? 'insights.notRegistered' : 'insights.notAvailable');
    if (key === 'validComplaintRate') return `${value.toFixed(2)}%`;
    return PERCENT.includes(key) ? `${value}%` : String(value);
  };
  return (
    <BarTable
      caption={t('insights.figures')}
      columns={[t('insights.figure'), t('insights.now'), t('insights.before')]}
      rows={KEYS.map((key) => ({
        key,
        label: t(`insights.figure.${key}`),
        size: null,
        cells: [<strong key="now">{show(key, now[key])}</strong>, show(key, before[key])],
      }))}
    />
  );
}

function Kinds({ overview }: { overview: InsightsOverview }) {
  const { t, code } = useWords();
  const name = useCodeNames();
  const shown = useShown();
  return (
    <>
      <BarTable
        caption={t('insights.byKind')}
        columns={[t('case.kind'), t('insights.count')]}
        rows={overview.byKind.map(({ kind, count }) => ({
          key: kind ?? '-',
          label: name('kind', kind) || t('case.kindOpen'),
          size: count,
          cells: [count],
        }))}
      />
      {overview.byStore.length > 0 && (
        <BarTable
          caption={t('insights.byStore')}
          columns={[t('insights.store'), t('insights.count')]}
          rows={overview.byStore.map(({ unitId, name: store, count }) => ({
            key: unitId,
            label: store,
            size: 'count' in count ? count.count : null,
            cells: [shown(count)],
          }))}
        />
      )}
      {overview.sealed.length > 0 && (
        <ul>
          {overview.sealed.map(({ kind, year, count }) => (
            <li key={kind}>
              {t('insights.sealed', { kind: code('insights.sealedKind', kind), year, count: shown(count) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Topics({ asked }: { asked: string }) {
  const { t } = useWords();
  const topics = useQuery({
    queryKey: ['insights-topics', asked],
    queryFn: ({ signal }) => api<HotTopics>(`/api/insights/hot-topics?${asked}`, { signal }),
  });
  if (topics.isPending) return <Loading rows={3} />;
  if (topics.isError) return <Trouble error={topics.error} onRetry={() => void topics.refetch()} />;
  if (topics.data.items.length === 0) return <Empty text={t('insights.noTopics')} />;
  return (
    <BarTable
      caption={t('insights.hotTopics')}
      columns={[
        t('insights.subject'),
        t('insights.place'),
        t('insights.company'),
        t('insights.week'),
        t('insights.count'),
        t('insights.weekBefore'),
      ]}
      rows={topics.data.items.map((topic) => ({
        key: topic.hotTopicId,
        label: topic.word,
        size: topic.count,
        cells: [topic.project ?? '—', topic.organisation, `${topic.from} – ${topic.to}`, topic.count, topic.before],
      }))}
    />
  );
}

function Recurring({ asked }: { asked: string }) {
  const { t, pick } = useWords();
  const causes = useQuery({
    queryKey: ['insights-recurring', asked],
    queryFn: ({ signal }) => api<RecurringCauses>(`/api/insights/recurring?${asked}`, { signal }),
  });
  if (causes.isPending) return <Loading rows={3} />;
  if (causes.isError) return <Trouble error={causes.error} onRetry={() => void causes.refetch()} />;
  if (causes.data.items.length === 0)
    return <Empty text={t('insights.noRecurring', { count: causes.data.recurringFrom })} />;
  return (
    <BarTable
      caption={t('insights.recurring')}
      columns={[t('insights.cause'), t('insights.area'), t('insights.count')]}
      rows={causes.data.items.map(({ area, causeCode, count }) => ({
        key: `${area}.${causeCode}`,
        label: pick(CAUSE_NAMES[causeCode as CauseCode] ?? { zh: causeCode, en: causeCode }),
        size: count,
        cells: [pick(CAUSE_AREA_NAMES[area]), count],
      }))}
    />
  );
}
