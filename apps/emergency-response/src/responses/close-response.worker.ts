import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { ofJob } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { ResponseBook } from './response-book.js';

type Job = 'emergency-response.close-response';

/** The leading group declared it over, or a false alarm (R08.10). */
@ZeebeWorker('emergency-response.close-response')
export class CloseResponseWorker implements JobHandler<Job> {
  constructor(
    private readonly responses: ResponseBook,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const response = await this.responses.running(manager, caseNo);
    const result = job.variables.result === 'false-alarm' ? 'false-alarm' : 'over';
    const revise = job.variables.revise === true;
    await this.responses.close(manager, response, { result, revise });
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo),
      type: 'emergency.closed',
      data: { result, revise, rounds: response.round },
    });
    return {};
  }
}
