import type { JsonValue, VariableScope } from '../../feel/feel.js';
import type { LoopModel } from '../../model/process-model.js';
import type { Key } from '../../record/key.js';
import { Failure } from '../failure.js';
import type { Active, Processing } from '../processing.js';
import { evaluate, evaluateBoolean } from './expressions.js';
import { setLocal } from './variables.js';

/** The local variables of one instance: its element, its number, and a place for its output. */
export function setLoopVariables(p: Processing, loop: LoopModel, bodyKey: Key, key: Key, loopCounter: number): void {
  const items = p.state.multiInstances.getExisting(bodyKey).items;
  if (loop.inputElement) setLocal(p, key, loop.inputElement, items[loopCounter - 1] ?? null);
  setLocal(p, key, 'loopCounter', loopCounter);
  if (loop.outputVariable && !p.state.variables.local(key, loop.outputVariable))
    setLocal(p, key, loop.outputVariable, null);
}

/**
 * Before an instance of a body completes: collects its output, and sees whether the completion condition holds.
 * @returns whether the body is done with it
 */
export function beforeInnerLeaves(p: Processing, { element, instance }: Active): boolean | Failure {
  const loop = element.loop!;
  const bodyKey = instance.flowScopeKey;
  if (loop.outputElement && loop.outputCollection) {
    const output = evaluate(p, loop.outputElement, instance.key);
    if (output instanceof Failure) return output;
    p.record('MULTI_INSTANCE', 'OUTPUT_COLLECTED', bodyKey, {
      elementInstanceKey: bodyKey,
      processInstanceKey: instance.processInstanceKey,
      loopCounter: instance.loopCounter,
      output,
    });
  }
  return loop.completionCondition ? evaluateBoolean(p, loop.completionCondition, withCounters(p, instance)) : false;
}

/** The scope of a completion condition: the instance's, and the counters with the instance counted as completed. */
function withCounters(p: Processing, instance: Active['instance']): VariableScope {
  const body = p.state.elements.getExisting(instance.flowScopeKey);
  const counters: Readonly<Record<string, () => JsonValue>> = {
    numberOfInstances: () => p.state.multiInstances.getExisting(body.key).items.length,
    numberOfActiveInstances: () => p.state.elements.countChildren(body.key) - 1,
    numberOfCompletedInstances: () => (body.completedChildren ?? 0) + 1,
    numberOfTerminatedInstances: () => body.terminatedChildren ?? 0,
  };
  return { get: (name) => (Object.hasOwn(counters, name) ? counters[name]!() : p.state.lookUp(instance.key, name)) };
}

/** After an instance of a body has completed: the next one, or the end of the body. */
export function afterInner(p: Processing, bodyKey: Key, satisfied: boolean): void {
  const body = p.state.elements.get(bodyKey);
  if (body?.state !== 'ACTIVATED') return;
  if (satisfied) {
    for (const child of p.state.elements.childrenOf(bodyKey)) p.lifecycle.terminate(child);
    // at once: instances that are due still must not come to be
    p.lifecycle.complete(bodyKey);
    return;
  }
  const { items } = p.state.multiInstances.getExisting(bodyKey);
  const ended = (body.completedChildren ?? 0) + (body.terminatedChildren ?? 0);
  const loop = p.models.element(body.processDefinitionKey, body.elementId).loop!;
  if (loop.sequential && ended < items.length)
    p.follow({ type: 'ActivateElement', scopeKey: bodyKey, elementId: body.elementId, loopCounter: ended + 1 });
  else if (ended >= items.length && !p.state.elements.countChildren(bodyKey))
    p.follow({ type: 'CompleteElement', key: bodyKey });
}
