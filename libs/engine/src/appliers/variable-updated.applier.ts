import type { Applier } from './applier.js';

export const variableUpdatedApplier: Applier<'VARIABLE'> = (state, { key, value }) =>
  state.variables.update(key, (variable) => (variable.value = value.value));
