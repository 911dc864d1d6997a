import type { OutputOf } from '@huiying/contracts';
import { CaseFacts } from '@huiying/service';
import { BpmnError, type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { triggerOf } from '../deadlines/job-limits.js';
import { Extensions } from './extensions.service.js';

/** Holds a request against the maximum of its limit (R04.13) and reads what `authority` needs. */
@ZeebeWorker('tasklist.check-extension')
export class CheckExtensionWorker implements JobHandler<'tasklist.check-extension'> {
  constructor(
    private readonly extensions: Extensions,
    private readonly cases: CaseFacts,
  ) {}

  async handle(
    job: JobOf<'tasklist.check-extension'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'tasklist.check-extension'> | BpmnError> {
    const request = await this.extensions.check(manager, job.variables.subjectNo, triggerOf(job));
    if (!request) return new BpmnError('extension-beyond-maximum');
    const found = await this.cases.find(request.caseNo);
    return {
      limitId: request.limitId,
      severity: found?.severity === 'major' || found?.severity === 'general' ? found.severity : null,
      amountYuan: found?.amountYuan ?? null,
    };
  }
}
