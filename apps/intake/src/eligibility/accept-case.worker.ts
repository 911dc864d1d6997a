import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { AdmissionService } from './admission.service.js';

type Job = 'intake.accept-case';

@ZeebeWorker('intake.accept-case')
export class AcceptCaseWorker implements JobHandler<Job> {
  constructor(private readonly admission: AdmissionService) {}

  handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    return this.admission.accept(job, manager);
  }
}
