import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { CaseBook } from '../case/case-book.js';
import { EmergencyStart } from './emergency-start.js';

type Job = 'emergency-response.start-response';

/** Decision `emergency-activation` said yes (R08.5, R08.7). */
@ZeebeWorker('emergency-response.start-response')
export class StartResponseWorker implements JobHandler<Job> {
  constructor(
    private readonly book: CaseBook,
    private readonly emergency: EmergencyStart,
  ) {}

  async handle({ variables }: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    const row = await this.book.lock(manager, variables.caseNo ?? variables.subjectNo);
    await this.emergency.start(manager, row, variables.dangerToPersons === true ? 'danger' : 'decision');
    return {};
  }
}
