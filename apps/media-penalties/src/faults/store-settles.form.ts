import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { SettlingForm } from './settling-form.js';

/** 分店处理 (R11.10): what the store did, whether the customer is satisfied, 〔结论〕 (R03.11). */
@FormOwner('agency-complaint--store-settles')
export class StoreSettlesForm extends SettlingForm {
  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const { order, chosen } = await this.view(subject);
    return { order, consequence: this.consequences.ofClimb(), ...chosen };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const now = await this.facts.now(subjectNo);
    answers.require('store', 'process', 'result', 'satisfied');
    answers.requireConclusion();
    await this.storeNamed(answers, now.orgId);
    return { satisfied: answers.flag('satisfied') === true, ...(await this.concluded(answers, now)) };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { manager } = context;
    const { subjectNo: caseNo, data, variables } = outcome;
    const { orgId } = await this.facts.now(caseNo);
    const storeId = await this.stores.find(orgId, data['store'] as string);
    if (storeId === null) return;
    await this.cases.lock(manager, caseNo, orgId);
    await this.cases.change(manager, caseNo, { storeId });
    await this.tell(outcome, context, {
      type: 'store.settled',
      subject: caseNo,
      caseNo,
      orgId,
      // The task is gone once the two days are over (R11.10): what is completed came in time.
      data: { storeId, satisfied: variables['satisfied'] === true, onTime: true },
    });
  }
}
