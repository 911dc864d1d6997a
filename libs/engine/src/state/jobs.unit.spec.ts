import { Jobs, type Job } from './jobs.js';

const job = (key: number, part: Partial<Job> = {}): Job => ({
  key,
  type: 'work',
  state: 'ACTIVATABLE',
  retries: 3,
  customHeaders: {},
  elementId: 'e',
  elementInstanceKey: 1,
  processInstanceKey: 1,
  bpmnProcessId: 'p',
  processDefinitionVersion: 1,
  processDefinitionKey: 1,
  ...part,
});
const keysOf = (jobs: readonly Readonly<Job>[]) => jobs.map(({ key }) => key);

describe('jobs that can be activated', () => {
  let jobs: Jobs;

  beforeEach(() => {
    jobs = new Jobs();
    for (const key of [5, 3, 9, 4]) jobs.put(key, job(key));
    jobs.put(6, job(6, { type: 'other' }));
  });

  it('come by type, the oldest first, and are not used up by looking', () => {
    expect(keysOf(jobs.oldestActivatable('work', 3))).toEqual([3, 4, 5]);
    expect(keysOf(jobs.oldestActivatable('work', 10))).toEqual([3, 4, 5, 9]);
    expect(jobs.oldestActivatable('nothing', 10)).toEqual([]);
  });

  it('leave out what was activated or is gone, and have it again in its place', () => {
    jobs.put(3, job(3, { state: 'ACTIVATED', deadline: 100 }));
    jobs.delete(4);
    expect(keysOf(jobs.oldestActivatable('work', 10))).toEqual([5, 9]);
    jobs.put(3, job(3));
    expect(keysOf(jobs.oldestActivatable('work', 10))).toEqual([3, 5, 9]);
    expect(jobs.countActivatable('work')).toBe(3);
  });

  it('are due by deadline or back-off, the current one', () => {
    jobs.put(3, job(3, { state: 'ACTIVATED', deadline: 100 }));
    jobs.put(4, job(4, { state: 'BACKOFF', recurAt: 50 }));
    expect([jobs.nextDue(), jobs.firstDue(49), jobs.firstDue(50)]).toEqual([50, undefined, 4]);
    jobs.put(4, job(4));
    jobs.put(3, job(3, { state: 'ACTIVATED', deadline: 200 }));
    expect([jobs.nextDue(), jobs.firstDue(150)]).toEqual([200, undefined]);
  });

  it('are the same after a checkpoint', () => {
    const again = new Jobs();
    again.load(jobs.takeChanges().map(({ key, value }) => [key, value] as const));
    expect(again.dump()).toEqual(jobs.dump());
    expect(keysOf(again.oldestActivatable('work', 10))).toEqual([3, 4, 5, 9]);
    expect(jobs.takeChanges()).toEqual([]);
  });
});
