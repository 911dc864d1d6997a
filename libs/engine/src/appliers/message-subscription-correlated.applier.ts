import type { Applier } from './applier.js';
import { markCorrelated } from './message-correlation.js';

export const messageSubscriptionCorrelatedApplier: Applier<'MESSAGE_SUBSCRIPTION'> = (state, { key, value }) => {
  markCorrelated(state, value.messageKey, value.bpmnProcessId);
  // a non-interrupting one goes on waiting
  if (value.interrupting) state.messageSubscriptions.delete(key);
};
