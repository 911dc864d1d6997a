import type { OutputOf } from '@huiying/contracts';
import { Clock } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Deadlines } from './deadlines.service.js';
import { subjectOf, triggerOf } from './job-limits.js';
import { meetsBy } from './met-by.js';

/** The supplement is there: the question's own limit is met, the paused ones run on. */
@ZeebeWorker('tasklist.resume-deadlines')
export class ResumeDeadlinesWorker implements JobHandler<'tasklist.resume-deadlines'> {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async handle(
    job: JobOf<'tasklist.resume-deadlines'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'tasklist.resume-deadlines'>> {
    const { subjectNo } = subjectOf(job.variables);
    const trigger = triggerOf(job);
    const act = { at: this.clock.now(), by: 'system' };
    await this.deadlines.meet(manager, subjectNo, meetsBy('supplement.received'), act, trigger);
    await this.deadlines.resume(manager, subjectNo, trigger);
    return {};
  }
}
