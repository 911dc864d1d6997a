import { SALES_ACTION_NAMES, type Severity } from '@huiying/contracts';
import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { CaseFacts, Roles } from '@huiying/service';
import { yuanOf } from '../case/figures.js';
import { offeredActions } from './ladder.decider.js';
import { SalesForm } from './sales-form.js';

/** 处理投诉: a level settles with 〔结论〕, climbs by one, or asks departments (R07.3, R07.4, R07.5, R03.11). */
@FormOwner('sales-complaint--handle')
export class HandleForm extends SalesForm {
  constructor(
    private readonly roles: Roles,
    private readonly facts: CaseFacts,
  ) {
    super();
  }

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const row = await this.book.read(subject.subjectNo);
    const actions = offeredActions(this.levelOf(subject, row));
    return {
      ...(await super.prefill(subject)),
      offeredActions: actions.map((value) => ({ value, label: SALES_ACTION_NAMES[value].zh })),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('action', 'opinion');
    const row = await this.book.read(subject.subjectNo);
    const action = answers.code('action', offeredActions(this.levelOf(subject, row)));
    if (action === 'settle') answers.requireConclusion();
    if (action === 'departments') answers.require('departments');
    const settled = action === 'settle';
    return {
      action,
      departments: action === 'departments' ? [...new Set(this.roles.allKnown(answers, 'departments'))] : [],
      payFen: settled ? answers.fen('payFen') : null,
      agreed: settled ? answers.flag('agreed') : null,
      correctiveNeeded: settled ? answers.flag('correctiveNeeded') : null,
      severity: row.severity as Severity | null,
      amountYuan: yuanOf(row.amountFen),
      // Of the task: its completion may be heard after the case was handed out again.
      round: await this.facts.round(row.caseNo),
    };
  }
}
