import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { Clock } from '@huiying/platform';
import { Roles, ViolationSchedule } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { readMeasures, refOf } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import type { Supervision } from './supervision.entity.js';
import { SupervisionForm } from './supervision-form.js';

const NOTHING = { found: false, systemic: false, violationCode: null, repeat: 0, responsibleGroup: null, measures: [] };

/** 稽查结论 (R09.2, R03.5): found or not, what must be put right, by which code of the schedule, and whether it is systemic. */
@FormOwner('supervision--conclude')
export class ConcludeSupervisionForm extends SupervisionForm {
  constructor(
    private readonly measures: MeasureBook,
    private readonly roles: Roles,
    private readonly schedule: ViolationSchedule,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { misconduct } = await this.files.get(this.database.manager, subjectNo);
    return {
      file: await this.screens.file(subjectNo),
      report: await this.screens.report(subjectNo),
      violations: this.schedule.offered(),
      ...(misconduct ? { violationCode: misconduct } : {}),
    };
  }

  protected async decide(answers: Answers, { subjectNo, taskId }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('found', 'conclusion');
    const { manager } = this.database;
    const file = await this.files.get(manager, subjectNo);
    if (answers.flag('found') !== true) {
      if (answers.errors.length > 0) return {};
      await this.files.change(manager, subjectNo, { found: false, systemic: false, violationCode: null });
      return NOTHING;
    }
    answers.require('systemic');
    const systemic = answers.flag('systemic') === true;
    // The file is sealed: what the department that puts it right has to know is written for it, by the office.
    if (systemic) answers.require('systemicProblem', 'responsibleGroup');
    const responsibleGroup = systemic ? this.roles.known(answers, 'responsibleGroup') : null;
    const violationCode = answers.text('violationCode') || null;
    if (violationCode !== null && !this.isKnown(violationCode)) answers.refuse('violationCode', 'unknown-violation');
    const read = readMeasures(answers.raw('measures'), dayOf(this.clock.now()));
    if ('errors' in read) answers.errors.push(...read.errors);
    else if (read.lines.length === 0) answers.refuse('measures', 'measure-required');
    if (answers.errors.length > 0 || 'errors' in read) return {};
    const proposed = await this.database.transaction(async (transaction) => {
      await this.files.change(transaction, subjectNo, { found: true, systemic, violationCode });
      const about = { subjectNo: file.supervisionNo, caseNo: null, orgId: file.orgId };
      return this.measures.propose(transaction, about, taskId, read.lines);
    });
    const repeat = await this.repeats(file, violationCode);
    return { found: true, systemic, violationCode, repeat, responsibleGroup, measures: proposed.map(refOf) };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { manager } = context;
    const { subjectNo } = outcome;
    await this.measures.putTaskInForce(manager, outcome.taskId);
    await this.files.concluded(manager, subjectNo);
    const { orgId, supervisionNo, found, violationCode, systemic } = await this.files.get(manager, subjectNo);
    await this.tellSealed(outcome, context, {
      type: 'supervision.concluded',
      orgId,
      data: {
        supervisionNo,
        found: found === true,
        systemic: systemic === true,
        ...(violationCode ? { violationCode } : {}),
      },
    });
  }

  /** A code that the schedule does not offer now is refused (R11.11). */
  private isKnown(violationCode: string): boolean {
    return this.schedule.offered().some(({ value }) => value === violationCode);
  }

  private async repeats({ storeId, subjectNo }: Supervision, violationCode: string | null): Promise<number> {
    if (storeId === null || violationCode === null) return 0;
    return this.files.repeats(this.database.manager, { storeId, violationCode, subjectNo });
  }
}
