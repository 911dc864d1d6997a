import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { DiversionService } from './diversion.service.js';

type Job = 'intake.divert-case';

@ZeebeWorker('intake.divert-case')
export class DivertCaseWorker implements JobHandler<Job> {
  constructor(private readonly diversions: DiversionService) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    await this.diversions.divert(job, manager);
    return {};
  }
}
