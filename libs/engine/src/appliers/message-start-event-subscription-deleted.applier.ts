import type { Applier } from './applier.js';

export const messageStartEventSubscriptionDeletedApplier: Applier<'MESSAGE_START_EVENT_SUBSCRIPTION'> = (
  state,
  { key },
) => state.messageStartEvents.delete(key);
