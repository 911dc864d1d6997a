import type { Applier } from './applier.js';

export const compensationSubscriptionTriggeredApplier: Applier<'COMPENSATION_SUBSCRIPTION'> = (state, { key, value }) =>
  state.compensations.put(key, { key, ...value });
