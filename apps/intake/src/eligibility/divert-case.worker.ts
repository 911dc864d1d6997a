import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { AdmissionService } from './admission.service.js';

type Job = 'intake.divert-case';

@ZeebeWorker('intake.divert-case')
export class DivertCaseWorker implements JobHandler<Job> {
  constructor(private readonly admission: AdmissionService) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    await this.admission.divert(job, manager);
    return {};
  }
}
