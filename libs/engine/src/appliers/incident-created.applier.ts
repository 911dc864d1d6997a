import type { Applier } from './applier.js';

export const incidentCreatedApplier: Applier<'INCIDENT'> = (state, { key, value, timestamp }) =>
  state.incidents.put(key, { key, createdAt: timestamp, ...value });
