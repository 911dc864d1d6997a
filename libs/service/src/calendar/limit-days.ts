import { Injectable } from '@nestjs/common';
import type { LimitId, LimitUnit } from '@huiying/contracts';
import { type Budget, type Day, dayOf, dueAt, holidaysAround, startOfDay } from '@huiying/working-time';
import { PublishedModels } from '@huiying/zeebe';
import { OfficeHoursTable } from './office-hours-table.js';

/** What decision `deadlines` says of a limit, as far as it is told to people. */
export interface LimitRow {
  /** In `unit`; null where it has none. */
  amount: number | null;
  unit: LimitUnit;
  countsStartDay?: boolean | null;
}

/**
 * Ends of limits for what is promised, noticed or shown to people: by decision `deadlines` on the published version, the calendar of public
 * holidays and the office hours of the organisation's type. The deadline clock (tasklist) keeps the limits themselves, with each
 * organisation's own calendar; its events correct what was promised.
 */
@Injectable()
export class LimitDays {
  constructor(
    private readonly models: PublishedModels,
    private readonly hours: OfficeHoursTable,
  ) {}

  /** Undefined where organisations of the type have no such limit. */
  row(limitId: LimitId, orgType: string, complexity: string | null = null): LimitRow | undefined {
    const context = { limitId, orgType, kind: null, topic: null, severity: null, complexity, keyCustomer: false };
    return (this.models.decisions().evaluate('deadlines', context).output as LimitRow | null) ?? undefined;
  }

  /** End of a limit that begins now or then; undefined as `row`, and where a person names the day. */
  end(limitId: LimitId, orgType: string, from: Date, complexity: string | null = null): Date | undefined {
    const row = this.row(limitId, orgType, complexity);
    if (!row || row.unit === 'date') return undefined;
    const budget = { unit: row.unit, amount: row.amount ?? 0, countsStartDay: row.countsStartDay === true };
    return this.after(budget, orgType, from);
  }

  /** The moment at which so much time has passed at organisations of the type. */
  after(budget: Budget, orgType: string, from: Date): Date {
    const officeHours = this.hours.of({ orgId: null, orgType });
    return dueAt(budget, from, { ...holidaysAround(from), ...(officeHours && { officeHours }) });
  }

  /** Last day of a limit that counts from a day; undefined as `end`. */
  last(limitId: LimitId, orgType: string, from: Day): Day | undefined {
    const end = this.end(limitId, orgType, startOfDay(from));
    return end && dayOf(end);
  }
}
