import { Injectable } from '@nestjs/common';
import { HEARING_MODES, type TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject, momentOf } from '@huiying/forms';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { caseNoOf } from '@huiying/service';
import { CaseForm } from '../records/case-form.js';
import { Handlings } from '../records/handlings.js';

type Party = 'complainant' | 'respondent';

/** 听取陈述 (R04.7): both sides are heard, or their silence is stated. */
@Injectable()
abstract class HearPartyForm extends CaseForm {
  protected abstract readonly party: Party;

  constructor(
    private readonly handlings: Handlings,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('statement', 'heldAt', 'mode');
    if (answers.errors.length === 0)
      await this.handlings.silence(this.database.manager, caseNoOf(subject.subjectNo), this.party, false);
    return {};
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const held = momentOf(outcome.data['heldAt']) ?? outcome.completedAt;
    await this.tellOfCase(
      outcome,
      context,
      { type: 'hearing.held' },
      {
        party: this.party,
        heldOn: dayOf(new Date(held)),
        mode: HEARING_MODES.find((mode) => mode === outcome.data['mode']) ?? 'in-person',
      },
    );
  }
}

@FormOwner('investigation--hear-complainant')
export class HearComplainantForm extends HearPartyForm {
  protected readonly party = 'complainant';
}

@FormOwner('investigation--hear-respondent')
export class HearRespondentForm extends HearPartyForm {
  protected readonly party = 'respondent';
}
