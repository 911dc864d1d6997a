import { Injectable } from '@nestjs/common';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { PostTable } from '@huiying/service';
import { addDays, dayOf, startOfDay, type Day, type WorkCalendar } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendars } from '../calendar/calendars.service.js';
import { SubjectMarks } from '../subjects/subject-marks.js';
import { nextAfter, type Occurrence } from './recurrence.js';
import { type Schedule, ScheduleBook, type ScheduledUnit } from './schedule-book.js';

/** Only one process at a time starts what is due, so that everything comes in the order in which it was due. */
const LEADER = `hashtextextended('huiying:tasklist:schedules', 0)`;

/** Days that one transaction brings at most. */
const DAYS_AT_ONCE = 40;

/** What comes round next for a unit. */
interface Coming {
  schedule: Schedule;
  unit: ScheduledUnit;
  calendar: WorkCalendar;
  occurrence: Occurrence;
}

/**
 * Starts what comes round (processes.md §0): one start message per unit and period, exactly once. A clock that jumped over months
 * brings every period that was missed, day by day; a schedule or unit seen for the first time begins with that day.
 */
@Injectable()
export class Schedules {
  constructor(
    private readonly database: DataSource,
    private readonly book: ScheduleBook,
    private readonly calendars: Calendars,
    private readonly posts: PostTable,
    private readonly marks: SubjectMarks,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts what is due, the earliest day first, and answers when to look again: at once where there may be more, else at the next
   * begin. Undefined where another process leads.
   */
  startDue(): Promise<Date | undefined> {
    return this.database.transaction(async (manager) => {
      const [leader] = await manager.query<{ leads: boolean }[]>(
        `select pg_try_advisory_xact_lock(${LEADER}) as leads`,
      );
      if (!leader?.leads) return undefined;
      const now = this.clock.now();
      const today = dayOf(now);
      const coming = await this.coming(manager, today);
      for (let days = 0; days < DAYS_AT_ONCE; days++) {
        const earliest = earliestOf(coming);
        if (earliest === undefined || earliest > today) return startOfDay(earliest ?? addDays(today, 1));
        for (const one of coming) {
          if (one.occurrence.startsOn !== earliest) continue;
          await this.start(manager, one, now);
          one.occurrence = nextAfter(one.schedule.recurrence, earliest, one.calendar);
        }
      }
      return now;
    });
  }

  private async coming(manager: EntityManager, today: Day): Promise<Coming[]> {
    const schedules = await this.book.all(manager);
    const done = await this.progress(manager);
    const coming: Coming[] = [];
    for (const schedule of schedules)
      for (const unit of schedule.startsFor) {
        const calendar = await this.calendars.of(unit, manager);
        const known = done.get(keyOf(schedule.scheduleId, unit.unitId));
        const after = known ?? (await this.firstSeen(manager, schedule, unit, today));
        coming.push({ schedule, unit, calendar, occurrence: nextAfter(schedule.recurrence, after, calendar) });
      }
    return coming;
  }

  private async start(manager: EntityManager, { schedule, unit, occurrence }: Coming, now: Date): Promise<void> {
    const { scheduleId, prefix, message, process, reportId, ownerGroup } = schedule;
    const { period, startsOn, dueOn, from, until } = occurrence;
    const key = [...(prefix === null ? [] : [prefix]), unit.unitId, period].join(':');
    await manager.query('update schedule_progress set done_until = $3 where schedule_id = $1 and unit_id = $2', [
      scheduleId,
      unit.unitId,
      startsOn,
    ]);
    const added = await manager.query<unknown[]>(
      `insert into schedule_start (schedule_id, unit_id, period, key, starts_on, due_on, published_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning key`,
      [scheduleId, unit.unitId, period, key, startsOn, dueOn, now],
    );
    if (added.length === 0) return;
    await this.marks.set(manager, key, 'due', startOfDay(dueOn));
    await this.outbox.message(manager, {
      name: message,
      correlationKey: key,
      startsProcess: process,
      variables: {
        subjectNo: key,
        orgId: unit.orgId,
        orgType: unit.orgType,
        posts: this.posts.of(unit.orgType),
        unitId: unit.unitId,
        period,
        periodFrom: from,
        periodUntil: until,
        dueOn,
        ...(reportId !== null && { reportId }),
        ...(ownerGroup !== null && { ownerGroup }),
      },
    });
  }

  private async progress(manager: EntityManager): Promise<Map<string, Day>> {
    const rows = await manager.query<{ schedule_id: string; unit_id: string; done_until: Day }[]>(
      `select schedule_id, unit_id, done_until::text from schedule_progress`,
    );
    return new Map(rows.map((row) => [keyOf(row.schedule_id, row.unit_id), row.done_until]));
  }

  private async firstSeen(
    manager: EntityManager,
    { scheduleId }: Schedule,
    { unitId }: ScheduledUnit,
    today: Day,
  ): Promise<Day> {
    const yesterday = addDays(today, -1);
    await manager.query(
      'insert into schedule_progress (schedule_id, unit_id, done_until) values ($1, $2, $3) on conflict do nothing',
      [scheduleId, unitId, yesterday],
    );
    return yesterday;
  }
}

function earliestOf(coming: readonly Coming[]): Day | undefined {
  const days = coming.map(({ occurrence }) => occurrence.startsOn);
  return days.reduce<Day | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined);
}

function keyOf(scheduleId: string, unitId: string): string {
  return `${scheduleId} ${unitId}`;
}
