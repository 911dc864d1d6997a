import type { OutputOf } from '@huiying/contracts';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Deadlines } from './deadlines.service.js';
import { dateOf, factsOf, limitsOf, subjectOf, triggerOf } from './job-limits.js';

/** Opens the limits of header `limits` over a stretch of several tasks; one that runs already gives way. */
@ZeebeWorker('tasklist.start-deadline')
export class StartDeadlineWorker implements JobHandler<'tasklist.start-deadline'> {
  constructor(private readonly deadlines: Deadlines) {}

  async handle(
    job: JobOf<'tasklist.start-deadline'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'tasklist.start-deadline'>> {
    const date = dateOf(job.headers, job.variables);
    await this.deadlines.start(
      manager,
      subjectOf(job.variables),
      {
        limitIds: limitsOf(job.headers),
        facts: factsOf(job.variables),
        ...(date && { date }),
        running: 'replace',
      },
      'system',
      triggerOf(job),
    );
    return {};
  }
}
