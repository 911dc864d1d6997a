import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Handlings } from '../records/handlings.js';
import { OwnNumbers } from '@huiying/service';

/** R13.7: a corrective action gets its number, which stands on the case; its process starts, or waits until it is deployed. */
@ZeebeWorker('investigation.open-corrective-action')
export class OpenCorrectiveActionWorker implements JobHandler<'investigation.open-corrective-action'> {
  constructor(
    private readonly numbers: OwnNumbers,
    private readonly handlings: Handlings,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'investigation.open-corrective-action'>, { manager }: JobContext) {
    const { orgId, orgType, handlerGroup, ownerGroup, posts } = job.variables;
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const actionNo = await this.numbers.next(manager, 'JZ', orgId);
    await manager.query(
      `INSERT INTO follow_on (number, kind, origin_no, opened_at) VALUES ($1, 'corrective-action', $2, $3)`,
      [actionNo, caseNo, this.clock.now()],
    );
    await this.handlings.change(manager, { caseNo, orgId }, { correctiveActionNo: actionNo });
    await this.outbox.message(manager, {
      name: 'start-corrective-action',
      correlationKey: actionNo,
      startsProcess: 'corrective-action',
      variables: {
        subjectNo: actionNo,
        caseNo,
        orgId,
        orgType,
        ownerGroup,
        posts,
        responsibleGroup: handlerGroup,
        origin: 'case',
      },
    });
    await this.outbox.event(manager, {
      type: 'corrective-action.opened',
      subject: actionNo,
      orgId,
      actorId: 'system',
      cause: { job: job.type },
      process: job,
      data: { actionNo, origin: 'case', originNo: caseNo },
    });
    return {};
  }
}
