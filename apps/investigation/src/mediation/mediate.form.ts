import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { Clock } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { readMeasures, refOf } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { caseNoOf } from '@huiying/service';
import { CaseForm } from '../records/case-form.js';
import { mediatedSubject } from './mediated-subject.js';
import { MediationFailures } from './mediation-failures.js';

/** 主持调解: agreed with measures and perhaps a payment, or not (R06.7). */
@FormOwner('mediation--mediate')
export class MediateForm extends CaseForm {
  constructor(
    private readonly measures: MeasureBook,
    private readonly failures: MediationFailures,
    private readonly clock: Clock,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('heldAt', 'participants', 'agreed');
    const agreed = answers.flag('agreed') === true;
    const payFen = answers.fen('payFen');
    const read = readMeasures(answers.raw('measures'), dayOf(this.clock.now()));
    if ('errors' in read) answers.errors.push(...read.errors);
    if (answers.errors.length > 0 || 'errors' in read) return {};
    const lines = agreed ? read.lines : [];
    const proposed = await this.database.transaction((manager) =>
      this.measures.propose(manager, mediatedSubject(caseNoOf(subject.subjectNo)), subject.taskId, lines),
    );
    return { agreed, measures: proposed.map(refOf), payFen: agreed ? payFen : null };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    if (outcome.variables['agreed'] === true) return;
    await this.failures.emit(context.manager, {
      subjectNo: outcome.caseNo ?? outcome.subjectNo,
      because: 'not-agreed',
      cause: { form: 'mediation--mediate' },
      actorId: outcome.completedBy,
      causationId: context.causationId,
    });
  }
}
