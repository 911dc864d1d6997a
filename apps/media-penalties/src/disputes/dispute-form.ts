import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload, EventType, TaskOutcome } from '@huiying/contracts';
import { type FormContext, type FormRecord, type FormSubject, RecordedForm } from '@huiying/forms';
import { Clock, Directory, Vault } from '@huiying/platform';
import { LimitDays } from '@huiying/service';
import { dayOf, type Day } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { StoreFinder } from '../stores/store-finder.js';
import { toldOf } from './dispute.js';
import type { Dispute } from './dispute.entity.js';
import { DisputeBook } from './dispute-book.js';
import { DisputeScreen } from './dispute-screen.js';

/** A form of inter-store-dispute: subjectNo is the dispute's number. */
@Injectable()
export abstract class DisputeForm extends RecordedForm {
  @Inject(DisputeBook) protected readonly book: DisputeBook;
  @Inject(DisputeScreen) protected readonly screen: DisputeScreen;
  @Inject(StoreFinder) protected readonly stores: StoreFinder;
  @Inject(LimitDays) protected readonly limits: LimitDays;
  @Inject(DataSource) protected readonly database: DataSource;
  @Inject(Directory) private readonly directory: Directory;
  @Inject(Vault) protected readonly vault: Vault;
  @Inject(Clock) protected readonly clock: Clock;

  /** @throws Problem dispute-unknown (missing) */
  protected dispute({ subjectNo }: FormSubject): Promise<Dispute> {
    return this.book.read(this.database.manager, subjectNo);
  }

  protected latest(disputeNo: string, ...formIds: string[]): Promise<FormRecord | undefined> {
    return this.records.latest(this.database.manager, disputeNo, ...formIds);
  }

  protected get today(): Day {
    return dayOf(this.clock.now());
  }

  /** Last day of a limit that counts from a day. */
  protected async lastDay(
    limitId: 'R11.12#filing' | 'R11.12#serve' | 'R11.12#reply',
    dispute: Dispute,
    from: Day,
  ): Promise<Day | null> {
    const company = await this.directory.organisation(dispute.orgId);
    return this.limits.last(limitId, company?.orgType ?? 'brokerage', from) ?? null;
  }

  protected lock(manager: EntityManager, outcome: TaskOutcome): Promise<Dispute> {
    return this.book.lock(manager, outcome.subjectNo);
  }

  protected async tellOf<T extends EventType>(
    outcome: TaskOutcome,
    context: FormContext,
    dispute: Dispute,
    type: T,
    more: Record<string, unknown> = {},
  ): Promise<void> {
    await this.tell(outcome, context, {
      type,
      subject: dispute.disputeNo,
      caseNo: dispute.caseNo ?? undefined,
      orgId: dispute.orgId,
      data: { ...toldOf(dispute), ...more } as unknown as EventPayload<T>,
    });
  }
}
