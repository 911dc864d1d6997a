import type { Applier } from './applier.js';

export const decisionRequirementsDeletedApplier: Applier<'DECISION_REQUIREMENTS'> = (state, { key }) =>
  state.decisionRequirements.delete(key);
