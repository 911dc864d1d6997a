import type { JobType } from '@huiying/contracts';
import type { JobOf } from '@huiying/zeebe';

/** What every event has that a job emits about its case. */
export function ofJob<T extends JobType>(job: JobOf<T> & { variables: { orgId: string } }, caseNo: string) {
  return {
    subject: caseNo,
    caseNo,
    orgId: job.variables.orgId,
    actorId: 'system',
    cause: { job: job.type },
    process: job,
  } as const;
}
