import type { TaskDetail, TaskPage, TaskPeopleList, TaskSummary } from '@huiying/contracts';
import { eventually } from '@huiying/events/testing';
import { RelationWriter } from '@huiying/platform';
import { TaskMirror } from '../feed/task-mirror.service.js';
import { CASE_NO, CHECK_EXPOSURE, Tasklist } from '../testing/tasklist-harness.js';
import { TaskQueries } from './task-queries.js';

const ANSWERS = { findings: '渗水属实', ruling: '责令整改', basis: '合同第八条' };

describe('user tasks', () => {
  let tasklist: Tasklist;

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  afterAll(() => tasklist.stop());
  beforeEach(async () => {
    tasklist.neighbours.refusals = [];
    tasklist.neighbours.variables = { payFen: 0 };
    await tasklist.query(`update tasklist.task set state = 'withdrawn', ended_at = now() where state = 'open'`);
  });

  const list = async (login: string, view: string) =>
    (await tasklist.as<TaskPage>(login, 'GET', `/api/tasks?view=${view}`)).body.items;
  const claimed = async (login = 'li') => {
    const task = await tasklist.task();
    await tasklist.as(login, 'POST', `/api/tasks/${task.id}/claim`);
    return task;
  };

  it('stand in the list of the group at its unit, and of nobody else', async () => {
    const { id } = await tasklist.task();
    const [row] = await list('li', 'group');
    expect(row).toMatchObject({
      id,
      name: 'decide',
      caseNo: CASE_NO,
      candidateGroups: ['customer-service'],
      state: 'open',
    });
    expect(await list('gong', 'group')).toEqual([]);
    expect((await tasklist.as('gong', 'GET', `/api/tasks/${id}`)).status).toBe(404);
  });

  it('have exactly one winner when many claim at once', async () => {
    const { id } = await tasklist.task();
    const answers = await Promise.all(
      ['li', 'wang', 'li', 'wang', 'li', 'wang'].map((login) => tasklist.as(login, 'POST', `/api/tasks/${id}/claim`)),
    );
    const holder = (await tasklist.as<TaskSummary>('li', 'GET', `/api/tasks/${id}`)).body.assignee?.id ?? '';
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([3, 3]); // claiming one's own again is no conflict
    expect(lost[0]?.body).toMatchObject({ type: 'task-claimed', params: { claimedBy: holder } });
    expect(await tasklist.events('task.claimed')).toHaveLength(1);
  });

  it('show the form of their version with what the owner gives, and no more', async () => {
    const { id } = await claimed();
    const { body } = await tasklist.as<TaskDetail>('li', 'GET', `/api/tasks/${id}`);
    expect(body.form).toMatchObject({ id: 'decide-and-answer--decide' });
    expect(body.data).toEqual({ report: '调查报告要点' });
    expect(body.may).toMatchObject({ claim: false, release: true, complete: true });
  });

  it('are completed with the variables of the owner; the answers stay, sealed', async () => {
    const { id, jobKey } = await claimed();
    const done = await tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data: ANSWERS });
    expect(done).toEqual({ status: 200, body: {} });
    expect(await list('li', 'mine')).toEqual([]);
    expect((await list('li', 'done')).map((row) => row.id)).toContain(id);
    const job = (await tasklist.waiting('job')).at(-1);
    expect(job).toMatchObject({ key: jobKey, data: { jobKey, variables: { payFen: 0, outcomeId: id } } });
    const [row] = await tasklist.query<{ data_enc: string }>(
      'select data_enc from tasklist.task_outcome where task_id = $1',
      [id],
    );
    expect(row?.data_enc).not.toContain('渗水');
    const response = await fetch(`${tasklist.service.internalUrl}/internal/outcomes/${id}`, {
      headers: { authorization: `Bearer ${await tasklist.service.serviceToken()}` },
    });
    expect(await response.json()).toMatchObject({ id, data: ANSWERS, completedBy: 'li' });
    expect(await tasklist.events('task.completed')).toHaveLength(1);
  });

  it('R11.4 say afterwards what was chosen as it was called then, sealed, whatever the owner offers by now', async () => {
    const { id } = await tasklist.task({ elementId: 'check-exposure', formId: CHECK_EXPOSURE });
    await tasklist.as('li', 'POST', `/api/tasks/${id}/claim`);
    const data = {
      ...{ medium: 'newspaper', outlet: '晚报', mediaLevel: 'municipal', publishedOn: '2026-03-01' },
      ...{ ourStore: true, storeId: 'FD01', byCustomer: true, about: 'service', summary: '收费不实' },
    };
    expect((await tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data })).status).toBe(200);
    tasklist.neighbours.stores = [{ value: 'FD01', label: '改名后的店' }];
    const { body } = await tasklist.as<TaskDetail>('li', 'GET', `/api/tasks/${id}`);
    expect(body.data).toEqual(data);
    expect(body.named).toEqual({ storeId: [{ value: 'FD01', label: '中山路店' }] });
    const [row] = await tasklist.query<{ named_enc: string }>(
      'select named_enc from tasklist.task_outcome where task_id = $1',
      [id],
    );
    expect(row?.named_enc).not.toContain('中山路');
  });

  it('name the next task of the same case when it comes while the answer is on its way', async () => {
    const { id } = await claimed();
    const answer = tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data: ANSWERS });
    const completed = `select 1 from tasklist.task where id = $1 and state = 'completed'`;
    await eventually(async () => (await tasklist.query(completed, [id])).length > 0);
    const next = await tasklist.task({ elementId: 'write-reply' });
    expect((await answer).body).toMatchObject({ nextTask: { id: next.id, element: 'write-reply' } });
  });

  it('say at the second look that the next task is somebody else’s', async () => {
    const { id } = await claimed();
    await tasklist.task({ elementId: 'write-reply', groups: ['intake-desk'] }); // at the same pinned moment
    const looks = jest.spyOn(tasklist.service.app.get(TaskQueries), 'arrivedSince');
    const done = await tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data: ANSWERS });
    expect([done.body, looks.mock.calls.length]).toEqual([{}, 2]);
    looks.mockRestore();
  });

  it('lose nothing when the owner refuses', async () => {
    const { id } = await claimed();
    const before = (await tasklist.waiting('job')).length;
    await tasklist.as('li', 'PUT', `/api/tasks/${id}/draft`, { data: { findings: '写了一半' } });
    tasklist.neighbours.refusals = [{ field: 'ruling', code: 'too-short', params: { min: 4 } }];
    const refused = await tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data: ANSWERS });
    expect(refused.status).toBe(422);
    expect(refused.body['errors']).toEqual([
      { field: 'ruling', code: 'too-short', params: { min: 4 }, text: '至少 4 个字' },
    ]);
    const { body } = await tasklist.as<TaskDetail>('li', 'GET', `/api/tasks/${id}`);
    expect(body).toMatchObject({ state: 'open', assignee: { id: 'li' }, data: { findings: '写了一半' } });
    expect(await tasklist.waiting('job')).toHaveLength(before);
  });

  it('are refused by the form itself with every field, before the owner is asked', async () => {
    const { id } = await claimed();
    const asked = tasklist.neighbours.checked.length;
    const refused = await tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data: { findings: ' ' } });
    expect(refused.status).toBe(422);
    expect(
      (refused.body['errors'] as { field: string; text: string }[]).map(({ field, text }) => `${field} ${text}`),
    ).toEqual(['findings 必填', 'ruling 必填', 'basis 必填']);
    expect(tasklist.neighbours.checked).toHaveLength(asked);
    expect((await tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data: { ...ANSWERS, x: 1 } })).status).toBe(
      400,
    );
  });

  it('that vanished answer 410 and keep what was typed', async () => {
    const { id, jobKey } = await claimed();
    await tasklist.as('li', 'PUT', `/api/tasks/${id}/draft`, { data: { findings: '写了一半' } });
    await tasklist.inTransaction((manager) =>
      tasklist.service.app.get(TaskMirror).canceled(manager, jobKey, tasklist.clock.now()),
    );
    const gone = await tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data: ANSWERS });
    expect([gone.status, gone.body['type']]).toEqual([410, 'task-withdrawn']);
    expect(await tasklist.query('select 1 from tasklist.task_draft where task_id = $1', [id])).toHaveLength(1);
  });

  it('are given back with the draft, and taken by the next', async () => {
    const { id } = await claimed();
    // The browser sends along what the form showed then; whoever opens it next sees that as it is by then.
    await tasklist.as('li', 'PUT', `/api/tasks/${id}/draft`, { data: { findings: '交接', report: '旧的要点' } });
    expect((await tasklist.as('li', 'POST', `/api/tasks/${id}/release`)).status).toBe(200);
    expect((await tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data: ANSWERS })).status).toBe(403);
    await tasklist.as('wang', 'POST', `/api/tasks/${id}/claim`);
    expect((await tasklist.as<TaskDetail>('wang', 'GET', `/api/tasks/${id}`)).body.data).toMatchObject({
      ...{ findings: '交接', report: '调查报告要点' },
    });
  });

  it('refuse an older draft', async () => {
    const { id } = await claimed();
    await tasklist.as('li', 'PUT', `/api/tasks/${id}/draft`, { data: { findings: '一' } });
    await tasklist.as('li', 'PUT', `/api/tasks/${id}/draft`, { data: { findings: '二' }, version: 1 });
    const old = await tasklist.as('li', 'PUT', `/api/tasks/${id}/draft`, { data: { findings: '三' }, version: 1 });
    expect([old.status, old.body['type']]).toEqual([409, 'draft-outdated']);
  });

  it('move to a colleague who is free to have them', async () => {
    const { id } = await claimed();
    const assigned = await tasklist.as('li', 'POST', `/api/tasks/${id}/assign`, { personId: 'wang', reason: '休假' });
    expect(assigned.body['assignee']).toMatchObject({ id: 'wang' });
    expect((await list('wang', 'mine')).map((row) => row.id)).toEqual([id]);
    const unknown = await tasklist.as('wang', 'POST', `/api/tasks/${id}/assign`, { personId: 'nobody', reason: '无' });
    expect(unknown.status).toBe(422);
  });

  it('R08.8 R09.2 name people of their unit, or of the whole organisation where the form asks for it', async () => {
    const { id } = await claimed();
    const named = async (query: string) =>
      (await tasklist.as<TaskPeopleList>('li', 'GET', `/api/tasks/${id}/candidates${query}`)).body.items;
    expect((await named('')).map((person) => person.id)).not.toContain('gong');
    const everybody = await named('?among=organisation');
    expect(everybody.map((person) => person.id)).toEqual(expect.arrayContaining(['li', 'wang', 'gong', 'desk']));
    expect(everybody.map((person) => person.id)).not.toContain('steward'); // of another organisation
    expect(everybody.every(({ unit }) => unit !== undefined)).toBe(true);
    expect((await tasklist.as('li', 'GET', `/api/tasks/${id}/candidates?among=all`)).status).toBe(400);
  });

  it('回避: whoever is conflicted is no candidate, and for them the task is not there', async () => {
    const conflict = { caseNo: CASE_NO, rel: 'conflicted' as const, personId: 'wang', source: 'recusal' };
    await tasklist.inTransaction((manager) => new RelationWriter().grant(manager, conflict));
    const { id } = await tasklist.task();
    expect(await list('wang', 'group')).toEqual([]);
    expect((await tasklist.as('wang', 'GET', `/api/tasks/${id}`)).status).toBe(404);
    expect((await tasklist.as('wang', 'POST', `/api/tasks/${id}/claim`)).status).toBe(404);
    await tasklist.as('li', 'POST', `/api/tasks/${id}/claim`);
    expect(
      (await tasklist.as('li', 'POST', `/api/tasks/${id}/assign`, { personId: 'wang', reason: '无' })).status,
    ).toBe(422);
    await tasklist.inTransaction((manager) =>
      new RelationWriter().revoke(manager, { caseNo: CASE_NO, source: 'recusal' }),
    );
  });

  it('go to the intake desk with a warning where nobody holds the role', async () => {
    const { id } = await tasklist.task({ groups: ['title-office'] });
    expect((await list('desk', 'group'))[0]).toMatchObject({ id, warning: 'intake-desk-fallback' });
  });

  it('go to the head of the unit complained about', async () => {
    const { id } = await tasklist.task({ groups: ['respondent-unit'] });
    expect((await list('headgc', 'group')).map((row) => row.id)).toEqual([id]);
  });

  it('are a person’s at once where the model names one', async () => {
    const { id } = await tasklist.task({ groups: [], assignee: 'gong' });
    expect((await list('gong', 'mine')).map((row) => row.id)).toEqual([id]);
  });

  it('page by cursor without gap or repeat', async () => {
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push((await tasklist.task()).id);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await tasklist.as<TaskPage>('li', 'GET', `/api/tasks?view=group&limit=2${cursor}`);
      seen.push(...body.items.map(({ id }) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen.sort()).toEqual(ids.sort());
    expect((await tasklist.as('li', 'GET', '/api/tasks?cursor=zzzz')).status).toBe(400);
    expect((await tasklist.as('li', 'GET', '/api/tasks?q=13812345678')).status).toBe(422);
  });
});
