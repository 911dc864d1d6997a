import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { ClosureService } from './closure.service.js';

type Job = 'intake.withdraw-case';

@ZeebeWorker('intake.withdraw-case')
export class WithdrawCaseWorker implements JobHandler<Job> {
  constructor(private readonly closure: ClosureService) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    await this.closure.withdraw(job, manager);
    return {};
  }
}
