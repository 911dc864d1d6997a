import type { Key } from '../record/key.js';
import type { EngineState } from '../state/engine-state.js';

export function removeJob(state: EngineState, key: Key): void {
  const job = state.jobs.getExisting(key);
  state.jobs.delete(key);
  if (state.elements.has(job.elementInstanceKey))
    state.elements.update(job.elementInstanceKey, (row) => delete row.jobKey);
}
