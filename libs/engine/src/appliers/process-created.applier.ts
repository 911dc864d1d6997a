import { VersionNumbers } from '../state/definitions.js';
import type { Applier } from './applier.js';

export const processCreatedApplier: Applier<'PROCESS'> = (state, { key, value }) => {
  state.processes.put(key, { key, ...value });
  state.versionNumbers.put(VersionNumbers.keyOf('process', value.bpmnProcessId), { version: value.version });
};
