import { Injectable } from '@nestjs/common';
import type { SealedLimitCause } from '@huiying/contracts';
import { Directory } from '@huiying/platform';
import { missedFrom } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { Calendars } from '../calendar/calendars.service.js';
import { start } from '../deadlines/deadline.decider.js';
import { LimitBook } from '../deadlines/limit-book.js';

/** End of a sealed limit, by the same decision and calendars as every other; nothing of it is kept as a deadline. */
export interface SealedEnd {
  /** Last second in time. */
  dueAt: Date;
  /** When it is missed. */
  missedAt: Date;
}

/** R05.5, R05.7, R05.7#check: figures of decision `deadlines`, days of the organisation's calendar. */
@Injectable()
export class SealedLimits {
  constructor(
    private readonly book: LimitBook,
    private readonly calendars: Calendars,
    private readonly directory: Directory,
  ) {}

  /** Undefined for a limit that the decision has no row for. */
  async endOf(manager: EntityManager, cause: SealedLimitCause): Promise<SealedEnd | undefined> {
    const { limitId, orgId } = cause;
    const orgType = (await this.directory.organisation(orgId))?.orgType ?? null;
    const nothing = { kind: null, topic: null, severity: null, complexity: null, keyCustomer: false };
    const row = this.book.row(limitId, { orgType: orgType ?? '', ...nothing });
    if (!row) return undefined;
    const calendar = await this.calendars.of({ orgId, orgType }, manager);
    const from = new Date(cause.from);
    const subject = { id: limitId, subjectNo: limitId, limitId, n: 1, caseNo: null, orgId };
    const { deadline } = start({ ...subject, terms: row.terms, from }, { at: from, by: 'system' }, calendar);
    return { dueAt: deadline.dueAt, missedAt: missedFrom(deadline.dueAt) };
  }
}
