import type { Key } from '../record/key.js';
import type { EngineState } from '../state/engine-state.js';
import type { ElementInstance } from '../state/element-instances.js';
import { MultiInstanceOutputs } from '../state/multi-instances.js';

/** An element instance is left: it and what is local to it are gone. */
export function removeElementInstance(state: EngineState, key: Key): Readonly<ElementInstance> {
  const row = state.elements.getExisting(key);
  for (const variable of state.variables.allLocal(key)) state.variables.delete(variable.key);
  if (state.multiInstances.has(key)) {
    state.multiInstances.delete(key);
    for (const counter of state.multiInstanceOutputs.loopCountersOf(key))
      state.multiInstanceOutputs.delete(MultiInstanceOutputs.keyOf(key, counter));
  }
  if (row.elementType === 'PROCESS')
    for (const compensation of state.compensations.ofProcessInstance(key)) state.compensations.delete(compensation.key);
  if (row.parentElementInstanceKey !== undefined && state.elements.has(row.parentElementInstanceKey))
    state.elements.update(row.parentElementInstanceKey, (caller) => delete caller.calledInstanceKey);
  state.elements.delete(key);
  return row;
}
