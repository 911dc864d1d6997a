import type { Applier } from './applier.js';

export const variableCreatedApplier: Applier<'VARIABLE'> = (state, { key, value }) =>
  state.variables.put(key, { key, scopeKey: value.scopeKey, name: value.name, value: value.value });
