import type { TaskOutcome } from '@huiying/contracts';
import { InjectOutbox, type Outbox } from '@huiying/events';
import { FormOwner } from '@huiying/forms';
import type { EntityManager } from 'typeorm';
import { Answers } from '../records/answers.js';
import { CaseFacts } from '../records/case-facts.js';
import { CaseForm } from '../records/case-form.js';
import { FormRecords } from '../records/form-records.js';
import { Handlings } from '../records/handlings.js';
import { INVESTIGATION } from '../schema.js';

/** 书面回复 of the department to the centre: course, result and cause (R12.3, R03.11). */
@FormOwner('decide-and-answer--write-reply')
export class WriteReplyForm extends CaseForm {
  constructor(
    records: FormRecords,
    facts: CaseFacts,
    private readonly handlings: Handlings,
    @InjectOutbox(INVESTIGATION) private readonly outbox: Outbox,
  ) {
    super(records, facts);
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('process', 'result', 'correctiveNeeded');
    answers.requireCause();
    return { correctiveNeeded: answers.flag('correctiveNeeded') === true };
  }

  override async completed(
    outcome: TaskOutcome,
    context: { manager: EntityManager; causationId: string },
  ): Promise<void> {
    await super.completed(outcome, context);
    const { caseNo = outcome.subjectNo } = outcome;
    const now = await this.facts.now(caseNo);
    await this.handlings.change(context.manager, now, { causeCode: new Answers(outcome.data).text('causeCode') });
    const handling = await this.handlings.find(context.manager, caseNo);
    await this.outbox.event(context.manager, {
      type: 'reply.filed',
      subject: caseNo,
      caseNo,
      orgId: now.orgId,
      actorId: outcome.completedBy,
      causationId: context.causationId,
      cause: { form: 'decide-and-answer--write-reply' },
      data: {
        department: handling?.handlerGroup ?? 'respondent-unit',
        correctiveNeeded: outcome.variables['correctiveNeeded'] === true,
      },
    });
  }
}
