import type { Applier } from './applier.js';

export const messagePublishedApplier: Applier<'MESSAGE'> = (state, { key, value }) =>
  state.messages.put(key, {
    key,
    name: value.name,
    correlationKey: value.correlationKey,
    messageId: value.messageId,
    deadline: value.deadline,
    variables: value.variables,
    correlatedTo: [],
  });
