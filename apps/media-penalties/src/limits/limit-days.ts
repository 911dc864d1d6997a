import { Injectable } from '@nestjs/common';
import type { LimitId, LimitUnit } from '@huiying/contracts';
import { PublishedModels } from '@huiying/zeebe';
import { calendarOf, calendarSeed, type Day, dayOf, dueAt, startOfDay, yearOf } from '@huiying/working-time';

interface LimitRow {
  amount: number | null;
  unit: LimitUnit;
  countsStartDay?: boolean | null;
}

/**
 * Last day of a limit that counts from a day, by decision `deadlines` on the published version and the calendar of public holidays: for
 * what a notice or a form says. The deadline clock (tasklist) keeps the limit itself.
 */
@Injectable()
export class LimitDays {
  constructor(private readonly models: PublishedModels) {}

  /** Undefined where the decision has no row for the organisation's type. */
  last(limitId: LimitId, orgType: string, from: Day): Day | undefined {
    const context = { limitId, orgType, kind: null, topic: null, severity: null, complexity: null, keyCustomer: false };
    const row = this.models.decisions().evaluate('deadlines', context).output as LimitRow | null;
    if (!row || row.unit === 'date') return undefined;
    const lastYear = yearOf(from) + 1;
    const calendar = calendarOf(`seed-${lastYear}`, calendarSeed(lastYear));
    const budget = { unit: row.unit, amount: row.amount ?? 0, countsStartDay: row.countsStartDay === true };
    return dayOf(dueAt(budget, startOfDay(from), calendar));
  }
}
