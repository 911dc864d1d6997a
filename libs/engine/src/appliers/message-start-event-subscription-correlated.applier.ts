import type { Applier } from './applier.js';
import { markCorrelated } from './message-correlation.js';

export const messageStartEventSubscriptionCorrelatedApplier: Applier<'MESSAGE_START_EVENT_SUBSCRIPTION'> = (
  state,
  { value },
) => markCorrelated(state, value.messageKey, value.bpmnProcessId);
