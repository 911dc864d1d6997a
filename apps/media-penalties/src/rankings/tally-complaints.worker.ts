import { CompletedTask } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { ComplaintCount } from './complaint-count.js';
import { SETTLE_OPEN, settledIn, yearOf } from './ranking-subject.js';
import { Tallies } from './tallies.js';

/** Counts the year's complaints against the stores of a region, after what the region said of those not judged yet (R11.9, R11.3). */
@ZeebeWorker('media-penalties.tally-complaints')
export class TallyComplaintsWorker implements JobHandler<'media-penalties.tally-complaints'> {
  constructor(
    private readonly tallies: Tallies,
    private readonly count: ComplaintCount,
    private readonly tasks: CompletedTask,
  ) {}

  async handle(job: JobOf<'media-penalties.tally-complaints'>, { manager }: JobContext) {
    const { unitId, period, outcomeId } = job.variables;
    const year = yearOf(period);
    if (outcomeId) {
      const outcome = await this.tasks.outcome(outcomeId);
      if (outcome.formId === SETTLE_OPEN) {
        for (const { caseNo, malicious } of settledIn(outcome.data))
          await this.count.settle(manager, caseNo, malicious, outcome.completedBy);
      }
    }
    const { open } = await this.tallies.of(manager, unitId, year);
    await this.tallies.followMasters(manager, open);
    const tally = await this.tallies.of(manager, unitId, year);
    await this.tallies.keep(manager, unitId, year, tally);
    return { stores: tally.stores, undetermined: tally.open.length };
  }
}
