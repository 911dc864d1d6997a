import { Injectable } from '@nestjs/common';
import type { CalendarYear, CalendarYearRequest, OfficeHoursView } from '@huiying/contracts';
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
  'spans-out-of-order': { zh: '时段须先后相接、不重叠', en: 'Spans must follow one another without overlap' },
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

  officeHours(scope: string): Promise<OfficeHoursView> {
    return this.calendars.officeHours(scope);
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

  async saveOfficeHours(
    scope: string,
    seasons: { from: string; spans: string[] }[],
    by: string,
  ): Promise<OfficeHoursView> {
    refuse(
      seasons.flatMap(({ spans }, n) =>
        inOrder(spans) ? [] : [{ field: `seasons.${n}.spans`, code: 'spans-out-of-order' }],
      ),
    );
    const read = seasons.map(({ from, spans }) => ({
      from,
      spans: spans.map((span) => ({ opens: span.slice(0, 5), closes: span.slice(6) })),
    }));
    await this.database.transaction(async (manager) => {
      await this.calendars.saveOfficeHours(manager, scope, read);
      await this.recomputeAll(manager, by);
    });
    return this.calendars.officeHours(scope);
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

function inOrder(spans: readonly string[]): boolean {
  const times = spans.flatMap((span) => span.split('-'));
  return times.every((time, n) => n === 0 || time > (times[n - 1] ?? ''));
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new Problem('invalid-fields', 'rejected', { errors });
}
