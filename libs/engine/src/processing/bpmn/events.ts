import type { JsonObject } from '../../feel/feel.js';
import { startEventOf, type ElementModel } from '../../model/process-model.js';
import type { Active, Processing } from '../processing.js';
import { unsubscribe } from './subscriptions.js';
import { referenceOf } from './values.js';

/** Whether an event that the instance listens to can reach it now. */
export function canTrigger({ instance }: Active, target: ElementModel): boolean {
  if (instance.state !== 'ACTIVATED') return false;
  // once interrupted, a scope starts no further event sub-process; what stands at its border still can end it
  return instance.interruptedBy === undefined || target.type === 'BOUNDARY_EVENT';
}

/** An event reaches an instance that listens to it: its own, one at its border, or one of its event sub-processes. */
export function trigger(p: Processing, at: Active, target: ElementModel, variables: JsonObject): void {
  if (target.type === 'BOUNDARY_EVENT') return triggerBoundaryEvent(p, at, target, variables);
  if (target.type === 'START_EVENT') return triggerEventSubProcess(p, at, target.parent!, variables);
  const { instance } = at;
  unsubscribe(p, instance);
  p.record('PROCESS_EVENT', 'TRIGGERED', p.newKey(), {
    ...referenceOf(instance),
    elementInstanceKey: instance.key,
    targetElementId: target.id,
    variables,
  });
  p.follow({ type: 'CompleteElement', key: instance.key });
}

export function triggerBoundaryEvent(
  p: Processing,
  { instance }: Active,
  event: ElementModel,
  variables: JsonObject,
): void {
  const { flowScopeKey } = instance;
  if (event.interrupting) p.lifecycle.terminate(instance.key);
  p.lifecycle.activate(flowScopeKey, event, { trigger: { elementId: event.id, variables } });
}

export function triggerEventSubProcess(
  p: Processing,
  { element, instance }: Active,
  eventSubProcess: ElementModel,
  variables: JsonObject,
): void {
  const start = startEventOf(eventSubProcess);
  if (start.interrupting) {
    for (const child of p.state.elements.childrenOf(instance.key)) p.lifecycle.terminate(child);
    unsubscribe(p, instance, new Set(element.eventSubProcesses.map((other) => startEventOf(other).id)));
  }
  p.lifecycle.activate(instance.key, eventSubProcess, {
    trigger: { elementId: start.id, variables },
    interruptedScopeKey: start.interrupting ? instance.key : undefined,
  });
}
