import { Injectable } from '@nestjs/common';
import { HEARING_MODES, type TaskOutcome } from '@huiying/contracts';
import { FormOwner, type FormSubject } from '@huiying/forms';
import { InjectDatabase } from '@huiying/persistence';
import { dayOf } from '@huiying/working-time';
import type { DataSource } from 'typeorm';
import type { Answers } from '../records/answers.js';
import { caseNoOf } from '../records/case-facts.js';
import { CaseForm, type FormContext } from '../records/case-form.js';
import { momentOf } from '../records/moment.js';
import { Handlings } from '../records/handlings.js';
import { INVESTIGATION } from '../schema.js';

type Party = 'complainant' | 'respondent';
type HearingForm = 'investigation--hear-complainant' | 'investigation--hear-respondent';

/** 听取陈述 (R04.7): both sides are heard, or their silence is stated. */
@Injectable()
abstract class HearPartyForm extends CaseForm {
  protected abstract readonly party: Party;
  protected abstract readonly form: HearingForm;

  constructor(
    private readonly handlings: Handlings,
    @InjectDatabase(INVESTIGATION) private readonly database: DataSource,
  ) {
    super();
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('statement', 'heldAt', 'mode');
    if (answers.errors.length === 0) await this.heard(caseNoOf(subject.subjectNo));
    return {};
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const held = momentOf(outcome.data['heldAt']) ?? outcome.completedAt;
    await this.tell(
      outcome,
      context,
      { type: 'hearing.held', cause: { form: this.form } },
      {
        party: this.party,
        heldOn: dayOf(new Date(held)),
        mode: HEARING_MODES.find((mode) => mode === outcome.data['mode']) ?? 'in-person',
      },
    );
  }

  private heard(caseNo: string): Promise<void> {
    return this.database.transaction(async (manager) => {
      const handling = await this.handlings.find(manager, caseNo);
      if (handling)
        await this.handlings.change(manager, handling, {
          silent: handling.silent.filter((party) => party !== this.party),
        });
    });
  }
}

@FormOwner('investigation--hear-complainant')
export class HearComplainantForm extends HearPartyForm {
  protected readonly party = 'complainant';
  protected readonly form = 'investigation--hear-complainant';
}

@FormOwner('investigation--hear-respondent')
export class HearRespondentForm extends HearPartyForm {
  protected readonly party = 'respondent';
  protected readonly form = 'investigation--hear-respondent';
}
