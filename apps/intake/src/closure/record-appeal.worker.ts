import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { ClosureService } from './closure.service.js';

type Job = 'intake.record-appeal';

@ZeebeWorker('intake.record-appeal')
export class RecordAppealWorker implements JobHandler<Job> {
  constructor(private readonly closure: ClosureService) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    await this.closure.recordAppeal(job, manager);
    return {};
  }
}
