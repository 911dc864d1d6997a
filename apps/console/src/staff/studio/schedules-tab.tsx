import {
  ORG_TYPE_NAMES,
  type OrgType,
  type ScheduledStart,
  type ScheduleList,
  type ScheduleView,
} from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** What comes round: reports, trainings, audits, surveys, rankings, for whom, when last and when next. */
export function SchedulesTab() {
  const { t } = useWords();
  const list = useQuery({
    queryKey: ['schedules'],
    queryFn: ({ signal }) => api<ScheduleList>('/api/schedules', { signal }),
  });
  if (list.isPending) return <Loading rows={6} />;
  if (list.isError) return <Trouble error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0) return <Empty text={t('schedules.never')} />;
  const columns = ['name', 'unit', 'last', 'next'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`schedules.${column}`))}>
      {list.data.items.map((schedule) => (
        <Rows key={`${schedule.scheduleId} ${schedule.orgType}`} schedule={schedule} />
      ))}
    </CaseTable>
  );
}

function Rows({ schedule }: { schedule: ScheduleView }) {
  const { t, pick } = useWords();
  const name = (
    <td>
      {schedule.name} <span className="quiet">{pick(ORG_TYPE_NAMES[schedule.orgType as OrgType])}</span>
      {!schedule.deployed && <div className="quiet">{t('schedules.held')}</div>}
    </td>
  );
  if (schedule.units.length === 0)
    return (
      <tr>
        {name}
        <td colSpan={3}>{t('schedules.nobody')}</td>
      </tr>
    );
  return schedule.units.map((unit) => (
    <tr key={unit.unitId}>
      {name}
      <td>{unit.unitName}</td>
      <td data-label={t('schedules.last')}>{unit.last ? <Start start={unit.last} /> : t('schedules.never')}</td>
      <td data-label={t('schedules.next')}>
        <Start start={unit.next} />
      </td>
    </tr>
  ));
}

function Start({ start }: { start: ScheduledStart }) {
  const { t } = useWords();
  return (
    <>
      <span className="nowrap">{start.startsOn}</span> <span className="quiet">{start.period}</span>
      {start.dueOn !== start.startsOn && <div className="quiet">{t('schedules.due', { day: start.dueOn })}</div>}
    </>
  );
}
