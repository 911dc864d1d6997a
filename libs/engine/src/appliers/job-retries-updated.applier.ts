import type { Applier } from './applier.js';

export const jobRetriesUpdatedApplier: Applier<'JOB'> = (state, { key, value }) =>
  state.jobs.update(key, (job) => (job.retries = value.retries));
