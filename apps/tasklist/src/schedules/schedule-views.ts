import { Injectable } from '@nestjs/common';
import type { ScheduledStart, ScheduledUnitView, ScheduleList } from '@huiying/contracts';
import { Clock } from '@huiying/platform';
import { addDays, dayOf } from '@huiying/working-time';
import { PublishedModels } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.service.js';
import { nextAfter } from './recurrence.js';
import { type Schedule, ScheduleBook } from './schedule-book.js';

interface LastRow {
  schedule_id: string;
  unit_id: string;
  period: string;
  starts_on: string;
  due_on: string;
}

/** What operators see of the schedules. */
@Injectable()
export class ScheduleViews {
  constructor(
    private readonly database: DataSource,
    private readonly book: ScheduleBook,
    private readonly calendars: Calendars,
    private readonly models: PublishedModels,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<ScheduleList> {
    const last = await this.last();
    const names = await this.names();
    const deployed = this.models.deployedProcesses();
    const items = (await this.book.all()).map(async (schedule) => ({
      scheduleId: schedule.scheduleId,
      name: schedule.name,
      orgType: schedule.orgType,
      message: schedule.message,
      process: schedule.process,
      deployed: deployed.has(schedule.process),
      recurrence: schedule.recurrence.kind,
      every: 'every' in schedule.recurrence ? schedule.recurrence.every : null,
      role: schedule.role,
      units: await this.units(schedule, last, names),
    }));
    return { items: await Promise.all(items) };
  }

  private units(
    { scheduleId, recurrence, startsFor }: Schedule,
    last: ReadonlyMap<string, ScheduledStart>,
    names: ReadonlyMap<string, string>,
  ): Promise<ScheduledUnitView[]> {
    const yesterday = addDays(dayOf(this.clock.now()), -1);
    return Promise.all(
      startsFor.map(async (unit) => {
        const started = last.get(`${scheduleId} ${unit.unitId}`) ?? null;
        const after = started && started.startsOn > yesterday ? started.startsOn : yesterday;
        const { period, startsOn, dueOn } = nextAfter(recurrence, after, await this.calendars.of(unit));
        const next = { period, startsOn, dueOn };
        return { unitId: unit.unitId, unitName: names.get(unit.unitId) ?? unit.unitId, last: started, next };
      }),
    );
  }

  private async last(): Promise<Map<string, ScheduledStart>> {
    const rows = await this.database.query<LastRow[]>(
      `select distinct on (schedule_id, unit_id) schedule_id, unit_id, period, starts_on::text, due_on::text
       from schedule_start order by schedule_id, unit_id, starts_on desc`,
    );
    return new Map(
      rows.map((row) => [
        `${row.schedule_id} ${row.unit_id}`,
        { period: row.period, startsOn: row.starts_on, dueOn: row.due_on },
      ]),
    );
  }

  private async names(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }[]>('select id, name from access.unit');
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
