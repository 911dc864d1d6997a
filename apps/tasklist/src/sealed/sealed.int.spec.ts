import type { SealedTaskAnswer } from '@huiying/contracts';
import { Neighbours } from '@huiying/service/testing';
import { TaskMirror } from '../feed/task-mirror.service.js';
import { Tasklist } from '../testing/tasklist-harness.js';
import { SealedClock } from './sealed-clock.js';

const FORM = 'employee-report--preliminary-check';
const PSEUDONYM = 'P-0123456789abcdef';

let reports: Neighbours;
let tasklist: Tasklist;

beforeAll(async () => {
  reports = new Neighbours();
  tasklist = await Tasklist.open('2026-03-02T10:00:00+08:00', {
    HUIYING_SERVICE_URLS: `employee-reports=${await reports.listen()}`,
  });
});
afterAll(async () => {
  await tasklist.stop();
  await reports.close();
});

let jobs = 9_000;

/** The engine creates a task of a report. */
async function sealedTask(limit: SealedTaskAnswer['limit'] = null): Promise<string> {
  const jobKey = String(++jobs);
  rings(jobKey, { limit });
  await tasklist.inTransaction((manager) =>
    tasklist.service.app.get(TaskMirror).created(
      manager,
      {
        jobKey,
        instanceKey: '77',
        elementInstanceKey: jobKey,
        processId: 'employee-report',
        processVersion: 1,
        elementId: 'preliminary-check',
        createdAt: tasklist.clock.now(),
        groups: [],
        assignee: PSEUDONYM,
        formId: FORM,
        headers: { form: FORM, deadlineRule: 'R05.7#check' },
      },
      { subjectNo: 'JB-A1B2C3D4E5', reportNo: 'JB-A1B2C3D4E5', hrHandler: PSEUDONYM },
    ),
  );
  return jobKey;
}

const rings = (key: string, answer: SealedTaskAnswer) => {
  reports.others.set('/internal/sealed-tasks', answer);
  reports.others.set(`/internal/sealed-tasks/${key}/due`, {});
  reports.others.set(`/internal/sealed-tasks/${key}/overdue`, { limit: null });
  reports.others.set(`/internal/sealed-tasks/${key}/withdrawn`, {});
};
/** Until nothing is left to do: the clock looks by itself as well, and a row that it has in hand is passed over here. */
const work = async () => {
  const waiting = `select 1 from tasklist.sealed_task where hand_over is not null or withdrawn or rings_at <= $1`;
  do await tasklist.service.app.get(SealedClock).look();
  while ((await tasklist.query(waiting, [tasklist.clock.now()])).length > 0);
};
const asked = (route: string) => reports.asked.filter((one) => one.route === route).map(({ body }) => body);

describe('sealed tasks in the tasklist (access.md §5)', () => {
  it('R05.5 hands the task over and keeps a key alone: no list, count, candidate, deadline or event shows it', async () => {
    const before = await tasklist.as('li', 'GET', '/api/tasks?view=group');
    const key = await sealedTask({ limitId: 'R05.7#check', orgId: 'FH01', from: '2026-03-02T10:00:00+08:00' });
    await work();
    expect(asked('POST /internal/sealed-tasks').at(-1)).toEqual({
      taskKey: key,
      instanceKey: '77',
      elementId: 'preliminary-check',
      formId: FORM,
      assignee: PSEUDONYM,
      createdAt: '2026-03-02T02:00:00.000Z',
      limitId: 'R05.7#check',
      review: false,
    });
    for (const login of ['li', 'desk', 'boss', 'admin', 'manager'])
      for (const view of ['mine', 'group', 'done'])
        expect(JSON.stringify((await tasklist.as(login, 'GET', `/api/tasks?view=${view}`)).body)).not.toContain(
          '初步核实',
        );
    expect((await tasklist.as('li', 'GET', '/api/tasks?view=group')).body).toEqual(before.body);
    expect(await tasklist.query('select task_key, sealed, hand_over, withdrawn from tasklist.sealed_task')).toEqual([
      { task_key: key, sealed: true, hand_over: null, withdrawn: false },
    ]);
    const traces = await tasklist.query(
      `select 1 from tasklist.task where process_id = 'employee-report' union all
       select 1 from tasklist.deadline where limit_id like 'R05%' union all
       select 1 from tasklist.outbox where data::text like '%employee-report%' or data::text like '%R05%' union all
       select 1 from events.event_log where data::text like '%employee-report%' or data::text like '%R05%'`,
    );
    expect(traces).toEqual([]);
  });

  it('R05.7#check three working days from the report; a miss rings at employee-reports and starts nothing', async () => {
    await tasklist.query('delete from tasklist.sealed_task');
    const key = await sealedTask({ limitId: 'R05.7#check', orgId: 'FH01', from: '2026-03-02T10:00:00+08:00' });
    await work();
    expect(asked(`POST /internal/sealed-tasks/${key}/due`)).toEqual([{ dueAt: '2026-03-05T15:59:59.000Z' }]);
    tasklist.clock.set('2026-03-05T23:59:59+08:00');
    await work();
    expect(asked(`POST /internal/sealed-tasks/${key}/overdue`)).toEqual([]);
    tasklist.clock.set('2026-03-06T00:00:00+08:00');
    await work();
    await work();
    expect(asked(`POST /internal/sealed-tasks/${key}/overdue`)).toHaveLength(1);
    expect(await tasklist.query('select 1 from tasklist.escalation')).toEqual([]);
    tasklist.clock.set('2026-03-02T10:00:00+08:00');
  });

  it('R05.7#check rings once, also when two clocks have the same tasks in hand', async () => {
    const limit = { limitId: 'R05.7#check', orgId: 'FH01', from: '2026-03-02T10:00:00+08:00' };
    const keys = [await sealedTask(limit), await sealedTask(limit), await sealedTask(limit)];
    await work();
    // The first one takes longer: its limit goes on.
    reports.others.set(`/internal/sealed-tasks/${keys[0]}/overdue`, {
      limit: { ...limit, from: '2026-03-06T00:00:00+08:00' },
    });
    tasklist.clock.set('2026-03-06T00:00:00+08:00');
    const clock = tasklist.service.app.get(SealedClock);
    await Promise.all([clock.look(), clock.look(), clock.look()]);
    await work();
    for (const key of keys) expect(asked(`POST /internal/sealed-tasks/${key}/overdue`)).toHaveLength(1);
    tasklist.clock.set('2026-03-02T10:00:00+08:00');
  });

  it('R05.5 concluded on 2 March: the outcome is due on 9 March', async () => {
    const key = await sealedTask({ limitId: 'R05.5', orgId: 'FH01', from: '2026-03-02T10:00:00+08:00' });
    await work();
    expect(asked(`POST /internal/sealed-tasks/${key}/due`)).toEqual([{ dueAt: '2026-03-09T15:59:59.000Z' }]);
  });

  it('R05.7 an oral report: two working days', async () => {
    const key = await sealedTask({ limitId: 'R05.7', orgId: 'FH01', from: '2026-03-02T10:00:00+08:00' });
    await work();
    expect(asked(`POST /internal/sealed-tasks/${key}/due`)).toEqual([{ dueAt: '2026-03-04T15:59:59.000Z' }]);
  });

  it('completed: nothing of it stays; taken away: employee-reports is told, then nothing stays', async () => {
    await tasklist.query('delete from tasklist.sealed_task');
    const [done, gone] = [await sealedTask(), await sealedTask()];
    await work();
    const mirror = tasklist.service.app.get(TaskMirror);
    await tasklist.inTransaction((manager) => mirror.completed(manager, done, tasklist.clock.now()));
    await tasklist.inTransaction((manager) => mirror.canceled(manager, gone, tasklist.clock.now()));
    await work();
    expect(asked(`POST /internal/sealed-tasks/${gone}/withdrawn`)).toHaveLength(1);
    expect(await tasklist.query('select 1 from tasklist.sealed_task')).toEqual([]);
  });

  it('the published form is shown and held against answers for employee-reports alone; nothing is kept', async () => {
    const token = await tasklist.service.serviceToken();
    const call = async (path: string, body?: object) => {
      const response = await fetch(`${tasklist.service.internalUrl}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const path = `/internal/sealed-forms/${FORM}`;
    expect((await call(path)).body['schema']).toMatchObject({ id: FORM });
    const right = { data: { findings: '属实', credible: true } };
    expect((await call(`${path}/check`, right)).body).toEqual({ answers: { findings: '属实', credible: true } });
    const wrong = await call(`${path}/check`, { data: { credible: true } });
    expect([wrong.status, wrong.body['errors']]).toEqual([
      422,
      [expect.objectContaining({ field: 'findings', code: 'required' })],
    ]);
  });
});
