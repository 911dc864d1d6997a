import type { Applier } from './applier.js';

export const messageStartEventSubscriptionCreatedApplier: Applier<'MESSAGE_START_EVENT_SUBSCRIPTION'> = (
  state,
  { key, value },
) =>
  state.messageStartEvents.put(key, {
    key,
    processDefinitionKey: value.processDefinitionKey,
    bpmnProcessId: value.bpmnProcessId,
    startEventId: value.startEventId,
    messageName: value.messageName,
  });
