import type { Applier } from './applier.js';

export const processInstanceSequenceFlowTakenApplier: Applier<'PROCESS_INSTANCE'> = (state, { value }) =>
  state.elements.update(value.flowScopeKey, (scope) => {
    scope.takenFlows = { ...scope.takenFlows, [value.elementId]: (scope.takenFlows?.[value.elementId] ?? 0) + 1 };
  });
