import type { ElementModel } from '../../model/process-model.js';
import type { Key } from '../../record/key.js';
import type { Compensation } from '../../state/compensations.js';
import type { Active, Processing } from '../processing.js';
import { without } from '../without.js';
import { valueOf } from './values.js';

/** An activity is about to complete: if it can be undone, that is kept until its process instance ends. */
export function keepCompensation(p: Processing, { element, instance }: Active): void {
  const event = element.boundaryEvents.find((other) => other.event?.kind === 'compensation');
  const holdsSome = !event && waitingIn(p, instance.key).length > 0;
  if (!event && !holdsSome) return;
  p.record('COMPENSATION_SUBSCRIPTION', 'CREATED', p.newKey(), {
    processInstanceKey: instance.processInstanceKey,
    scopeKey: instance.flowScopeKey,
    activityId: element.id,
    ...(event?.handler && { handlerId: event.handler.id }),
    ...(holdsSome && { innerScopeKey: instance.key }),
  });
}

/** Starts the compensation of a scope for a throw event. @returns whether there is something to wait for */
export function compensate(p: Processing, { element, instance }: Active): boolean {
  const activityId = element.event?.kind === 'compensation' ? element.event.activityId : undefined;
  for (const scopeKey of scopesOf(p, instance))
    for (const compensation of waitingIn(p, scopeKey))
      if (activityId === undefined || compensation.activityId === activityId)
        start(p, compensation, scopeKey, instance.key);
  return p.state.compensations.countOfThrowEvent(instance.key) > 0;
}

/** An instance that carries a compensation out has been left. */
export function finishCompensation(p: Processing, compensation: Readonly<Compensation>): void {
  const { key, throwEventKey } = compensation;
  p.record('COMPENSATION_SUBSCRIPTION', 'COMPLETED', key, without(compensation, 'key'));
  if (throwEventKey === undefined || p.state.compensations.countOfThrowEvent(throwEventKey)) return;
  p.follow({ type: 'CompleteElement', key: throwEventKey });
}

/** The scope of a throw event; from an event sub-process also what it was started from. */
function scopesOf(p: Processing, thrower: Active['instance']): Key[] {
  const scope = p.state.elements.getExisting(thrower.flowScopeKey);
  return scope.elementType === 'EVENT_SUB_PROCESS' ? [scope.key, scope.flowScopeKey] : [scope.key];
}

function waitingIn(p: Processing, scopeKey: Key): Readonly<Compensation>[] {
  return p.state.compensations.ofScope(scopeKey).filter((other) => other.handlerInstanceKey === undefined);
}

function start(p: Processing, compensation: Readonly<Compensation>, scopeKey: Key, throwEventKey?: Key): void {
  const { processDefinitionKey } = p.state.elements.getExisting(scopeKey);
  const handlerInstanceKey = p.newKey();
  p.record('COMPENSATION_SUBSCRIPTION', 'TRIGGERED', compensation.key, {
    ...without(compensation, 'key'),
    handlerInstanceKey,
    ...(throwEventKey === undefined ? {} : { throwEventKey }),
  });
  const element = p.models.element(processDefinitionKey, compensation.handlerId ?? compensation.activityId);
  if (compensation.innerScopeKey === undefined) p.lifecycle.activate(scopeKey, element, { key: handlerInstanceKey });
  else enterAgain(p, element, scopeKey, handlerInstanceKey, compensation.innerScopeKey);
}

/** A sub-process is entered once more, only for the handlers of what was completed in it. */
function enterAgain(p: Processing, element: ElementModel, scopeKey: Key, key: Key, innerScopeKey: Key): void {
  p.lifecycle.activate(scopeKey, element, { key, scopeOnly: true });
  p.record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', key, valueOf(p.state.elements.getExisting(key)));
  for (const inner of waitingIn(p, innerScopeKey)) start(p, inner, key);
}
