import type { Applier } from './applier.js';
import { removeJob } from './job-removal.js';

export const jobCompletedApplier: Applier<'JOB'> = (state, { key, value }) => {
  removeJob(state, key);
  state.elements.update(value.elementInstanceKey, (row) => {
    row.trigger = { elementId: row.elementId, variables: value.variables ?? {} };
  });
};
