import type { OutputOf } from '@huiying/contracts';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Deadlines } from './deadlines.service.js';
import { factsOf, limitsOf, subjectOf, triggerOf } from './job-limits.js';

/** Code of what the clock waits for. */
const SUPPLEMENT = 'supplement';

/**
 * Stops the pausable limits while the complainant is asked and opens the limit of the question itself (R01.2). Intake answers the
 * event deadline.paused with `supplement-received` again where the supplement is there already (processes.md §8.5).
 */
@ZeebeWorker('tasklist.pause-deadlines')
export class PauseDeadlinesWorker implements JobHandler<'tasklist.pause-deadlines'> {
  constructor(private readonly deadlines: Deadlines) {}

  async handle(
    job: JobOf<'tasklist.pause-deadlines'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'tasklist.pause-deadlines'>> {
    const subject = subjectOf(job.variables);
    const trigger = triggerOf(job);
    await this.deadlines.pause(manager, subject.subjectNo, SUPPLEMENT, trigger);
    const order = { limitIds: limitsOf(job.headers), facts: factsOf(job.variables), running: 'replace' as const };
    await this.deadlines.start(manager, subject, order, 'system', trigger);
    return {};
  }
}
