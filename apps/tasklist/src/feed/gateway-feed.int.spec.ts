import { Clock, Logger } from '@huiying/platform';
import type { Gateway } from '@huiying/zeebe';
import type { DataSource } from 'typeorm';
import { Tasklist } from '../testing/tasklist-harness.js';
import { GatewayFeed } from './gateway-feed.js';
import { TaskMirror } from './task-mirror.service.js';

type Hand = (job: unknown) => Promise<unknown>;

/** A gateway that the test plays: it hands jobs out, answers or is away. */
class PlayedGateway {
  readonly address = 'played';
  answers = true;
  handOut: Hand = () => Promise.reject(new Error('not started'));
  isReachable = () => Promise.resolve(this.answers);
  openWorker({ taskHandler }: { taskHandler: Hand }) {
    this.handOut = taskHandler;
    return { close: () => Promise.resolve() };
  }
}

describe('user tasks of a plain gateway', () => {
  let tasklist: Tasklist;
  let gateway: PlayedGateway;
  let feed: GatewayFeed;
  let mirror: TaskMirror;
  let jobs = 4_000;

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  afterAll(async () => {
    await tasklist.stop();
  });
  beforeEach(() => {
    gateway = new PlayedGateway();
    mirror = tasklist.service.app.get(TaskMirror);
    feed = started();
  });
  afterEach(async () => {
    await feed.onApplicationShutdown();
  });

  function started(): GatewayFeed {
    const database = tasklist.service.app.get<DataSource>('tasklistDataSource');
    const { app } = tasklist.service;
    const made = new GatewayFeed(database, gateway as unknown as Gateway, mirror, app.get(Clock), Logger.silent());
    made.start();
    return made;
  }

  const job = (processId = 'decide-and-answer', elementId = 'decide') => ({
    ...{ key: String(++jobs), bpmnProcessId: processId, processDefinitionVersion: 1, processInstanceKey: '77' },
    ...{ elementId, elementInstanceKey: String(jobs), customHeaders: { form: `${processId}--${elementId}` } },
    variables: { subjectNo: tasklist.caseNo, caseNo: tasklist.caseNo, orgId: 'FH01', orgType: 'developer' },
    forward: () => 'forwarded',
  });
  const stateOf = async ({ key }: { key: string }) =>
    (await tasklist.query<{ state: string }>('select state from tasklist.task where job_key = $1', [key]))[0]?.state;
  /** The job was last handed out so long ago. */
  const lastSeen = ({ key }: { key: string }, minutes: number) =>
    tasklist.query(
      `update tasklist.seen_job set seen_at = clock_timestamp() - $2 * interval '1 minute' where job_key = $1`,
      [key, minutes],
    );
  const sweeps = async (n: number) => {
    for (let i = 0; i < n; i++) await feed.sweep();
  };

  it('a job that stays away for a quarter of an hour has vanished; one that comes again has not', async () => {
    const [gone, there] = [job(), job()];
    for (const one of [gone, there]) expect(await gateway.handOut(one)).toBe('forwarded');
    expect(await Promise.all([gone, there].map(stateOf))).toEqual(['open', 'open']);
    await lastSeen(gone, 16);
    await lastSeen(there, 16);
    await gateway.handOut(there);
    await sweeps(16);
    expect(await Promise.all([gone, there].map(stateOf))).toEqual(['withdrawn', 'open']);
  });

  it('nothing vanishes while the gateway is away, nor before it has had the time to hand everything out again', async () => {
    const task = job();
    await gateway.handOut(task);
    await lastSeen(task, 60);
    gateway.answers = false;
    await sweeps(30);
    gateway.answers = true;
    await sweeps(15);
    expect(await stateOf(task)).toBe('open');
    await gateway.handOut(task);
    await sweeps(5);
    expect(await stateOf(task)).toBe('open');
  });

  it('nothing vanishes because this process was away', async () => {
    const task = job();
    await gateway.handOut(task);
    await lastSeen(task, 60);
    await feed.onApplicationShutdown();
    feed = started();
    await sweeps(15);
    expect(await stateOf(task)).toBe('open');
  });

  it('a job that cannot be taken in for long, because a neighbour is away, has not vanished', async () => {
    const task = job();
    await gateway.handOut(task);
    await lastSeen(task, 16);
    jest.spyOn(mirror, 'created').mockRejectedValueOnce(new Error('a neighbour is away'));
    expect(await gateway.handOut(task)).toBe('forwarded');
    await sweeps(16);
    expect(await stateOf(task)).toBe('open');
  });

  it('R05.7 a sealed task that vanished is told to employee-reports as well', async () => {
    const sealed = job('employee-report', 'preliminary-check');
    await gateway.handOut(sealed);
    await lastSeen(sealed, 16);
    await sweeps(16);
    const rows = await tasklist.query('select withdrawn from tasklist.sealed_task where task_key = $1', [sealed.key]);
    expect(rows).toEqual([{ withdrawn: true }]);
  });
});
