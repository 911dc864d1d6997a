import { type CauseCode, isSealedNumber, type MessageVariables } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { ofJobAbout, PostTable } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { CorrectiveBook } from '../corrective-action/corrective-book.js';
import { Handlings } from '../records/handlings.js';

type Job = 'investigation.open-corrective-action';
type Start = MessageVariables<'start-corrective-action'>;

/**
 * A corrective action gets its number and its process starts: one for each of `causeCodes`, or one. That of a case stands on the case's
 * report (R13.7).
 */
@ZeebeWorker('investigation.open-corrective-action')
export class OpenCorrectiveActionWorker implements JobHandler<Job> {
  constructor(
    private readonly actions: CorrectiveBook,
    private readonly handlings: Handlings,
    private readonly posts: PostTable,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<Job>, { manager }: JobContext) {
    const causes: readonly CauseCode[] = job.variables.causeCodes ?? [];
    if (causes.length === 0) await this.open(job, manager, null);
    for (const causeCode of new Set(causes)) await this.open(job, manager, causeCode);
    return {};
  }

  private async open(job: JobOf<Job>, manager: JobContext['manager'], causeCode: CauseCode | null): Promise<void> {
    const { orgId, orgType, subjectNo, origin = null, handlerGroup } = job.variables;
    const from = origin ?? 'case';
    const originNo = job.variables.originNo ?? job.variables.caseNo ?? subjectNo;
    const responsibleGroup = job.variables.responsibleGroup ?? handlerGroup ?? 'customer-service';
    const actionNo = await this.actions.open(manager, { orgId, origin: from, originNo, causeCode, responsibleGroup });
    const caseNo = from === 'case' ? originNo : undefined;
    if (caseNo) await this.handlings.change(manager, { caseNo, orgId }, { correctiveActionNo: actionNo });
    const start: Start = {
      subjectNo: actionNo,
      orgId,
      orgType,
      posts: job.variables.posts ?? this.posts.of(orgType),
      responsibleGroup,
      origin: from,
    };
    await this.outbox.message(manager, {
      name: 'start-corrective-action',
      correlationKey: actionNo,
      startsProcess: 'corrective-action',
      variables: { ...start },
    });
    await this.outbox.event(manager, {
      type: 'corrective-action.opened',
      ...ofJobAbout(job, { subject: actionNo, caseNo, orgId }),
      // The audit's number stands on the action; an open event names no sealed file (events.md §7).
      data: { actionNo, origin: from, ...(isSealedNumber(originNo) ? {} : { originNo }) },
    });
  }
}
