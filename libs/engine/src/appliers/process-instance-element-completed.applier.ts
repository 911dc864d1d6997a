import type { Applier } from './applier.js';
import { removeElementInstance } from './element-instance-removal.js';

export const processInstanceElementCompletedApplier: Applier<'PROCESS_INSTANCE'> = (state, { key }) => {
  const row = removeElementInstance(state, key);
  const scope = state.elements.get(row.flowScopeKey);
  if (!scope) return;
  if (row.loopCounter !== undefined)
    state.elements.update(scope.key, (body) => (body.completedChildren = (body.completedChildren ?? 0) + 1));
  if (row.elementType === 'END_EVENT' && row.eventType === 'TERMINATE')
    state.elements.update(scope.key, (ended) => {
      ended.interruptedBy = row.elementId;
      delete ended.takenFlows;
    });
};
