import { Injectable } from '@nestjs/common';
import type { LimitUnit } from '@huiying/contracts';
import { OfficeHoursTable } from '@huiying/service';
import { PublishedModels } from '@huiying/zeebe';
import { calendarOf, calendarSeed, dayOf, dueAt, yearOf, type WorkCalendar } from '@huiying/working-time';

interface LimitRow {
  amount: number | null;
  unit: LimitUnit;
  countsStartDay?: boolean | null;
}

/**
 * What is promised at the moment of registration, by decision `deadlines` and the calendar of public holidays. The deadline clock
 * (tasklist) opens the limits a moment later with the organisation's own calendar; its events then correct the promise.
 */
@Injectable()
export class ReplyDates {
  constructor(
    private readonly models: PublishedModels,
    private readonly hours: OfficeHoursTable,
  ) {}

  /** End of the outer limit: R01.4 at the registration centre, else R04.13; longer for a complex case. */
  replyBy(orgType: string, receivedAt: Date, complexity: string | null = null): Date {
    const limitId = orgType === 'registration-centre' ? 'R01.4' : 'R04.13';
    return this.dueAt(limitId, orgType, receivedAt, complexity) ?? receivedAt;
  }

  /** By when the complainant hears whether the case is accepted (R04.4, property company R13.3). */
  acceptBy(orgType: string, receivedAt: Date): Date | null {
    return this.dueAt(orgType === 'property-company' ? 'R13.3' : 'R04.4', orgType, receivedAt);
  }

  /** R07.1: a sales or leasing complaint of the portal is promised an answer after the default time of R07.6. */
  promisedOn(orgType: string, receivedAt: Date): string | null {
    const row = this.row('R07.6', orgType);
    if (!row?.amount) return null;
    const due = dueAt(
      { unit: row.unit === 'date' ? 'wd' : row.unit, amount: row.amount },
      receivedAt,
      this.calendarFor(orgType, receivedAt),
    );
    return dayOf(due);
  }

  /** Last day on which a review may be asked for, told with the outcome (R04.12). */
  reviewUntil(orgType: string, toldAt: Date): string | null {
    const due = this.dueAt('R04.12', orgType, toldAt);
    return due && dayOf(due);
  }

  /** By when a department answers an inquiry that it gets now (R12.2). */
  inquiryBy(orgType: string, askedAt: Date): string | null {
    const due = this.dueAt('R12.2#handle', orgType, askedAt);
    return due && dayOf(due);
  }

  /** Last day to supplement (R01.2). */
  supplementUntil(orgType: string, askedAt: Date): string | null {
    const due = this.dueAt('R01.2', orgType, askedAt);
    return due && dayOf(due);
  }

  private dueAt(limitId: string, orgType: string, from: Date, complexity: string | null = null): Date | null {
    const row = this.row(limitId, orgType, complexity);
    if (!row || row.unit === 'date') return null;
    const budget = { unit: row.unit, amount: row.amount ?? 0, countsStartDay: row.countsStartDay === true };
    return dueAt(budget, from, this.calendarFor(orgType, from));
  }

  private calendarFor(orgType: string, from: Date): WorkCalendar {
    const officeHours = this.hours.of({ orgId: null, orgType });
    return { ...holidaysAround(from), ...(officeHours && { officeHours }) };
  }

  private row(limitId: string, orgType: string, complexity: string | null = null): LimitRow | null {
    const context = { limitId, orgType, kind: null, topic: null, severity: null, complexity, keyCustomer: false };
    return this.models.decisions().evaluate('deadlines', context).output as LimitRow | null;
  }
}

const calendars = new Map<string, WorkCalendar>();

/** The calendar of public holidays, without anybody's office hours. */
export function holidaysAround(moment: Date): WorkCalendar {
  const lastYear = yearOf(dayOf(moment)) + 1;
  const version = `seed-${lastYear}`;
  const known = calendars.get(version) ?? calendarOf(version, calendarSeed(lastYear));
  calendars.set(version, known);
  return known;
}
