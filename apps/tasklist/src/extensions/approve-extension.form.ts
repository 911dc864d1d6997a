import { LIMITS, type LimitId, type TaskOutcome } from '@huiying/contracts';
import {
  answerFlag,
  type CheckedForm,
  type FormAnswers,
  FormOwner,
  type FormSubject,
  type OwnedForm,
} from '@huiying/forms';
import { DataSource, type EntityManager } from 'typeorm';
import { ExtensionRequests } from './extension-requests.js';
import { Extensions } from './extensions.service.js';

const FORM = 'extension-approval--approve-extension';

/** 延期审批 (R04.13, R09.7): opinion and days; more than the limit allows cannot be approved. */
@FormOwner(FORM)
export class ApproveExtensionForm implements OwnedForm {
  constructor(
    private readonly database: DataSource,
    private readonly requests: ExtensionRequests,
    private readonly extensions: Extensions,
  ) {}

  async start({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const request = await this.requests.find(manager, subjectNo);
    const view = await this.extensions.view(subjectNo);
    if (!request || !view) return {};
    const name = LIMITS[request.limitId as LimitId] as (typeof LIMITS)[LimitId] | undefined;
    const dates = `${name?.zh ?? request.limitId}：${view.dueAt.slice(0, 10)} → ${view.newDueAt.slice(0, 10)}`;
    return {
      reason: `${dates}\n${await this.requests.reason(manager, request)}`,
      requestedDays: request.days,
      extraDays: request.days,
    };
  }

  async check(answers: FormAnswers, { subjectNo, actorId }: FormSubject): Promise<CheckedForm> {
    const approved = answerFlag(answers['approved']);
    if (approved === null) return { errors: [{ field: 'approved', code: 'required' }] };
    const request = await this.requests.find(this.database.manager, subjectNo);
    if (request?.askedBy === actorId) return { errors: [{ field: 'approved', code: 'same-person' }] };
    if (!approved) return { variables: { approved, extraDays: null } };
    const days = Number(answers['extraDays'] ?? request?.days);
    if (!Number.isInteger(days) || days < 1)
      return { errors: [{ field: 'extraDays', code: 'too-small', params: { min: 1 } }] };
    if (!(await this.extensions.mayApprove(subjectNo, days)))
      return { errors: [{ field: 'extraDays', code: 'extension-beyond-maximum' }] };
    return { variables: { approved, extraDays: days } };
  }

  async completed(outcome: TaskOutcome, context: { manager: EntityManager; causationId: string }): Promise<void> {
    const { manager, causationId } = context;
    const { approved, extraDays } = outcome.variables;
    if (approved === true) {
      await this.extensions.approved(manager, outcome.subjectNo, Number(extraDays));
      return;
    }
    const trigger = { cause: { form: FORM }, causationId };
    await this.extensions.notApproved(manager, outcome.subjectNo, outcome.completedBy, trigger);
  }
}
