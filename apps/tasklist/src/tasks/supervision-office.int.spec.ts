import type { TaskPage } from '@huiying/contracts';
import { Tasklist } from '../testing/tasklist-harness.js';

const FILE = {
  processId: 'supervision',
  elementId: 'open-file',
  formId: 'supervision--open-file',
  groups: ['supervision-office'],
  headers: { form: 'supervision--open-file' },
};

describe('the supervision office', () => {
  let tasklist: Tasklist;

  beforeAll(async () => {
    tasklist = await Tasklist.open('2026-03-06T18:30:00+08:00');
    // 公司办公室 holds the role of the supervision office; nothing else says which unit it is.
    await tasklist.query(
      `insert into access.unit (id, name, parent_id, org_id, kind) values ('FH01-BGS', '公司办公室', 'FH01', 'FH01', 'department')`,
    );
    await tasklist.query(
      `insert into access.unit_ancestor (unit_id, ancestor_id, depth)
       select 'FH01-BGS', ancestor_id, depth + 1 from access.unit_ancestor where unit_id = 'FH01'
       union all select 'FH01-BGS', 'FH01-BGS', 0`,
    );
    await tasklist.query(
      `insert into access.holding (person_id, role, unit_id, valid_from)
       values ('gong', 'supervision-office', 'FH01-BGS', '2026-01-01T00:00:00+08:00')`,
    );
  });
  afterAll(() => tasklist.stop());

  it('R09.10 a referral of Friday 18:30 lies with 公司办公室; what runs on it counts from Monday 9 March 08:00', async () => {
    const subjectNo = 'DB-FH01-20260306-0001';
    const about = { subjectNo, caseNo: null };
    const { id } = await tasklist.task(FILE, about);
    const candidates = await tasklist.query(`select role, unit_id from tasklist.task_candidate where task_id = $1`, [
      id,
    ]);
    expect(candidates).toEqual([{ role: 'supervision-office', unit_id: 'FH01-BGS' }]);
    const lists = async (login: string) =>
      (await tasklist.as<TaskPage>(login, 'GET', '/api/tasks?view=group')).body.items.map((item) => item.id);
    expect(await lists('gong')).toContain(id);
    expect(await lists('li')).not.toContain(id);
    expect((await tasklist.as('li', 'GET', `/api/tasks/${id}`)).status).toBe(404);

    const name = { elementId: 'name-investigator', formId: 'investigation--name-investigator' };
    const headers = { form: name.formId, deadlineRule: 'R04.6' };
    await tasklist.task({ ...FILE, ...name, processId: 'investigation', headers }, about);
    const [limit] = await tasklist.query<{ starts_at: Date }>(
      `select starts_at from tasklist.deadline where subject_no = $1 and limit_id = 'R04.6'`,
      [subjectNo],
    );
    expect(limit?.starts_at.toISOString()).toBe('2026-03-09T00:00:00.000Z');
  });

  it('R01.8 a measure of a supervision has no complainant to tell: only its own limit runs', async () => {
    const subjectNo = 'DB-FH01-20260306-0001-M1';
    const headers = { form: 'measure-follow-up--carry-out', deadlineRule: '=deadlineRule', deadlineDate: 'plannedOn' };
    const carryOut = { processId: 'measure-follow-up', elementId: 'carry-out', formId: headers.form, headers };
    const variables = { subjectNo, caseNo: null, deadlineRule: 'R01.5', plannedOn: '2026-03-20' };
    await tasklist.task({ ...carryOut, groups: ['customer-service'] }, variables);
    const limits = await tasklist.query(`select limit_id from tasklist.deadline where subject_no = $1`, [subjectNo]);
    expect(limits).toEqual([{ limit_id: 'R01.5' }]);
  });
});
