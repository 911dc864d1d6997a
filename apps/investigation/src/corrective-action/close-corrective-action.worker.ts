import { Outbox } from '@huiying/events';
import { ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { CorrectiveBook } from './corrective-book.js';

type Job = 'investigation.close-corrective-action';

/** Carried out and effective (R13.7). */
@ZeebeWorker('investigation.close-corrective-action')
export class CloseCorrectiveActionWorker implements JobHandler<Job> {
  constructor(
    private readonly actions: CorrectiveBook,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<Job>, { manager }: JobContext) {
    const { subjectNo: actionNo } = job.variables;
    const { orgId, origin, originNo, rounds } = await this.actions.get(manager, actionNo);
    const ruleChange = job.variables.ruleChange === true;
    await this.actions.close(manager, actionNo, ruleChange);
    await this.outbox.event(manager, {
      type: 'corrective-action.closed',
      ...ofJobAbout(job, { subject: actionNo, caseNo: origin === 'case' ? originNo : null, orgId }),
      data: { actionNo, effective: true, ruleChange, rounds },
    });
    return {};
  }
}
