import type { Applier } from './applier.js';
import { removeElementInstance } from './element-instance-removal.js';

export const processInstanceElementTerminatedApplier: Applier<'PROCESS_INSTANCE'> = (state, { key }) => {
  const row = removeElementInstance(state, key);
  if (row.loopCounter !== undefined && state.elements.has(row.flowScopeKey))
    state.elements.update(row.flowScopeKey, (body) => (body.terminatedChildren = (body.terminatedChildren ?? 0) + 1));
};
