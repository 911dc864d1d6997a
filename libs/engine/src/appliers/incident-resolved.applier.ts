import type { Applier } from './applier.js';
import { makeActivatable } from './job-made-activatable.js';

export const incidentResolvedApplier: Applier<'INCIDENT'> = (state, { key, value }) => {
  state.incidents.delete(key);
  const job = value.jobKey === undefined ? undefined : state.jobs.get(value.jobKey);
  if (job?.state === 'FAILED' || job?.state === 'ERROR_THROWN') makeActivatable(state, job.key);
};
