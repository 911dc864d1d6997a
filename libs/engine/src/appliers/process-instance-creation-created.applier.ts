import type { Applier } from './applier.js';

export const processInstanceCreationCreatedApplier: Applier<'PROCESS_INSTANCE_CREATION'> = (state, { value }) =>
  state.elements.update(value.processInstanceKey, (row) => {
    if (value.startInstructions.length) row.startInstructions = value.startInstructions;
    if (value.fetchVariables) row.fetchVariables = value.fetchVariables;
  });
