import type { Applier } from './applier.js';

export const signalSubscriptionCreatedApplier: Applier<'SIGNAL_SUBSCRIPTION'> = (state, { key, value }) =>
  state.signalSubscriptions.put(key, { key, ...value });
