import type { Applier } from './applier.js';

export const jobBatchActivatedApplier: Applier<'JOB_BATCH'> = (state, { value }) => {
  for (const key of value.jobKeys)
    state.jobs.put(key, {
      ...state.jobs.getExisting(key),
      state: 'ACTIVATED',
      worker: value.worker,
      deadline: value.deadline,
    });
};
