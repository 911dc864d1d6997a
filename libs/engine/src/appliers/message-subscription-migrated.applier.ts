import type { Applier } from './applier.js';

export const messageSubscriptionMigratedApplier: Applier<'MESSAGE_SUBSCRIPTION'> = (state, { key, value }) =>
  state.messageSubscriptions.put(key, { key, ...value });
