import type { CaseView } from '@huiying/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { Tabs } from '../parts/tabs.js';
import { api } from '../session/session.js';
import { CaseActionDialog } from './action-dialog.js';
import { actionsFor, type CaseAction } from './case-actions.js';
import { Contact } from './contact.js';
import { DeadlinesTab } from './deadlines-tab.js';
import { Diversion } from './diversion.js';
import { LinksTab } from './links-tab.js';
import { NoticesTab } from './notices-tab.js';
import { Overview } from './overview.js';
import { TasksTab } from './tasks-tab.js';
import { TimelineTab } from './timeline-tab.js';

const TABS = ['timeline', 'overview', 'deadlines', 'tasks', 'notices', 'links'] as const;

/** That a response runs, and the way to it; one that is over is found there as well. */
function EmergencyTag({ found }: { found: CaseView }) {
  const { t } = useWords();
  if (!found.emergency && found.emergencyBecause === null) return null;
  const page = `/emergency/${encodeURIComponent(found.caseNo)}`;
  return (
    <>
      {found.emergency && <Tag color="red">{t('case.emergency')}</Tag>}
      {found.may.includes('emergency.read') && <Link to={page}>{t('case.toEmergency')}</Link>}
    </>
  );
}

/** C2: what is the state, what was done under which rule, what comes next? */
export function CasePage() {
  const { t } = useWords();
  const { caseNo = '' } = useParams();
  const found = useQuery({
    queryKey: ['case', caseNo],
    queryFn: ({ signal }) => api<CaseView>(`/api/cases/${encodeURIComponent(caseNo)}`, { signal }),
    refetchInterval: 30_000,
  });
  if (found.isPending) return <Loading rows={8} />;
  if (found.isError) {
    return (
      <>
        <PageHead title={caseNo} area={t('cases.title')} />
        <Trouble error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  return <Loaded key={caseNo} found={found.data} />;
}

function Loaded({ found }: { found: CaseView }) {
  const { t, pick, language } = useWords();
  const name = useCodeNames();
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [action, setAction] = useState<CaseAction>();
  const [said, setSaid] = useState('');
  const tab = search.get('tab') ?? 'timeline';
  const path = `/api/cases/${encodeURIComponent(found.caseNo)}`;
  const closed = found.state === 'archived' || found.state === 'withdrawn';
  const actions = actionsFor(found);

  const panels: Record<(typeof TABS)[number], () => ReactNode> = {
    timeline: () => <TimelineTab path={path} caseNo={found.caseNo} />,
    overview: () => <Overview found={found} />,
    deadlines: () => <DeadlinesTab path={path} caseNo={found.caseNo} />,
    tasks: () => <TasksTab caseNo={found.caseNo} />,
    notices: () => <NoticesTab path={path} caseNo={found.caseNo} />,
    links: () => <LinksTab path={path} caseNo={found.caseNo} />,
  };

  const done = async (sentence: string) => {
    setAction(undefined);
    setSaid(sentence);
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(found.caseNo) });
  };
  return (
    <article className="case">
      <PageHead
        title={found.caseNo}
        area={t('cases.title')}
        actions={actions.map((one) => (
          <Button key={one.id} onClick={() => setAction(one)} danger={one.grave}>
            {t(one.title)}
          </Button>
        ))}
      >
        <p className="case-tags">
          <Tag color="blue">{pick(found.stateText)}</Tag>
          {found.severity && (
            <Tag color={found.severity === 'major' ? 'red' : undefined}>{name('severity', found.severity)}</Tag>
          )}
          {found.masterSeverity === 'major' && found.severity !== 'major' && <Tag>{t('case.masterMajor')}</Tag>}
          {found.keyCustomer && <Tag>{t('case.keyCustomer')}</Tag>}
          <EmergencyTag found={found} />
          {found.children.length > 0 && <Tag>{t('case.masterOf', { count: found.children.length })}</Tag>}
          {found.subject && <span>{found.subject}</span>}
        </p>
      </PageHead>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {said && <p className="done-line">{said}</p>}
      {closed && <p className="banner">{t(found.state === 'archived' ? 'case.archived' : 'case.withdrawn')}</p>}
      {found.masterNo && (
        <p className="banner">
          {t('case.follows')} <Link to={`/cases/${found.masterNo}`}>{found.masterNo}</Link>
        </p>
      )}
      <Diversion found={found} />
      <dl className="case-line">
        <div>
          <dt>{t('case.handler')}</dt>
          <dd>{name('role', found.handlerGroup) || t(found.masterNo ? 'case.withMaster' : 'case.notYet')}</dd>
        </div>
        <div>
          <dt>{t('case.replyBy')}</dt>
          <dd>{shortDate(found.replyBy, language)}</dd>
        </div>
        <div>
          <dt>{t('case.owner')}</dt>
          <dd>{found.owner.name ?? name('role', found.owner.group)}</dd>
        </div>
        <div>
          <dt>{t('case.complainant')}</dt>
          <dd>
            <Contact found={found} />
          </dd>
        </div>
      </dl>
      <Tabs
        label={found.caseNo}
        active={TABS.find((key) => key === tab) ?? 'timeline'}
        onChange={(key) => setSearch(key === 'timeline' ? {} : { tab: key }, { replace: true })}
        tabs={TABS.map((key) => ({ key, label: t(`case.tab.${key}`), panel: () => panels[key]() }))}
      />
      {action && (
        <CaseActionDialog
          action={action}
          found={found}
          path={path}
          onClose={() => setAction(undefined)}
          onDone={() => void done(t('case.actionDone', { action: t(action.title) }))}
        />
      )}
    </article>
  );
}
