import type { Applier } from './applier.js';

export const signalSubscriptionDeletedApplier: Applier<'SIGNAL_SUBSCRIPTION'> = (state, { key }) =>
  state.signalSubscriptions.delete(key);
