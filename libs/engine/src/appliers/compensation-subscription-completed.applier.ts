import type { Applier } from './applier.js';

export const compensationSubscriptionCompletedApplier: Applier<'COMPENSATION_SUBSCRIPTION'> = (state, { key }) =>
  state.compensations.delete(key);
