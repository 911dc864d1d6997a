import type { Job } from '../state/jobs.js';
import type { Applier } from './applier.js';

export const jobErrorThrownApplier: Applier<'JOB'> = (state, { key, value }) => {
  const job: Job = {
    ...state.jobs.getExisting(key),
    state: 'ERROR_THROWN',
    errorCode: value.errorCode,
    errorMessage: value.errorMessage,
  };
  delete job.worker;
  delete job.deadline;
  state.jobs.put(key, job);
};
