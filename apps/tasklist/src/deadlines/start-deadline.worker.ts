import type { OutputOf } from '@huiying/contracts';
import { Clock } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Deadlines } from './deadlines.service.js';
import { dateOf, factsOf, limitsOf, subjectOf, triggerOf } from './job-limits.js';

/** Opens the limits of header `limits` over a stretch of several tasks; one that runs already gives way. */
@ZeebeWorker('tasklist.start-deadline')
export class StartDeadlineWorker implements JobHandler<'tasklist.start-deadline'> {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async handle(
    job: JobOf<'tasklist.start-deadline'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'tasklist.start-deadline'>> {
    const now = this.clock.now();
    const limitIds = limitsOf(job.headers);
    const date = dateOf(job.headers, job.variables);
    // A day promised in an earlier round of the case is none any more: the default counts from now.
    const isSpent =
      date !== undefined &&
      date < dayOf(now) &&
      (await this.deadlines.ranBefore(manager, job.variables.subjectNo, limitIds));
    await this.deadlines.start(
      manager,
      subjectOf(job.variables),
      {
        limitIds,
        facts: factsOf(job.variables),
        ...(isSpent ? { from: now } : date && { date }),
        running: 'replace',
      },
      'system',
      triggerOf(job),
    );
    return {};
  }
}
