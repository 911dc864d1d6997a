import type { Applier } from './applier.js';

export const messageSubscriptionDeletedApplier: Applier<'MESSAGE_SUBSCRIPTION'> = (state, { key }) =>
  state.messageSubscriptions.delete(key);
