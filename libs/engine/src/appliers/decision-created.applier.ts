import { VersionNumbers } from '../state/definitions.js';
import type { Applier } from './applier.js';

export const decisionCreatedApplier: Applier<'DECISION'> = (state, { key, value }) => {
  state.decisions.put(key, { key, ...value });
  state.versionNumbers.put(VersionNumbers.keyOf('decision', value.decisionId), { version: value.version });
};
