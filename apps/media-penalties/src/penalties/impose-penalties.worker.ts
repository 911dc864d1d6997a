import type { OutputOf } from '@huiying/contracts';
import { CompletedTask } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Imposing } from './imposing.js';

/** 处罚 by whatever decision stands in front of it in the model (R11.1–R11.11). */
@ZeebeWorker('media-penalties.impose-penalties')
export class ImposePenaltiesWorker implements JobHandler<'media-penalties.impose-penalties'> {
  constructor(
    private readonly imposing: Imposing,
    private readonly tasks: CompletedTask,
  ) {}

  async handle(
    job: JobOf<'media-penalties.impose-penalties'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'media-penalties.impose-penalties'>> {
    const { penalties, source, storeId, consultantId, caseNo, payees, outcomeId } = job.variables;
    const due = (penalties ?? []).some(({ amountYuan }) => amountYuan > 0);
    // Who judged is kept: it is not they who confirm the payment, or revoke it (access.md, separation of duties).
    const imposedBy = due && outcomeId ? (await this.tasks.outcome(outcomeId)).completedBy : null;
    const penaltyNos = await this.imposing.impose(manager, {
      ...{ penalties, source, storeId, consultantId, caseNo, payees, imposedBy },
      cause: { job: job.type },
      process: job,
    });
    return { penaltyNos };
  }
}
