import type { Applier } from './applier.js';

export const formDeletedApplier: Applier<'FORM'> = (state, { key }) => state.forms.delete(key);
