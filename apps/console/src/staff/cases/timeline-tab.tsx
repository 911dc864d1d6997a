import type { CaseTimeline, TimelineEntry } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { longDate, shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { Basis } from './basis.js';
import { detailLine } from './timeline-detail.js';

type Filter = 'all' | 'decisions' | 'notices' | 'limits' | 'notes';

const OF: Record<Exclude<Filter, 'all'>, (type: string) => boolean> = {
  decisions: (type) => /^(decision|case\.(accepted|diverted|routed|severity-changed)|review|rating)/.test(type),
  notices: (type) => /^(notice|outcome|supplement)/.test(type),
  limits: (type) => type.startsWith('deadline') || type.startsWith('overdue'),
  notes: (type) => type === 'note',
};

/** Every step with who, when and the rules behind it, newest first. */
export function TimelineTab({ path, caseNo }: { path: string; caseNo: string }) {
  const { t } = useWords();
  const [filter, setFilter] = useState<Filter>('all');
  const timeline = useQuery({
    queryKey: ['case-timeline', caseNo],
    queryFn: ({ signal }) => api<CaseTimeline>(`${path}/timeline`, { signal }),
    refetchInterval: 30_000,
  });
  if (timeline.isPending) return <Loading />;
  if (timeline.isError) return <Trouble error={timeline.error} onRetry={() => void timeline.refetch()} />;
  const shown = timeline.data.items.filter((entry) => filter === 'all' || OF[filter](entry.type)).toReversed();
  return (
    <>
      <Segmented<Filter>
        value={filter}
        onChange={setFilter}
        options={(['all', 'decisions', 'notices', 'limits', 'notes'] as const).map((value) => ({
          value,
          label: t(`timeline.${value}`),
        }))}
      />
      {shown.length === 0 ? (
        <Empty text={t(filter === 'all' ? 'timeline.empty' : 'timeline.filteredEmpty')} />
      ) : (
        <ol className="timeline">
          {shown.map((entry) => (
            <Entry key={entry.id} entry={entry} caseNo={caseNo} />
          ))}
        </ol>
      )}
    </>
  );
}

function Entry({ entry, caseNo }: { entry: TimelineEntry; caseNo: string }) {
  const { t, pick, language } = useWords();
  const detail = detailLine(entry.detail, language, t);
  return (
    <li>
      <time dateTime={entry.at} title={longDate(entry.at, language)}>
        {shortDate(entry.at, language)}
      </time>
      <div className="timeline-text">
        <p className="timeline-title">
          <span>{pick(entry.title)}</span>
          <span className="quiet">{entry.actorName ?? actor(entry.actorId, t)}</span>
        </p>
        {entry.text && <p className="case-text">{entry.text}</p>}
        {detail && <p className="quiet">{detail}</p>}
        <Basis ids={entry.ruleIds} caseNo={caseNo} />
      </div>
    </li>
  );
}

function actor(id: string, t: ReturnType<typeof useWords>['t']): string {
  if (id === 'system' || id === 'clock') return t('timeline.system');
  if (id === 'complainant') return t('timeline.complainant');
  return '';
}
