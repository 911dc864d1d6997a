import { Injectable } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { CaseFacts } from '@huiying/service';
import { StoreFinder } from '../stores/store-finder.js';
import { DisputeBook } from './dispute-book.js';
import { OpeningDisputes } from './opening.js';

/** A complaint that turned out to be between stores goes on as a dispute (R11.12, eligibility 5); once a case. */
@Injectable()
export class DivertedDisputesConsumer {
  constructor(
    private readonly book: DisputeBook,
    private readonly opening: OpeningDisputes,
    private readonly facts: CaseFacts,
    private readonly stores: StoreFinder,
  ) {}

  @OnEvent('case.diverted', { group: 'media_penalties.disputes' })
  async diverted({ data }: CloudEvent<'case.diverted'>, { manager }: EventContext): Promise<void> {
    if (data.target !== 'inter-store-dispute') return;
    const { caseNo, orgId } = data;
    if (await this.book.ofCase(manager, caseNo)) return;
    const [now, registration] = await Promise.all([this.facts.now(caseNo), this.facts.registration(caseNo)]);
    const { storeId: respondentStoreId } = await this.stores.respondentOf(now);
    // A store that registers its own complaint is the one that received it; the desk of the company is none.
    const by = now.ownerId ? await this.stores.storeOfPerson(now.ownerId) : null;
    const said = [registration.subject, registration.description, registration.demand];
    await this.opening.open(manager, {
      orgId,
      caseNo,
      complainingStoreId: by === respondentStoreId ? null : by,
      respondentStoreId,
      description: said.filter(Boolean).join('\n') || null,
      openedBy: now.ownerId ?? 'system',
    });
  }
}
