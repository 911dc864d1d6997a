import { Injectable } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { CaseFacts } from '@huiying/service';
import { StoreFinder } from '../stores/store-finder.js';
import { ComplaintCount } from './complaint-count.js';

const GROUP = { group: 'media_penalties.rankings' };
/** Complaints about a store or one of its people; a title certificate is none of them (R11.13), a refused one is never accepted. */
const COUNTED = ['brokerage-store', 'brokerage-consultant'];

/** What counts in the ranking of the stores: accepted against a store, judged by the region (R11.9, R11.3). */
@Injectable()
export class ComplaintCountConsumer {
  constructor(
    private readonly count: ComplaintCount,
    private readonly facts: CaseFacts,
    private readonly stores: StoreFinder,
  ) {}

  @OnEvent('case.accepted', GROUP)
  async accepted({ data }: CloudEvent<'case.accepted'>, { manager }: EventContext): Promise<void> {
    if (!COUNTED.includes(data.kind)) return;
    const now = await this.facts.now(data.caseNo);
    const { storeId } = await this.stores.respondentOf(now);
    const { caseNo, orgId } = data;
    await this.count.accepted(manager, { caseNo, orgId, storeId, receivedOn: now.receivedOn, malicious: null });
  }

  @OnEvent('fault.judged', GROUP)
  async judged({ data }: CloudEvent<'fault.judged'>, { manager }: EventContext): Promise<void> {
    const { caseNo, orgId, storeId, malicious, actorId } = data;
    const { receivedOn, kind } = await this.facts.now(caseNo);
    if (!COUNTED.includes(kind ?? '')) return;
    await this.count.judged(manager, { caseNo, orgId, storeId, receivedOn, malicious }, actorId);
  }
}
