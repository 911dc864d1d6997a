import { VersionNumbers } from '../state/definitions.js';
import type { Applier } from './applier.js';

export const formCreatedApplier: Applier<'FORM'> = (state, { key, value }) => {
  state.forms.put(key, { key, ...value });
  state.versionNumbers.put(VersionNumbers.keyOf('form', value.formId), { version: value.version });
};
