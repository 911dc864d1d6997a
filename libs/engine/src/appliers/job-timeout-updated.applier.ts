import type { Applier } from './applier.js';

export const jobTimeoutUpdatedApplier: Applier<'JOB'> = (state, { key, value }) =>
  state.jobs.put(key, { ...state.jobs.getExisting(key), deadline: value.deadline });
