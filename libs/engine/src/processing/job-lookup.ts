import type { Key } from '../record/key.js';
import type { Job } from '../state/jobs.js';
import type { Processing } from './processing.js';
import { Refusal } from './refusal.js';

/** The job, if it is one that a worker can still say something about. */
export function findJob(p: Processing, jobKey: Key, verb: string): Readonly<Job> | Refusal {
  const job = p.state.jobs.get(jobKey);
  if (!job) return jobNotFound(jobKey, verb);
  if (job.state === 'ACTIVATABLE' || job.state === 'ACTIVATED') return job;
  return new Refusal(
    'INVALID_STATE',
    `Expected to ${verb} job with key '${jobKey}', but it is in state '${job.state}'`,
  );
}

export function jobNotFound(jobKey: Key, verb: string): Refusal {
  return new Refusal('NOT_FOUND', `Expected to ${verb} job with key '${jobKey}', but no such job was found`);
}
