import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { tellHandingUp } from '../records/handing-up.js';
import { SettlingForm } from '../settlement/settling-form.js';
import { Repairs } from './repairs.js';

/** A repair by the property company's engineering department: settled where the owner is content, else handed up. */
@Injectable()
abstract class OwnRepairForm extends SettlingForm {
  protected abstract readonly level: 1 | 2;

  constructor(private readonly repairs: Repairs) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return {
      registration: await this.screens.registration(subjectNo),
      surveys: await this.screens.before(subjectNo),
      warranty: await this.screens.warranty(subjectNo),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('repairWork', 'doneOn', 'repaired');
    answers.day('doneOn');
    this.refuseFuture(answers, 'doneOn');
    const repaired = answers.flag('repaired') === true;
    if (repaired) answers.requireConclusion();
    return { repaired, ...(await this.concluded(answers, subject, repaired)) };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const doneOn = new Answers(outcome.data).text('doneOn').slice(0, 10);
    const accepted = outcome.variables['repaired'] === true;
    await this.repairs.record(context.manager, {
      sourceId: outcome.taskId,
      caseNo: outcome.subjectNo,
      level: this.level,
      repairGroup: 'service-centre-engineering',
      underWarranty: null,
      doneOn,
      accepted,
      recordedAt: outcome.completedAt,
    });
    await this.tellOfCase(outcome, context, 'repair.done', { level: this.level, doneOn, accepted });
    if (!accepted) await this.tellOfCase(outcome, context, 'case.level-raised', tellHandingUp(this.level));
  }
}

/** 工程部修缮 of a minor problem (R02.5). */
@FormOwner('quality-escalation--repair-minor')
export class RepairMinorForm extends OwnRepairForm {
  protected readonly level = 1;

  constructor(repairs: Repairs) {
    super(repairs);
  }
}

/** 协助修缮 of an ordinary problem (R02.7): what the quality centre helped with is part of the record. */
@FormOwner('quality-escalation--repair-ordinary')
export class RepairOrdinaryForm extends OwnRepairForm {
  protected readonly level = 2;

  constructor(repairs: Repairs) {
    super(repairs);
  }

  protected override async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('assistance');
    return super.decide(answers, subject);
  }
}
