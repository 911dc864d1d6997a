import type { AnyRecord } from './record/record.js';
import type { ReadonlyState } from './state/engine-state.js';

/** Tells who waits for jobs of a type that there are some. */
export class JobsAvailable {
  private readonly listeners = new Map<string, Set<() => void>>();

  constructor(private readonly state: ReadonlyState) {}

  on(jobType: string, listener: () => void): () => void {
    const set = this.listeners.get(jobType) ?? new Set();
    this.listeners.set(jobType, set.add(listener));
    return () => {
      set.delete(listener);
      if (!set.size && this.listeners.get(jobType) === set) this.listeners.delete(jobType);
    };
  }

  committed(records: readonly AnyRecord[]): void {
    if (!this.listeners.size) return;
    const types = new Set<string>();
    for (const record of records) {
      if (record.valueType === 'JOB') types.add(record.value.type);
      // a resolved incident gives its job free
      if (record.valueType === 'INCIDENT' && record.value.jobKey !== undefined)
        types.add(this.state.jobs.get(record.value.jobKey)?.type ?? '');
    }
    for (const type of types)
      if (this.state.jobs.countActivatable(type) > 0)
        for (const listener of [...(this.listeners.get(type) ?? [])]) listener();
  }
}
