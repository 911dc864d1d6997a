import type { CloudEvent, EventContext } from '@huiying/events';
import { TaskLimits } from '../tasks/task-limits.js';
import { TaskStore } from '../tasks/task.typeorm-store.js';
import { Tasklist } from '../testing/tasklist-harness.js';
import { DeadlinesConsumer } from './deadlines.consumer.js';

/** A limit that is started anew while the task that carries it is open: R11.7 at each chase. */
describe('limits that start anew', () => {
  let tasklist: Tasklist;
  let penaltyNo: string;

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  beforeEach(async () => {
    penaltyNo = (await tasklist.fresh()).replace('TS', 'CF');
  });
  afterAll(() => tasklist.stop());

  /** Header `limits` of issue-notice and chase-payment. */
  const requested = () =>
    tasklist.inTransaction((manager) => {
      const data = { subjectNo: penaltyNo, orgId: 'FH01', limits: ['R11.7'], from: tasklist.clock.now().toISOString() };
      const event = { id: penaltyNo, type: 'limits.requested', subject: penaltyNo, data };
      return tasklist.service.app
        .get(DeadlinesConsumer)
        .onRequested(event as unknown as CloudEvent<'limits.requested'>, { manager } as EventContext);
    });
  const confirmPayment = () =>
    tasklist.task(
      { groups: ['customer-service'], formId: null, headers: { form: 'x', deadlineRule: 'R11.7' } },
      { subjectNo: penaltyNo, caseNo: undefined },
    );
  const completed = (id: string) =>
    tasklist.inTransaction(async (manager) => {
      const task = await tasklist.service.app.get(TaskStore).find(manager, id);
      if (!task) throw new Error('no task');
      const act = { at: tasklist.clock.now(), by: 'li' };
      await tasklist.service.app.get(TaskLimits).completed(manager, task, act, { cause: { consumer: 'engine-feed' } });
    });
  /** The whole of it is on the ledger. */
  const paid = () =>
    tasklist.inTransaction((manager) => {
      const data = { penaltyNo, orgId: 'FH01', at: tasklist.clock.now().toISOString(), actorId: 'system' };
      const event = { id: `${penaltyNo}-paid`, type: 'penalty.paid', subject: penaltyNo, data };
      return tasklist.service.app
        .get(DeadlinesConsumer)
        .onMeeting(event as unknown as CloudEvent<'penalty.paid'>, { manager } as EventContext);
    });
  const limits = async () => {
    const rows = await tasklist.query<{ n: number; state: string; due: string }>(
      `select n, state, to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as due
       from tasklist.deadline where subject_no = $1 and limit_id = 'R11.7' order by n`,
      [penaltyNo],
    );
    return rows.map(({ n, state, due }) => `${n} ${state} ${due}`);
  };

  it('R11.7 notice of 2 March: the day of the notice counts, paid on 4 March is on time', async () => {
    await requested();
    const { id } = await confirmPayment();
    expect(await limits()).toEqual(['1 running 2026-03-04 23:59:59']);
    tasklist.clock.set('2026-03-04T23:59:00+08:00');
    await tasklist.fire();
    await completed(id);
    await paid();
    expect(await limits()).toEqual(['1 met 2026-03-04 23:59:59']);
  });

  it('R11.7 unpaid at 0:00 on 5 March: missed; the chase starts it anew, and the open task meets the new one', async () => {
    await requested();
    const { id } = await confirmPayment();
    tasklist.clock.set('2026-03-05T00:00:00+08:00');
    await tasklist.fire();
    expect(await limits()).toEqual(['1 missed 2026-03-04 23:59:59']);
    await requested();
    expect(await limits()).toEqual(['1 missed 2026-03-04 23:59:59', '2 running 2026-03-07 23:59:59']);
    tasklist.clock.set('2026-03-06T10:00:00+08:00');
    await completed(id);
    await paid();
    expect(await limits()).toEqual(['1 missed 2026-03-04 23:59:59', '2 met 2026-03-07 23:59:59']);
  });

  it('R11.7 the task is mirrored before the notice’s own limit arrives: the task carries that one', async () => {
    const { id } = await confirmPayment();
    await requested();
    expect(await limits()).toEqual(['1 replaced 2026-03-04 23:59:59', '2 running 2026-03-04 23:59:59']);
    await completed(id);
    await paid();
    expect((await limits())[1]).toBe('2 met 2026-03-04 23:59:59');
  });

  it('R11.7 a part of it paid: the limit runs on as it was, for the task that asks for the rest', async () => {
    await requested();
    const { id } = await confirmPayment();
    tasklist.clock.set('2026-03-03T10:00:00+08:00');
    await completed(id);
    const rest = await confirmPayment();
    expect(await limits()).toEqual(['1 running 2026-03-04 23:59:59']);
    tasklist.clock.set('2026-03-05T00:00:00+08:00');
    await tasklist.fire();
    expect(await limits()).toEqual(['1 missed 2026-03-04 23:59:59']);
    await requested();
    await completed(rest.id);
    await paid();
    expect(await limits()).toEqual(['1 missed 2026-03-04 23:59:59', '2 met 2026-03-07 23:59:59']);
  });

  it('R11.4 the answer to an exposure counts from the day of publication: days before the check are lost', async () => {
    tasklist.clock.set('2026-03-05T09:00:00+08:00');
    const headers = { form: 'x', deadlineRule: 'R11.4', deadlineFrom: 'publishedOn' };
    const variables = { subjectNo: penaltyNo, caseNo: undefined, publishedOn: '2026-03-02' };
    await tasklist.task({ groups: ['customer-service'], formId: null, headers }, variables);
    const due = () =>
      tasklist.query<{ state: string; due: string }>(
        `select state, to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as due
         from tasklist.deadline where subject_no = $1 and limit_id = 'R11.4'`,
        [penaltyNo],
      );
    expect(await due()).toEqual([{ state: 'running', due: '2026-03-07 23:59:59' }]);
    tasklist.clock.set('2026-03-07T23:59:59+08:00');
    await tasklist.fire();
    expect(await due()).toMatchObject([{ state: 'running' }]);
    tasklist.clock.set('2026-03-08T00:00:00+08:00');
    await tasklist.fire();
    expect(await due()).toMatchObject([{ state: 'missed' }]);
    const told = await tasklist.query<{ key: string }>(
      `select partition_key as key from tasklist.outbox where kind = 'message' and partition_key = $1`,
      [`${penaltyNo}:R11.4`],
    );
    expect(told).toHaveLength(1);
  });
});
