import type { ElementModel } from '../../model/process-model.js';
import { startEventOf } from '../../model/process-model.js';
import type { Schedule } from '../../model/timer-values.js';
import { Failure } from '../failure.js';
import type { Active, Processing } from '../processing.js';
import { evaluate, evaluateText, typeName } from './expressions.js';
import { scheduleTimer } from './timers.js';
import { isBody, isInner, referenceOf } from './values.js';

type Wanted =
  | { readonly kind: 'timer'; readonly target: ElementModel; readonly schedule: Schedule }
  | { readonly kind: 'message'; readonly target: ElementModel; readonly name: string; readonly correlationKey: string }
  | { readonly kind: 'signal'; readonly target: ElementModel; readonly name: string };

/** The events that an instance listens to while it is active: its own, those at its border, those of its event sub-processes. */
export function subscribe(p: Processing, { element, instance }: Active): Failure | undefined {
  const targets: ElementModel[] = [];
  if (!isBody(instance)) {
    if (element.type === 'INTERMEDIATE_CATCH_EVENT' || element.type === 'RECEIVE_TASK') targets.push(element);
    if (element.type === 'EVENT_BASED_GATEWAY') targets.push(...element.outgoing.map((flow) => flow.target));
    targets.push(...element.eventSubProcesses.map(startEventOf));
  }
  if (!isInner(instance)) targets.push(...element.boundaryEvents);
  // all expressions first: a failure leaves nothing half open
  const wanted: Wanted[] = [];
  for (const target of targets) {
    const subscription = evaluateSubscription(p, target, { element, instance });
    if (subscription instanceof Failure) return subscription;
    if (subscription) wanted.push(subscription);
  }
  for (const subscription of wanted) open(p, subscription, instance);
  return undefined;
}

function evaluateSubscription(p: Processing, target: ElementModel, { instance }: Active): Wanted | Failure | undefined {
  const event = target.event;
  if (event?.kind === 'timer') {
    const schedule = scheduleTimer(p, event, instance.key);
    return schedule instanceof Failure ? schedule : { kind: 'timer', target, schedule };
  }
  if (event?.kind !== 'message' && event?.kind !== 'signal') return undefined;
  const name = evaluateText(p, event.name, instance.key);
  if (name instanceof Failure) return name;
  if (event.kind === 'signal') return { kind: 'signal', target, name };
  // the border stands in the scope around: local variables of the element are not known there
  const scopeKey = target.type === 'BOUNDARY_EVENT' ? instance.flowScopeKey : instance.key;
  const correlationKey = evaluateCorrelationKey(p, target, scopeKey);
  return correlationKey instanceof Failure ? correlationKey : { kind: 'message', target, name, correlationKey };
}

function evaluateCorrelationKey(p: Processing, target: ElementModel, scopeKey: number): string | Failure {
  const expression = target.event?.kind === 'message' ? target.event.correlationKey : undefined;
  if (!expression) return new Failure('EXTRACT_VALUE_ERROR', `Element '${target.id}' has no correlation key`);
  const value = evaluate(p, expression, scopeKey);
  if (value instanceof Failure || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return new Failure(
    'EXTRACT_VALUE_ERROR',
    `Failed to extract the correlation key for '${expression.text}': The value must be either a string or a number, but was '${typeName(value)}'.`,
  );
}

function open(p: Processing, wanted: Wanted, instance: Active['instance']): void {
  const reference = referenceOf(instance);
  const { target } = wanted;
  // an event that is waited for on its own is over with the first; at a border it depends
  const interrupting = target.type === 'BOUNDARY_EVENT' || target.type === 'START_EVENT' ? target.interrupting : true;
  const at = { ...reference, elementInstanceKey: instance.key };
  switch (wanted.kind) {
    case 'timer':
      p.record('TIMER', 'CREATED', p.newKey(), {
        elementInstanceKey: instance.key,
        processInstanceKey: instance.processInstanceKey,
        processDefinitionKey: instance.processDefinitionKey,
        targetElementId: target.id,
        ...wanted.schedule,
      });
      return;
    case 'message': {
      const key = p.newKey();
      p.record('MESSAGE_SUBSCRIPTION', 'CREATED', key, {
        ...at,
        elementId: target.id,
        messageName: wanted.name,
        correlationKey: wanted.correlationKey,
        interrupting,
      });
      p.follow({ type: 'CorrelateBuffered', subscriptionKey: key });
      return;
    }
    case 'signal':
      p.record('SIGNAL_SUBSCRIPTION', 'CREATED', p.newKey(), {
        ...at,
        elementId: target.id,
        signalName: wanted.name,
        interrupting,
      });
  }
}

/** @param which ids of the events that are no longer listened to; left out: all */
export function unsubscribe(p: Processing, instance: Active['instance'], which?: ReadonlySet<string>): void {
  const { timers, messageSubscriptions, signalSubscriptions } = p.state;
  for (const { key, ...timer } of timers.ofElement(instance.key))
    if (!which || which.has(timer.targetElementId)) p.record('TIMER', 'CANCELED', key, timer);
  for (const { key, ...subscription } of messageSubscriptions.ofElement(instance.key))
    if (!which || which.has(subscription.elementId)) p.record('MESSAGE_SUBSCRIPTION', 'DELETED', key, subscription);
  for (const { key, ...subscription } of signalSubscriptions.ofElement(instance.key))
    if (!which || which.has(subscription.elementId)) p.record('SIGNAL_SUBSCRIPTION', 'DELETED', key, subscription);
}
