import { VersionNumbers } from '../state/definitions.js';
import type { Applier } from './applier.js';

export const decisionRequirementsCreatedApplier: Applier<'DECISION_REQUIREMENTS'> = (state, { key, value }) => {
  state.decisionRequirements.put(key, { key, ...value });
  const id = VersionNumbers.keyOf('decision-requirements', value.decisionRequirementsId);
  state.versionNumbers.put(id, { version: value.version });
};
