import type { TaskPage } from '@huiying/contracts';
import { RelationWriter } from '@huiying/platform';
import { Tasklist } from '../testing/tasklist-harness.js';
import { HolderWatch } from './holder-watch.js';

describe('a task waits for people who are there (R03.8)', () => {
  let tasklist: Tasklist;
  let caseNo: string;

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  afterAll(() => tasklist.stop());
  beforeEach(async () => {
    await tasklist.query(`update access.person set disabled = false`);
    await tasklist.query(`update tasklist.task set state = 'withdrawn', ended_at = now() where state = 'open'`);
    caseNo = await tasklist.fresh();
  });

  const look = () => tasklist.service.app.get(HolderWatch).look();
  const list = async (login: string, view: string) =>
    (await tasklist.as<TaskPage>(login, 'GET', `/api/tasks?view=${view}`)).body.items.map(({ id }) => id);
  const leaves = (...logins: string[]) =>
    tasklist.query(`update access.person set disabled = true where id = any ($1)`, [logins]);
  const claimed = async (login: string) => {
    const { id } = await tasklist.task();
    expect((await tasklist.as(login, 'POST', `/api/tasks/${id}/claim`)).status).toBe(200);
    return id;
  };
  const stateOf = async (id: string) => {
    const [task] = await tasklist.query<{ assignee_id: string | null; warning: string | null }>(
      `select assignee_id, warning from tasklist.task where id = $1`,
      [id],
    );
    const candidates = await tasklist.query<{ role: string; unit_id: string }>(
      `select role, unit_id from tasklist.task_candidate where task_id = $1 order by role`,
      [id],
    );
    return { ...task, candidates: candidates.map(({ role, unit_id: unitId }) => `${role}@${unitId}`) };
  };

  it('whoever left gives their task back to the group, limit or none', async () => {
    const id = await claimed('li');
    await look();
    expect(await list('li', 'mine')).toEqual([id]);
    await leaves('li');
    await look();
    expect(await list('wang', 'group')).toEqual([id]);
    expect(await tasklist.events('task.released')).toMatchObject([{ taskId: id, because: 'absence' }]);
    expect((await tasklist.as('wang', 'POST', `/api/tasks/${id}/claim`)).status).toBe(200);
  });

  it('whoever declares 回避 after they took it gives it back too', async () => {
    const id = await claimed('li');
    await tasklist.inTransaction((manager) =>
      new RelationWriter().grant(manager, { caseNo, rel: 'conflicted', personId: 'li', source: 'tasklist:test' }),
    );
    expect(await list('li', 'mine')).toEqual([]);
    await look();
    expect(await list('wang', 'group')).toEqual([id]);
  });

  it('nobody is left in the group: the intake desk has it and operators see it; somebody comes: it goes back', async () => {
    const { id } = await tasklist.task();
    await leaves('li', 'wang');
    await look();
    expect(await stateOf(id)).toEqual({
      assignee_id: null,
      warning: 'intake-desk-fallback',
      candidates: ['intake-desk@FH01-SL'],
    });
    expect(await list('desk', 'group')).toEqual([id]);
    const { body } = await tasklist.as<{ items: object[] }>('oper', 'GET', '/api/ops/tasks');
    expect(body.items).toMatchObject([{ id, subjectNo: caseNo, candidateGroups: ['customer-service'] }]);
    expect((await tasklist.as('desk', 'GET', '/api/ops/tasks')).status).toBe(403);
    await look();
    await tasklist.query(`update access.person set disabled = false where id = 'wang'`);
    await look();
    expect(await stateOf(id)).toEqual({ assignee_id: null, warning: null, candidates: ['customer-service@FH01-KF'] });
    expect(await list('desk', 'group')).toEqual([]);
  });

  it('R04.6 a named investigator left: the head of their unit has the task, before it came or after', async () => {
    const person = { groups: [], assignee: 'gong', processId: 'investigation', elementId: 'collect-evidence' };
    const before = await tasklist.task(person);
    await leaves('gong');
    const after = await tasklist.task(person);
    await look();
    for (const { id } of [before, after])
      expect(await stateOf(id)).toEqual({ assignee_id: null, warning: null, candidates: ['engineering-head@FH01-GC'] });
  });

  it('away, not gone: the head of those who handle the case sees who has it and gives it to another', async () => {
    const id = await claimed('li');
    expect(await list('headkf', 'group')).toEqual([]);
    const team = await tasklist.as<TaskPage>('headkf', 'GET', '/api/tasks?view=team');
    expect(team.body.items).toMatchObject([{ id, assignee: { id: 'li' }, due: null }]);
    const asked = await tasklist.task({
      groups: ['general-manager'],
      processId: 'overdue-escalation',
      elementId: 'act-on-overdue',
    });
    await tasklist.query(`UPDATE tasklist.task SET overdue_of = 'R04.4' WHERE id = $1`, [asked.id]);
    expect(await list('headkf', 'team')).toEqual([id]);
    const to = { personId: 'wang', reason: '李休假' };
    expect((await tasklist.as('headkf', 'POST', `/api/tasks/${id}/assign`, to)).status).toBe(200);
    expect(await list('wang', 'mine')).toEqual([id]);
    for (const login of ['headgc', 'li', 'desk']) expect(await list(login, 'team')).toEqual([]);
  });
});
