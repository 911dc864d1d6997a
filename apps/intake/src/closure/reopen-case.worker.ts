import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { ClosureService } from './closure.service.js';

type Job = 'intake.reopen-case';

@ZeebeWorker('intake.reopen-case')
export class ReopenCaseWorker implements JobHandler<Job> {
  constructor(private readonly closure: ClosureService) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    await this.closure.reopen(job, manager);
    return {};
  }
}
