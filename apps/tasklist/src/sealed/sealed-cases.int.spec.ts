import { Tasklist } from '../testing/tasklist-harness.js';

const FORM = 'decide-and-answer--decide';
const SAID = '处理意见里说到夜班岗亭';
const DATA = { findings: SAID, ruling: '转举报', basis: '第八条' };

let tasklist: Tasklist;

beforeAll(async () => {
  tasklist = await Tasklist.open();
});
afterAll(() => tasklist.stop());

async function call(path: string, body: object) {
  const response = await fetch(`${tasklist.service.internalUrl}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tasklist.service.serviceToken()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
}

describe('tasks of a case that turned out to be an employee report (access.md §5)', () => {
  it('R05.1 answers are handed over, then destroyed with drafts, variables and key; the audit says so, other cases keep theirs', async () => {
    const kept = await tasklist.fresh();
    const other = await tasklist.task();
    await tasklist.as('li', 'POST', `/api/tasks/${other.id}/claim`);
    await tasklist.as('li', 'PUT', `/api/tasks/${other.id}/draft`, { data: { findings: '另一件' } });
    const caseNo = await tasklist.fresh();
    const [done, open] = [await tasklist.task(), await tasklist.task()];
    tasklist.neighbours.variables = { kind: 'employee-report' };
    for (const { id } of [done, open]) await tasklist.as('li', 'POST', `/api/tasks/${id}/claim`);
    await tasklist.as('li', 'PUT', `/api/tasks/${open.id}/draft`, { data: { findings: SAID } });
    const completed = await tasklist.as('li', 'POST', `/api/tasks/${done.id}/complete`, { data: DATA });
    expect(completed.status).toBe(200);
    const { body } = await call('/internal/sealed-cases/answers', { caseNo });
    expect(body['answers']).toEqual([{ formId: FORM, completedAt: expect.any(String), data: DATA }]);
    const sealedOf = () =>
      tasklist.query<{ data_enc: string }>(`select data_enc from tasklist.task_outcome where task_id = $1`, [done.id]);
    const [before] = await sealedOf();

    for (let times = 0; times < 2; times++)
      expect((await call('/internal/sealed-cases/erasures', { caseNo })).status).toBe(204);

    const [after] = await sealedOf();
    const kid = (sealed: string | undefined) => sealed?.split('.')[1];
    const keys = await tasklist.query<{ id: string }>(`select id from tasklist.data_key where subject = $1`, [caseNo]);
    expect(keys.map(({ id }) => id)).toEqual([kid(after?.data_enc)]);
    expect(kid(before?.data_enc)).not.toBe(kid(after?.data_enc));
    expect((await call('/internal/sealed-cases/answers', { caseNo })).body['answers']).toMatchObject([{ data: {} }]);
    expect(await tasklist.query(`select 1 from tasklist.task_draft where task_id = $1`, [open.id])).toEqual([]);
    const [{ variables } = { variables: undefined }] = await tasklist.query<{ variables: object }>(
      `select variables from tasklist.task_outcome where task_id = $1`,
      [done.id],
    );
    expect(variables).toEqual({});
    expect((await tasklist.as('li', 'GET', `/api/tasks/${done.id}`)).status).toBe(200);
    const audited = await tasklist.query<{ entry: object }>(
      `select entry from access.audit where entry->>'action' = 'case.erase'`,
    );
    expect(audited[0]?.entry).toMatchObject({ caseNo, fields: ['task_draft', 'task_outcome'], outcome: 'done' });
    expect(await tasklist.query(`select 1 from tasklist.task_draft where task_id = $1`, [other.id])).toHaveLength(1);
    expect(await tasklist.query(`select 1 from tasklist.data_key where subject = $1`, [kept])).toHaveLength(1);
  });

  it('nobody but a service of ours asks', async () => {
    const { status } = await tasklist.as('admin', 'POST', '/internal/sealed-cases/answers', { caseNo: 'TS-1' });
    expect(status).toBe(404);
  });
});
