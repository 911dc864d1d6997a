import type { JobType } from '@huiying/contracts';
import type { JobOf } from '@huiying/zeebe';

/** What every event has that a job emits about its case. */
export function ofJob<T extends JobType>(job: JobOf<T> & { variables: { orgId: string } }, caseNo: string) {
  return ofJobAbout(job, { subject: caseNo, caseNo, orgId: job.variables.orgId });
}

/** The same about something else: a measure, a penalty, a report; with the number of its case where it has one. */
export function ofJobAbout<T extends JobType>(
  job: JobOf<T>,
  { subject, caseNo, orgId }: { subject: string; caseNo?: string | null | undefined; orgId: string },
) {
  return {
    subject,
    caseNo: caseNo ?? undefined,
    orgId,
    actorId: 'system',
    cause: { job: job.type },
    process: job,
  } as const;
}
