import { Injectable } from '@nestjs/common';
import type { LimitId } from '@huiying/contracts';
import { LimitDays } from '@huiying/service';
import { dayOf } from '@huiying/working-time';

/** What a complainant is promised: at registration, and with each letter. */
@Injectable()
export class ReplyDates {
  constructor(private readonly limits: LimitDays) {}

  /** End of the outer limit: R01.4 at the registration centre, else R04.13; longer for a complex case. */
  replyBy(orgType: string, receivedAt: Date, complexity: string | null = null): Date {
    const limitId = orgType === 'registration-centre' ? 'R01.4' : 'R04.13';
    return this.limits.end(limitId, orgType, receivedAt, complexity) ?? receivedAt;
  }

  /** By when the complainant hears whether the case is accepted (R04.4, property company R13.3). */
  acceptBy(orgType: string, receivedAt: Date): Date | null {
    return this.limits.end(orgType === 'property-company' ? 'R13.3' : 'R04.4', orgType, receivedAt) ?? null;
  }

  /** R07.1: a sales or leasing complaint of the portal is promised an answer after the default time of R07.6. */
  promisedOn(orgType: string, receivedAt: Date): string | null {
    const row = this.limits.row('R07.6', orgType);
    if (!row?.amount) return null;
    const budget = { unit: row.unit === 'date' ? ('wd' as const) : row.unit, amount: row.amount };
    return dayOf(this.limits.after(budget, orgType, receivedAt));
  }

  /** Last day on which a review may be asked for, told with the outcome (R04.12). */
  reviewUntil(orgType: string, toldAt: Date): string | null {
    return this.lastDay('R04.12', orgType, toldAt);
  }

  /** By when a department answers an inquiry that it gets now (R12.2). */
  inquiryBy(orgType: string, askedAt: Date): string | null {
    return this.lastDay('R12.2#handle', orgType, askedAt);
  }

  /** Last day to supplement (R01.2). */
  supplementUntil(orgType: string, askedAt: Date): string | null {
    return this.lastDay('R01.2', orgType, askedAt);
  }

  private lastDay(limitId: LimitId, orgType: string, from: Date): string | null {
    const end = this.limits.end(limitId, orgType, from);
    return end ? dayOf(end) : null;
  }
}
