import type { CaseDeadline, EmergencyMeasure, EmergencyRelease, EmergencyView } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Gist } from '../cases/gist.js';
import { TasksTab } from '../cases/tasks-tab.js';
import { useCodeNames } from '../parts/code-name.js';
import { Deadline } from '../parts/deadline-mark.js';
import { FactsGrid } from '../parts/facts.js';
import { PageHead } from '../parts/page.js';
import { LimitName } from '../parts/rule-ids.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { useEmergencyWords } from './emergency-words.js';

const BRANCHES = ['directive', 'site-action', 'department', 'monitoring', 'opinion'] as const;

/** One response: are all measures moving, who is in the team, what was published? */
export function EmergencyPage() {
  const { t } = useWords();
  const { caseNo = '' } = useParams();
  const found = useQuery({
    queryKey: ['emergency', caseNo],
    queryFn: ({ signal }) => api<EmergencyView>(`/api/emergency/${encodeURIComponent(caseNo)}`, { signal }),
  });
  return (
    <article>
      <PageHead title={caseNo} area={t('emergencies.title')}>
        <Link to={`/cases/${caseNo}`}>{t('emergency.openCase')}</Link>
      </PageHead>
      {found.isPending && <Loading rows={8} />}
      {found.isError && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && (
        <>
          <Gist caseNo={caseNo} />
          <Facts response={found.data} />
          {found.data.result === null && <MyTasks caseNo={caseNo} />}
          <Branches response={found.data} />
          <Team response={found.data} />
          <Releases releases={found.data.releases} />
          <Timeline measures={found.data.measures} />
        </>
      )}
    </article>
  );
}

function Facts({ response }: { response: EmergencyView }) {
  const { t } = useWords();
  const words = useEmergencyWords();
  const { projectType } = response;
  const type = (['residential', 'commercial', 'office'] as const).find((one) => one === projectType);
  const facts: [string, string][] = [
    [t('emergencies.because'), words.cause(response.because)],
    [t('emergencies.projectType'), type ? t(`emergencies.${type}`) : ''],
    [t('emergencies.startedAt'), tableDate(response.startedAt)],
    [t('emergencies.round'), String(response.round)],
    [t('emergencies.result'), response.result ? words.result(response.result) : t('emergencies.running')],
    [t('emergencies.closedAt'), response.closedAt ? tableDate(response.closedAt) : ''],
    [t('emergency.alerted'), response.alerted.map(({ person }) => person.name).join('、')],
  ];
  return (
    <>
      <FactsGrid facts={facts} />
      {response.revise && <p>{t('emergency.revise')}</p>}
    </>
  );
}

/** What the caller has to do in it, with the limits: the way from here to the forms. */
function MyTasks({ caseNo }: { caseNo: string }) {
  const { t } = useWords();
  return (
    <section>
      <h2>{t('emergency.toDo')}</h2>
      <TasksTab caseNo={caseNo} />
    </section>
  );
}

/** The five branches, each with who has it and its last report. */
function Branches({ response: { measures, siteLead, team } }: { response: EmergencyView }) {
  const { t } = useWords();
  const words = useEmergencyWords();
  const name = useCodeNames();
  const last = (kind: string) => measures.findLast((measure) => measure.kind === kind);
  const inCharge: Partial<Record<(typeof BRANCHES)[number], string>> = team
    ? {
        'site-action': siteLead?.name ?? '',
        department: team.departments.map((department) => name('role', department)).join('、'),
        monitoring: name('role', team.monitorLead),
        opinion: name('role', team.spokesperson),
      }
    : {};
  return (
    <section>
      <h2>{t('emergency.measures')}</h2>
      <FactsGrid
        facts={BRANCHES.map((kind) => {
          const measure = last(kind);
          const said = measure
            ? t('emergency.lastReport', { at: tableDate(measure.happenedAt), person: measure.person.name })
            : t('emergency.noReport');
          const who = inCharge[kind];
          return [words.measure(kind), [who && t('emergency.inCharge', { who }), said].filter(Boolean).join('\n')];
        })}
      />
    </section>
  );
}

function Team({ response }: { response: EmergencyView }) {
  const { t } = useWords();
  const name = useCodeNames();
  const { team, siteLead } = response;
  return (
    <section>
      <h2>{t('emergency.team')}</h2>
      {team ? (
        <FactsGrid
          facts={[
            [t('emergencies.siteLead'), siteLead?.name ?? ''],
            [
              t('emergency.members'),
              team.members.map(({ person, duty }) => `${person.name} ${duty}`.trim()).join('、'),
            ],
            [t('emergency.monitorLead'), name('role', team.monitorLead)],
            [t('emergency.spokesperson'), name('role', team.spokesperson)],
            [t('emergency.departments'), team.departments.map((department) => name('role', department)).join('、')],
            [t('emergency.plan'), team.plan],
          ]}
        />
      ) : (
        <>
          <p>{t('emergency.noTeam')}</p>
          <TeamLimit caseNo={response.caseNo} />
        </>
      )}
    </section>
  );
}

/** By when the team has to stand, while it does not (R08.8). */
function TeamLimit({ caseNo }: { caseNo: string }) {
  const limits = useQuery({
    queryKey: ['case-deadlines', caseNo],
    queryFn: ({ signal }) => api<CaseDeadline[]>(`/api/cases/${encodeURIComponent(caseNo)}/deadlines`, { signal }),
  });
  const limit = limits.data?.find(({ limitId }) => limitId === 'R08.8#team');
  if (!limit) return null;
  return (
    <p className="limit-line">
      <Deadline view={limit} />
      <span className="quiet">
        <LimitName id={limit.limitId} />
      </span>
    </p>
  );
}

function Releases({ releases }: { releases: EmergencyRelease[] }) {
  const { t } = useWords();
  const words = useEmergencyWords();
  if (releases.length === 0) return null;
  return (
    <section>
      <h2>{t('emergency.releases')}</h2>
      <ol>
        {releases.map((release) => (
          <li key={release.releaseId}>
            <strong>{t(release.corrects ? 'emergency.correction' : 'emergency.published')}</strong>{' '}
            {tableDate(release.publishedAt)} {release.channels.map(words.channel).join('、')}
            <p className="case-text">{release.content}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Timeline({ measures }: { measures: EmergencyMeasure[] }) {
  const { t } = useWords();
  const words = useEmergencyWords();
  if (measures.length === 0) return null;
  return (
    <section>
      <h2>{t('emergency.timeline')}</h2>
      <ol>
        {measures.map((measure) => (
          <li key={`${measure.recordedAt}:${measure.happenedAt}:${measure.kind}:${measure.person.id}`}>
            <strong>{words.measure(measure.kind)}</strong> {tableDate(measure.happenedAt)}{' '}
            {t('emergency.roundNo', { round: measure.round })} {measure.person.name}
            <p className="case-text">
              {Object.entries(measure.said)
                .map(([key, value]) => (key === 'result' ? words.result(value) : value))
                .join('；')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
