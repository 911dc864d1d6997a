import type { Applier } from './applier.js';

export const decisionDeletedApplier: Applier<'DECISION'> = (state, { key }) => state.decisions.delete(key);
