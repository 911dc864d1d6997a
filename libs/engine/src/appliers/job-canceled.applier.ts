import type { Applier } from './applier.js';
import { removeJob } from './job-removal.js';

export const jobCanceledApplier: Applier<'JOB'> = (state, { key }) => removeJob(state, key);
