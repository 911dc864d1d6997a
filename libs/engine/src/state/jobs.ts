import type { Key } from '../record/key.js';
import { DueDates } from './due-dates.js';
import { Heap } from './heap.js';
import { KeyTable } from './table.js';

type JobState = 'ACTIVATABLE' | 'ACTIVATED' | 'FAILED' | 'BACKOFF' | 'ERROR_THROWN';

export interface Job {
  key: Key;
  type: string;
  state: JobState;
  retries: number;
  customHeaders: Readonly<Record<string, string>>;
  elementId: string;
  elementInstanceKey: Key;
  processInstanceKey: Key;
  bpmnProcessId: string;
  processDefinitionVersion: number;
  processDefinitionKey: Key;
  worker?: string;
  deadline?: number;
  recurAt?: number;
  errorMessage?: string;
  errorCode?: string;
}

/** Jobs; those that can be activated by type, the oldest first. */
export class Jobs extends KeyTable<Job> {
  private readonly activatable = new Map<string, { readonly heap: Heap; count: number }>();
  private readonly due = new DueDates((key) => {
    const job = this.rows.get(key);
    return job?.state === 'ACTIVATED' ? job.deadline : job?.state === 'BACKOFF' ? job.recurAt : undefined;
  });

  constructor() {
    super('job');
  }

  countActivatable(type: string): number {
    return this.activatable.get(type)?.count ?? 0;
  }

  countAllActivatable(): number {
    let count = 0;
    for (const queue of this.activatable.values()) count += queue.count;
    return count;
  }

  /** The oldest jobs of the type that can be activated, at most `limit`. */
  oldestActivatable(type: string, limit: number): Readonly<Job>[] {
    const queue = this.activatable.get(type);
    if (!queue) return [];
    const jobs: Job[] = [];
    const seen = new Set<Key>();
    while (jobs.length < limit) {
      const key = queue.heap.pop()?.[1];
      if (key === undefined) break;
      const job = this.rows.get(key);
      // an entry may be left of a job that was taken, or be there twice
      if (job?.state !== 'ACTIVATABLE' || job.type !== type || seen.has(key)) continue;
      seen.add(key);
      jobs.push(job);
    }
    // reading changes nothing: the entries go for good when the activation is applied
    for (const job of jobs) queue.heap.push(job.key, job.key);
    return jobs;
  }

  nextDue(): number | undefined {
    return this.due.next();
  }

  /** The first job whose deadline or back-off has passed. */
  firstDue(now: number): Key | undefined {
    return this.due.firstDue(now);
  }

  protected override added(row: Job): void {
    if (row.state === 'ACTIVATABLE') {
      let queue = this.activatable.get(row.type);
      if (!queue) this.activatable.set(row.type, (queue = { heap: new Heap(), count: 0 }));
      queue.heap.push(row.key, row.key);
      queue.count++;
    } else if (row.state === 'ACTIVATED' && row.deadline !== undefined) this.due.add(row.deadline, row.key);
    else if (row.state === 'BACKOFF' && row.recurAt !== undefined) this.due.add(row.recurAt, row.key);
  }

  protected override removed(row: Job): void {
    if (row.state !== 'ACTIVATABLE') return;
    const queue = this.activatable.get(row.type);
    if (queue && --queue.count === 0) this.activatable.delete(row.type);
  }
}
