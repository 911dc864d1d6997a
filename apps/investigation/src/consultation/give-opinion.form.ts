import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { Directory } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { CaseForm } from '../records/case-form.js';
import { type Consultation, Consultations } from './consultations.js';

/** What is no opinion (R07.5, R04.10). */
const NO_OPINION = new Set(['', '无', '同上', '没有', '同意', 'none', 'as above']);

export function isClearOpinion(text: string): boolean {
  return !NO_OPINION.has(text.replace(/[\s。．.，,]/g, '').toLowerCase());
}

/** 部门处理意见 (R04.10): each department says clearly what it will do. */
@FormOwner('joint-consultation--give-opinion')
export class GiveOpinionForm extends CaseForm {
  constructor(
    private readonly consultations: Consultations,
    private readonly directory: Directory,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('ownResponsibility', 'opinion', 'completableOn');
    if (answers.text('opinion') !== '' && !isClearOpinion(answers.text('opinion')))
      answers.refuse('opinion', 'opinion-not-clear');
    if (answers.errors.length > 0) return {};
    const now = await this.caseOf(subject);
    const { manager } = this.database;
    const consultation = await this.consultations.open(manager, now.caseNo);
    if (!consultation) return {};
    const department = await this.departmentOf(subject, now.orgId, consultation);
    if (department) await this.consultations.answered(manager, consultation.consultationId, subject.taskId, department);
    return {};
  }

  /** The asked department: the task's own, or, for a task handed to somebody else, one that the person belongs to. */
  private async departmentOf(
    { actorId, group }: FormSubject,
    orgId: string,
    { departments, answered }: Consultation,
  ): Promise<string | undefined> {
    if (group && departments.includes(group)) return group;
    const open = departments.filter((department) => !answered.includes(department));
    for (const department of [...open, ...departments]) {
      const { holders } = await this.directory.lookUpRole(department, { orgId });
      if (holders.some(({ id }) => id === actorId)) return department;
    }
    return undefined;
  }
}
