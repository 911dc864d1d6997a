import type { Key } from '../record/key.js';
import type { EngineState } from '../state/engine-state.js';
import type { Job } from '../state/jobs.js';

export function makeActivatable(state: EngineState, key: Key): void {
  const job: Job = { ...state.jobs.getExisting(key), state: 'ACTIVATABLE' };
  delete job.worker;
  delete job.deadline;
  delete job.recurAt;
  state.jobs.put(key, job);
}
