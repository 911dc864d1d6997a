import type { TaskPage } from '@huiying/contracts';
import { CHECK_EXPOSURE, Tasklist } from '../testing/tasklist-harness.js';

/** A task of a process without a case, as the engine creates it, with a form that a neighbour here owns. */
const without = (processId: string, elementId: string, groups: string[]) => ({
  processId,
  elementId,
  formId: CHECK_EXPOSURE,
  groups,
  headers: { form: CHECK_EXPOSURE },
});
const PLAN = without('training', 'plan-course', ['engineering']);

describe('the list of a team (access.md §2)', () => {
  let tasklist: Tasklist;

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  afterAll(() => tasklist.stop());
  beforeEach(() =>
    tasklist.query(`update tasklist.task set state = 'withdrawn', ended_at = now() where state = 'open'`),
  );

  const team = async (login: string) =>
    (await tasklist.as<TaskPage>(login, 'GET', '/api/tasks?view=team')).body.items?.map(({ id }) => id) ?? [];
  const opens = async (login: string, id: string) => (await tasklist.as(login, 'GET', `/api/tasks/${id}`)).status;

  it('access §2 a task without a case is in the list of the heads above whoever may do it, who open it and hand it on', async () => {
    const { id } = await tasklist.task(PLAN, { subjectNo: 'FH01:2026-03', caseNo: null });
    const everybody = ['headgc', 'headkf', 'manager', 'boss', 'li', 'desk', 'steward', 'admin'];
    for (const login of everybody) {
      const isAbove = ['headgc', 'manager', 'boss'].includes(login);
      expect([login, await team(login), await opens(login, id)]).toEqual([
        login,
        isAbove ? [id] : [],
        isAbove ? 200 : 404,
      ]);
    }
    expect((await tasklist.as('gong', 'POST', `/api/tasks/${id}/claim`)).status).toBe(200);
    expect(await team('headgc')).toEqual([id]);
    const to = { personId: 'headgc', reason: '龚休假' };
    expect((await tasklist.as('headkf', 'POST', `/api/tasks/${id}/assign`, to)).status).toBe(404);
    expect((await tasklist.as('headgc', 'POST', `/api/tasks/${id}/assign`, to)).status).toBe(200);
  });

  it('access §2 a task of one person is in the list of the heads above that person', async () => {
    const { id } = await tasklist.task({ ...PLAN, groups: [], assignee: 'li' }, { subjectNo: 'CF-1', caseNo: null });
    for (const [login, sees] of [
      ['headkf', true],
      ['manager', true],
      ['headgc', false],
    ] as const)
      expect([login, await team(login), await opens(login, id)]).toEqual([login, sees ? [id] : [], sees ? 200 : 404]);
  });

  it('access §3 none of a sealed file, nor what superiors are asked about a delay', async () => {
    const about = { subjectNo: 'DB-FH01-20260302-0001', caseNo: null };
    const file = await tasklist.task(without('supervision', 'open-file', ['engineering']), about);
    const measure = await tasklist.task(without('measure-follow-up', 'carry-out', ['engineering']), {
      ...about,
      subjectNo: `${about.subjectNo}-M1`,
    });
    const asked = await tasklist.task(without('overdue-escalation', 'act-on-overdue', ['engineering-head']), {
      subjectNo: 'JZ-FH01-20260302-0001:R13.7:1',
      caseNo: null,
    });
    await tasklist.query(`update tasklist.task set overdue_of = 'R13.7' where id = $1`, [asked.id]);
    for (const login of ['manager', 'boss']) {
      expect(await team(login)).toEqual([]);
      for (const { id } of [file, measure, asked]) expect(await opens(login, id)).toBe(404);
    }
    expect(await opens('gong', file.id)).toBe(200);
  });
});
