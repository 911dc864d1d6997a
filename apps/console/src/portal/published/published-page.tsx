import type { PublicCount, PublishedResult, PublishedResults } from '@huiying/contracts';
import { useState } from 'react';
import { monthDate } from '../../formats/dates.js';
import { useWords } from '../../words/portal-words.js';
import { Page } from '../page.js';
import { Waiting } from '../parts.js';
import { Trouble } from '../trouble.js';
import { useLoaded } from '../use-loaded.js';

const KINDS = [
  'construction-quality',
  'construction-safety',
  'after-sales',
  'sales',
  'leasing',
  'marketing-service',
  'property-service',
  'registration-service',
  'brokerage-store',
  'brokerage-consultant',
  'title-certificate',
] as const;
const YEARS = 3;

interface Asked {
  year: string;
  kind: string;
  project: string;
}

/** P6: how are complaints dealt with here? Coded results and figures; nothing that gives anybody away. */
export function PublishedPage() {
  const { t, code } = useWords();
  const [thisYear] = useState(() => new Date().getFullYear());
  const [asked, setAsked] = useState<Asked>({ year: String(thisYear), kind: '', project: '' });
  const first = useLoaded<PublishedResults>(pathOf(asked));
  const years = Array.from({ length: YEARS }, (_, back) => String(thisYear - back));
  return (
    <Page title={t('public.title')}>
      <p className="lead">{t('public.lead')}</p>
      <div className="choices">
        <Choice
          name="year"
          value={asked.year}
          options={years.map((year) => [year, year])}
          onChange={(year) => setAsked({ ...asked, year, project: '' })}
        />
        <Choice
          name="kind"
          value={asked.kind}
          options={[
            ['', t('public.all')],
            ...KINDS.map((kind) => [kind, code('public.kind', kind)] as [string, string]),
          ]}
          onChange={(kind) => setAsked({ ...asked, kind })}
        />
        <Choice
          name="project"
          value={asked.project}
          options={[
            ['', t('public.all')],
            ...(first.data?.projects ?? []).map((project) => [project, project] as [string, string]),
          ]}
          onChange={(project) => setAsked({ ...asked, project })}
        />
      </div>
      {first.error ? (
        <Trouble error={first.error} onRetry={first.reload} />
      ) : first.data ? (
        <Results key={pathOf(asked)} asked={asked} first={first.data} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function Results({ asked, first }: { asked: Asked; first: PublishedResults }) {
  const { t } = useWords();
  const [cursors, setCursors] = useState<string[]>([]);
  const last = cursors.at(-1);
  return (
    <>
      <dl className="figures">
        <Figure label={t('public.received')} value={first.received} />
        <Figure label={t('public.onTime')} value={first.answeredOnTime} />
        <Figure label={t('public.satisfied')} value={first.satisfied} />
      </dl>
      {first.items.length === 0 ? <p>{t('public.empty')}</p> : <Cards items={first.items} />}
      {cursors.map((cursor) => (
        <More
          key={cursor}
          path={pathOf(asked, cursor)}
          isLast={cursor === last}
          onMore={(next) => setCursors([...cursors, next])}
        />
      ))}
      {cursors.length === 0 && <MoreButton next={first.next} onMore={(next) => setCursors([next])} />}
      <p className="quiet">{t('public.small')}</p>
    </>
  );
}

function More({ path, isLast, onMore }: { path: string; isLast: boolean; onMore: (next: string) => void }) {
  const page = useLoaded<PublishedResults>(path);
  if (page.error) return <Trouble error={page.error} onRetry={page.reload} />;
  if (!page.data) return <Waiting rows={2} />;
  return (
    <>
      <Cards items={page.data.items} />
      {isLast && <MoreButton next={page.data.next} onMore={onMore} />}
    </>
  );
}

function MoreButton({ next, onMore }: { next: string | null; onMore: (next: string) => void }) {
  const { t } = useWords();
  if (next === null) return null;
  return (
    <button type="button" className="button" onClick={() => onMore(next)}>
      {t('public.more')}
    </button>
  );
}

function Figure({ label, value }: { label: string; value: PublicCount }) {
  const { pick } = useWords();
  return (
    <div>
      <dt className="quiet">{label}</dt>
      <dd>{pick(value.text)}</dd>
    </div>
  );
}

function Cards({ items }: { items: PublishedResult[] }) {
  const { t, code, language } = useWords();
  return (
    <ul className="organisations">
      {items.map((item, place) => (
        <li key={`${item.month}${place}`}>
          <strong>{code('public.kind', item.kind)}</strong>{' '}
          <span className="quiet">
            {[
              monthDate(item.month, language),
              item.project ?? t('public.otherProject'),
              code('public.justified', item.justified),
              ...item.measures.map((measure) => code('public.measure', measure)),
              item.workingDays === null ? '' : t('public.days', { days: item.workingDays }),
              t(item.onTime ? 'public.inTime' : 'public.late'),
              code('public.rating', item.rating),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Choice(props: {
  name: 'year' | 'kind' | 'project';
  value: string;
  options: [value: string, label: string][];
  onChange: (value: string) => void;
}) {
  const { t } = useWords();
  const id = `public-${props.name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{t(`public.${props.name}`)}</label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function pathOf({ year, kind, project }: Asked, cursor?: string): string {
  const query = new URLSearchParams({ period: year });
  if (kind) query.set('kind', kind);
  if (project) query.set('project', project);
  if (cursor) query.set('cursor', cursor);
  return `/api/portal/published?${query.toString()}`;
}
