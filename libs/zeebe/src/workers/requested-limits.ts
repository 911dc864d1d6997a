import type { JobType } from '@huiying/contracts';
import type { Outbox } from '@huiying/events';
import type { EntityManager } from 'typeorm';
import type { JobOf } from './job.js';

/** The deadline clock's own jobs open their limits themselves. */
const DEADLINE_CLOCK = 'tasklist.';

/** Header `limits` of a service task, throw or message end (processes.md §0): asks the deadline clock to open these limits. */
export async function requestLimits<T extends JobType>(
  outbox: Outbox,
  manager: EntityManager,
  job: JobOf<T>,
  now: Date,
): Promise<void> {
  const limits = (job.headers['limits'] ?? '')
    .split(',')
    .map((limit) => limit.trim())
    .filter((limit) => limit !== '');
  if (limits.length === 0 || job.type.startsWith(DEADLINE_CLOCK)) return;
  const { subjectNo, caseNo, orgId } = job.variables as { subjectNo: string; caseNo?: string; orgId: string };
  await outbox.event(manager, {
    type: 'limits.requested',
    subject: subjectNo,
    ...(caseNo ? { caseNo } : {}),
    orgId,
    actorId: 'system',
    cause: { job: job.type },
    process: job,
    data: { subjectNo, limits, from: now.toISOString() },
  });
}
