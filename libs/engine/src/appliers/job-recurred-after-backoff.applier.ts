import type { Applier } from './applier.js';
import { makeActivatable } from './job-made-activatable.js';

export const jobRecurredAfterBackoffApplier: Applier<'JOB'> = (state, { key }) => makeActivatable(state, key);
