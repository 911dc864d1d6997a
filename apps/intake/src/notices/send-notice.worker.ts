import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { TellingService } from './telling.service.js';

type Job = 'intake.send-notice';

@ZeebeWorker('intake.send-notice')
export class SendNoticeWorker implements JobHandler<Job> {
  constructor(private readonly telling: TellingService) {}

  handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    return this.telling.send(job, manager);
  }
}
