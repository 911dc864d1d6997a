import type { Job } from '../state/jobs.js';
import type { Applier } from './applier.js';

export const jobFailedApplier: Applier<'JOB'> = (state, { key, value }) => {
  const job: Job = { ...state.jobs.getExisting(key), retries: value.retries, errorMessage: value.errorMessage };
  delete job.worker;
  delete job.deadline;
  if (value.retries <= 0) job.state = 'FAILED';
  else if (value.recurAt !== undefined) {
    job.state = 'BACKOFF';
    job.recurAt = value.recurAt;
  } else job.state = 'ACTIVATABLE';
  state.jobs.put(key, job);
};
