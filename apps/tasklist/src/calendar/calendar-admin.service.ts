import { Injectable } from '@nestjs/common';
import type { CalendarYear, CalendarYearRequest } from '@huiying/contracts';
import { Clock, defineProblems, type FieldError, Problem } from '@huiying/platform';
import { isDay, isWeekend, yearOf } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { recompute } from '../deadlines/deadline.decider.js';
import { DeadlineStore } from '../deadlines/deadline.typeorm-store.js';
import { Deadlines } from '../deadlines/deadlines.service.js';
import { Calendars } from './calendars.service.js';

defineProblems({
  'not-a-weekday': { zh: '{day} 不是该年的工作日', en: '{day} is no weekday of that year' },
  'not-a-weekend': { zh: '{day} 不是该年的周末', en: '{day} is no weekend day of that year' },
});

/** The operator's calendar: a change makes a new version, and every running limit that it moves is recomputed in the same transaction. */
@Injectable()
export class CalendarAdmin {
  constructor(
    private readonly database: DataSource,
    private readonly calendars: Calendars,
    private readonly store: DeadlineStore,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  year(year: number): Promise<CalendarYear> {
    return this.calendars.year(year);
  }

  /** @throws Problem invalid-fields (422) naming every day that does not fit */
  async saveYear(year: number, change: CalendarYearRequest, by: string): Promise<CalendarYear> {
    refuse([
      ...faults(change.daysOff, 'daysOff', 'not-a-weekday', (day) => yearOf(day) === year && !isWeekend(day)),
      ...faults(change.workingDays, 'workingDays', 'not-a-weekend', (day) => yearOf(day) === year && isWeekend(day)),
    ]);
    await this.database.transaction(async (manager) => {
      await this.calendars.saveYear(manager, year, change);
      await this.recomputeAll(manager, by);
    });
    return this.calendars.year(year);
  }

  /** Hours that were changed as parameters (R09.9); every running limit that they move is computed anew. */
  async takeUpOfficeHours(): Promise<void> {
    await this.database.transaction(async (manager) => {
      if (await this.calendars.takeUpOfficeHours(manager)) await this.recomputeAll(manager, 'system');
    });
  }

  private async recomputeAll(manager: EntityManager, by: string): Promise<void> {
    const act = { at: this.clock.now(), by };
    for (const deadline of await this.store.allOpen(manager)) {
      const current = await this.deadlines.caughtUp(manager, deadline, act.at);
      const decided = recompute(current, act, await this.deadlines.calendarOf(manager, current));
      if (decided) await this.deadlines.keep(manager, decided, { cause: { clock: 'recompute' } });
    }
  }
}

function faults(days: readonly string[], field: string, code: string, fits: (day: string) => boolean): FieldError[] {
  return days.flatMap((day, n) => (isDay(day) && fits(day) ? [] : [{ field: `${field}.${n}`, code, params: { day } }]));
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new Problem('invalid-fields', 'rejected', { errors });
}
