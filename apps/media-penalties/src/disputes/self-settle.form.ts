import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { dayOf } from '@huiying/working-time';
import { partiesOf } from './dispute.js';
import { DisputeForm } from './dispute-form.js';

/** 分店自行协商 by both stores, first of all (R11.8): settled, or on to the written filing (R11.12). Names the stores where one is unknown. */
@FormOwner('inter-store-dispute--self-settle')
export class SelfSettleForm extends DisputeForm {
  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const dispute = await this.dispute(subject);
    const { complainingStoreId, respondentStoreId, orgId } = dispute;
    return {
      dispute: await this.screen.dispute(dispute),
      stores: await this.stores.offered(orgId),
      ...(complainingStoreId ? { complainingStore: complainingStoreId } : {}),
      ...(respondentStoreId ? { respondentStore: respondentStoreId } : {}),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    const { orgId } = await this.dispute(subject);
    answers.require('complainingStore', 'respondentStore', 'negotiation', 'settled');
    const complainingStoreId = await this.store(answers, 'complainingStore', orgId);
    const respondentStoreId = await this.store(answers, 'respondentStore', orgId);
    if (complainingStoreId !== null && complainingStoreId === respondentStoreId) {
      answers.refuse('respondentStore', 'same-store');
    }
    return {
      settled: answers.flag('settled') === true,
      complainingStoreId,
      respondentStoreId,
      parties: partiesOf(complainingStoreId, respondentStoreId),
      regionId: complainingStoreId && (await this.stores.regionOf(complainingStoreId)),
    };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { manager } = context;
    const { variables } = outcome;
    const settled = variables['settled'] === true;
    const on = dayOf(new Date(outcome.completedAt));
    const before = await this.lock(manager, outcome);
    const dispute = await this.book.change(manager, before, {
      complainingStoreId: String(variables['complainingStoreId']),
      respondentStoreId: String(variables['respondentStoreId']),
      parties: variables['parties'] as string[],
      regionId: (variables['regionId'] as string | null) ?? null,
      ...(settled
        ? { state: 'settled' as const, endedAt: new Date(outcome.completedAt) }
        : { state: 'to-file' as const, dueOn: await this.lastDay('R11.12#filing', before, on) }),
    });
    if (settled) await this.tellOf(outcome, context, dispute, 'dispute.settled', { settledOn: on });
  }

  private async store(answers: Answers, key: string, orgId: string): Promise<string | null> {
    const named = answers.text(key);
    if (named === '') return null;
    const storeId = await this.stores.find(orgId, named);
    if (storeId === null) answers.refuse(key, 'store-unknown');
    return storeId;
  }
}
