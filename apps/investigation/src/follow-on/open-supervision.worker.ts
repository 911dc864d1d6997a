import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { SupervisionStarts } from '../supervision/supervision-starts.js';

/** R09.2, R03.8: an unjustified delay goes to the supervision office, once for each missed limit. Sealed: nothing is emitted. */
@ZeebeWorker('investigation.open-supervision')
export class OpenSupervisionWorker implements JobHandler<'investigation.open-supervision'> {
  constructor(private readonly starts: SupervisionStarts) {}

  async handle(job: JobOf<'investigation.open-supervision'>, { manager }: JobContext) {
    const { subjectNo, caseNo, orgId, orgType, limitId } = job.variables;
    await this.starts.start(manager, { origin: 'delay', originNo: subjectNo, caseNo, orgId, orgType, limitId });
    return {};
  }
}
