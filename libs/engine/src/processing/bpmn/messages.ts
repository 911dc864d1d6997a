import type { Key } from '../../record/key.js';
import type { Message, MessageStartEventSubscription, MessageSubscription } from '../../state/messages.js';
import { createInstance } from '../instances/create.js';
import type { Processing } from '../processing.js';
import { canTrigger, trigger } from './events.js';
import { active } from './values.js';

/** Gives a message to a subscription that waits for it. @returns whether it could be taken */
export function correlate(
  p: Processing,
  message: Readonly<Message>,
  subscription: Readonly<MessageSubscription>,
): boolean {
  const at = active(p, subscription.elementInstanceKey);
  const target = p.models.element(subscription.processDefinitionKey, subscription.elementId);
  if (!canTrigger(at, target)) return false;
  const { key, ...value } = subscription;
  p.record('MESSAGE_SUBSCRIPTION', 'CORRELATED', key, { ...value, messageKey: message.key });
  trigger(p, at, target, message.variables);
  return true;
}

/** Starts an instance by a message, unless one that was started with the same correlation key is active. */
export function startByMessage(
  p: Processing,
  message: Readonly<Message>,
  subscription: Readonly<MessageStartEventSubscription>,
): boolean {
  const { correlationKey } = message;
  if (correlationKey && p.state.elements.isLocked(subscription.bpmnProcessId, correlationKey)) return false;
  const definition = p.state.processes.getExisting(subscription.processDefinitionKey);
  const processInstanceKey = createInstance(p, definition, {
    trigger: { elementId: subscription.startEventId, variables: message.variables },
    correlationKey,
  });
  const { key, ...value } = subscription;
  p.record('MESSAGE_START_EVENT_SUBSCRIPTION', 'CORRELATED', key, {
    ...value,
    messageKey: message.key,
    processInstanceKey,
    correlationKey,
  });
  return true;
}

/** Buffered messages that a process has not had yet, the oldest first. */
export function waitingMessages(p: Processing, name: string, correlationKey: string, bpmnProcessId: string): Key[] {
  return p.state.messages
    .buffered(name, correlationKey)
    .filter((message) => message.deadline > p.now && !message.correlatedTo.includes(bpmnProcessId))
    .map((message) => message.key);
}
