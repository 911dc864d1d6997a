import type { Applier } from './applier.js';

export const messageSubscriptionCreatedApplier: Applier<'MESSAGE_SUBSCRIPTION'> = (state, { key, value }) =>
  state.messageSubscriptions.put(key, { key, ...value });
