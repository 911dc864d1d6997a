import type { ElementInstance } from '../state/element-instances.js';
import type { Applier } from './applier.js';

export const processInstanceElementActivatingApplier: Applier<'PROCESS_INSTANCE'> = (
  state,
  { key, value, timestamp },
) => {
  const row: ElementInstance = {
    key,
    elementId: value.elementId,
    elementType: value.bpmnElementType,
    eventType: value.bpmnEventType,
    state: 'ACTIVATING',
    flowScopeKey: value.flowScopeKey,
    processInstanceKey: value.processInstanceKey,
    bpmnProcessId: value.bpmnProcessId,
    version: value.version,
    processDefinitionKey: value.processDefinitionKey,
  };
  if (value.loopCounter !== undefined) row.loopCounter = value.loopCounter;
  if (value.bpmnElementType === 'PROCESS') {
    row.startedAt = timestamp;
    if (value.correlationKey) row.correlationKey = value.correlationKey;
    if (value.parentElementInstanceKey !== undefined) {
      row.parentProcessInstanceKey = value.parentProcessInstanceKey;
      row.parentElementInstanceKey = value.parentElementInstanceKey;
      state.elements.update(value.parentElementInstanceKey, (caller) => (caller.calledInstanceKey = key));
    }
  }
  state.elements.put(key, row);
  if (value.consumedFlows?.length)
    state.elements.update(value.flowScopeKey, (scope) => {
      const taken = { ...scope.takenFlows };
      for (const flow of value.consumedFlows ?? []) {
        const count = (taken[flow] ?? 0) - 1;
        if (count > 0) taken[flow] = count;
        else delete taken[flow];
      }
      if (Object.keys(taken).length) scope.takenFlows = taken;
      else delete scope.takenFlows;
    });
};
