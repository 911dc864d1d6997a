import type { Applier } from './applier.js';
import { removeElementInstance } from './element-instance-removal.js';

export const processInstanceElementTerminatedApplier: Applier<'PROCESS_INSTANCE'> = (state, { key }) => {
  const row = removeElementInstance(state, key);
  // what was completed in it went with it: only a completed activity is compensated
  for (const compensation of state.compensations.ofScope(key)) state.compensations.delete(compensation.key);
  if (row.loopCounter !== undefined && state.elements.has(row.flowScopeKey))
    state.elements.update(row.flowScopeKey, (body) => (body.terminatedChildren = (body.terminatedChildren ?? 0) + 1));
};
