import type { Applier } from './applier.js';

export const processEventTriggeredApplier: Applier<'PROCESS_EVENT'> = (state, { value }) => {
  state.elements.update(value.elementInstanceKey, (row) => {
    row.trigger = { elementId: value.targetElementId, variables: value.variables };
  });
  if (value.interruptedScopeKey === undefined) return;
  state.elements.update(value.interruptedScopeKey, (scope) => {
    scope.interruptedBy = state.elements.getExisting(value.elementInstanceKey).elementId;
    delete scope.takenFlows;
  });
};
