import { correlate, startByMessage } from './bpmn/messages.js';
import type { CommandProcessor } from './command-processor.js';
import { Refusal } from './refusal.js';

/** A message goes to one instance of each process that waits for it and starts those that begin with it; then it is buffered. */
export const publishMessage: CommandProcessor<'PublishMessage'> = (p, command) => {
  const { name, correlationKey, messageId, timeToLive, variables } = command;
  const buffered = messageId ? p.state.messages.buffered(name, correlationKey) : [];
  if (buffered.some((other) => other.messageId === messageId && other.deadline > p.now))
    return new Refusal(
      'ALREADY_EXISTS',
      `Expected to publish a new message with id '${messageId}', but a message with that id was already published`,
    );
  const key = p.newKey();
  const value = { name, correlationKey, messageId, timeToLive, deadline: p.now + timeToLive, variables };
  p.record('MESSAGE', 'PUBLISHED', key, value);
  const message = p.state.messages.getExisting(key);
  for (const subscriptionKey of p.state.messageSubscriptions.waitingFor(name, correlationKey)) {
    const subscription = p.state.messageSubscriptions.get(subscriptionKey);
    if (!subscription || message.correlatedTo.includes(subscription.bpmnProcessId)) continue;
    correlate(p, message, subscription);
  }
  for (const subscription of p.state.messageStartEvents.waitingFor(name))
    if (!message.correlatedTo.includes(subscription.bpmnProcessId)) startByMessage(p, message, subscription);
  if (timeToLive <= 0) p.record('MESSAGE', 'EXPIRED', key, value);
  return { key };
};
