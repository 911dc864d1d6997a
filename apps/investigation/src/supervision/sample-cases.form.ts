import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { Directory, Problem } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { sampledText } from '../screens/case-text.js';
import { AuditSample } from './audit-sample.js';
import { auditedUnit } from './supervision.js';
import { SupervisionForm } from './supervision-form.js';

/** 抽查评估 (R03.5): the cases that chance chose, each with its score and what was found in it. */
@FormOwner('supervision--sample-cases')
export class SampleCasesForm extends SupervisionForm {
  constructor(
    private readonly sample: AuditSample,
    private readonly facts: CaseFacts,
    private readonly directory: Directory,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const cases = await this.sample.of(this.database.manager, await this.orgOf(subjectNo), subjectNo);
    const known = await Promise.all(cases.map((caseNo) => this.facts.now(caseNo)));
    return {
      sample: known.map(sampledText).join('\n') || '（最近没有办理过的案卷）',
      sampledCases: cases.map((caseNo) => ({ value: caseNo, label: caseNo })),
      cases: cases.map((caseNo) => ({ caseNo })),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('summary');
    const { manager } = this.database;
    const orgId = await this.orgOf(subjectNo);
    const sampled = await this.sample.of(manager, orgId, subjectNo);
    const lines = answers.lines('cases');
    if (lines.length === 0 && sampled.length > 0) answers.refuse('cases', 'required');
    for (const [place, { caseNo, score }] of lines.entries()) {
      if (!sampled.some((one) => one === caseNo)) answers.refuse(`cases.${place}.caseNo`, 'not-in-sample');
      if (typeof score !== 'number' || score < 0 || score > 100) answers.refuse(`cases.${place}.score`, 'required');
    }
    if (answers.errors.length > 0) return {};
    const { file } = await this.database.transaction((transaction) =>
      this.files.open(transaction, { orgId, origin: 'audit', originNo: subjectNo, subjectNo }),
    );
    return { supervisionNo: file.supervisionNo };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { orgId, supervisionNo } = await this.files.get(context.manager, outcome.subjectNo);
    await this.tellSealed(outcome, context, {
      type: 'supervision.opened',
      orgId,
      data: { supervisionNo, origin: 'audit' },
    });
  }

  /** @throws Problem `supervision-unknown` for a key that names no unit of the directory */
  private async orgOf(subjectNo: string): Promise<string> {
    const unit = auditedUnit(subjectNo);
    const organisation = unit === undefined ? undefined : await this.directory.organisation(unit);
    if (!organisation) throw new Problem('supervision-unknown', 'missing', { params: { subjectNo } });
    return organisation.id;
  }
}
