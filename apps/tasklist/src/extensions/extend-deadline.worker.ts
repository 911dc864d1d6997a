import type { OutputOf } from '@huiying/contracts';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { triggerOf } from '../deadlines/job-limits.js';
import { Extensions } from './extensions.service.js';

/** Moves the end of the limit by the days that were approved (R04.13, R09.7). */
@ZeebeWorker('tasklist.extend-deadline')
export class ExtendDeadlineWorker implements JobHandler<'tasklist.extend-deadline'> {
  constructor(private readonly extensions: Extensions) {}

  async handle(
    job: JobOf<'tasklist.extend-deadline'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'tasklist.extend-deadline'>> {
    const { subjectNo, extraDays } = job.variables;
    await this.extensions.extend(manager, subjectNo, extraDays ?? undefined, triggerOf(job));
    return {};
  }
}
