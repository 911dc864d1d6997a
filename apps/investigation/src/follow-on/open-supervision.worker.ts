import { CompletedTask } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { SupervisionStarts } from '../supervision/supervision-starts.js';

/**
 * R09.2, R03.8: an unjustified delay goes to the supervision office, once for each missed limit, with what the superior wrote about it.
 * Sealed: nothing is emitted.
 */
@ZeebeWorker('investigation.open-supervision')
export class OpenSupervisionWorker implements JobHandler<'investigation.open-supervision'> {
  constructor(
    private readonly starts: SupervisionStarts,
    private readonly tasks: CompletedTask,
  ) {}

  async handle(job: JobOf<'investigation.open-supervision'>, { manager }: JobContext) {
    const { subjectNo, caseNo, orgId, orgType, limitId, outcomeId } = job.variables;
    const referral = outcomeId ? await this.referral(outcomeId) : undefined;
    await this.starts.start(manager, {
      ...{ origin: 'delay', originNo: subjectNo, caseNo, orgId, orgType, limitId },
      ...(referral ? { referral } : {}),
    });
    return {};
  }

  private async referral(outcomeId: string): Promise<{ by: string; reason: string }> {
    const { completedBy, data } = await this.tasks.outcome(outcomeId);
    const said = ['overdueReason', 'instruction'].map((key) => data[key]).filter((one) => typeof one === 'string');
    return { by: completedBy, reason: said.join('；') };
  }
}
