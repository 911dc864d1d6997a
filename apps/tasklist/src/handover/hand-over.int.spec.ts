import type { TaskPage } from '@huiying/contracts';
import type { CloudEvent } from '@huiying/events';
import { eventually } from '@huiying/events/testing';
import { Tasklist } from '../testing/tasklist-harness.js';
import { HandOverClosing } from './hand-over-closing.js';
import { HandOverConsumer } from './hand-over.consumer.js';

describe('转办登记', () => {
  let tasklist: Tasklist;

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  afterAll(() => tasklist.stop());

  const diverted = (caseNo: string, target: string) =>
    tasklist.inTransaction((manager) =>
      tasklist.service.app
        .get(HandOverConsumer)
        .onDiverted({ data: { caseNo, orgId: 'FH01', target } } as CloudEvent<'case.diverted'>, { manager } as never),
    );
  const deploy = (processId: string) =>
    tasklist.query(
      `insert into models.published (kind, id, version, key, resource_name, content, published_at)
       values ('process', $1, 1, 99, $1, '<x/>', now())`,
      [processId],
    );
  const stateOf = async (caseNo: string) =>
    tasklist.query<{ state: string; because: string | null }>(
      `select state, withdrawn_because as because from tasklist.task where case_no = $1 and process_id = 'hand-over'`,
      [caseNo],
    );
  const openTasks = async (caseNo: string) =>
    (await tasklist.as<TaskPage>('desk', 'GET', `/api/tasks?view=group&caseNo=${caseNo}`)).body.items;

  it('R10.4 while the process is not deployed its first role has a task; when it is, the task goes and the case says so', async () => {
    const waiting = await tasklist.fresh();
    await diverted(waiting, 'delivery-defect');
    expect(await stateOf(waiting)).toEqual([{ state: 'open', because: null }]);
    expect((await openTasks(waiting)).map(({ name }) => name)).toEqual(['转办登记']);
    const other = await tasklist.fresh();
    await diverted(other, 'inter-store-dispute');

    await deploy('delivery-defect');
    await tasklist.query('notify models_published');
    await eventually(async () => (await stateOf(waiting))[0]?.state === 'withdrawn');
    expect(await stateOf(waiting)).toEqual([{ state: 'withdrawn', because: 'taken-over' }]);
    expect(await stateOf(other)).toEqual([{ state: 'open', because: null }]);
    expect(await openTasks(waiting)).toEqual([]);
    tasklist.caseNo = waiting;
    const told = await eventually(async () => {
      const events = await tasklist.events('task.withdrawn');
      return events.length > 0 && events;
    });
    expect(told).toEqual([expect.objectContaining({ process: 'hand-over', element: 'register', because: 'gone' })]);
    const [relation] = await tasklist.query<{ n: string }>(
      `select count(*) as n from access.case_relation where case_no = $1 and rel = 'cand'`,
      [waiting],
    );
    expect(relation?.n).toBe('0');
  });

  it('R10.4 is closed once, and a case that is diverted afterwards needs none', async () => {
    const caseNo = await tasklist.fresh();
    await diverted(caseNo, 'delivery-defect');
    expect(await stateOf(caseNo)).toEqual([]);
    const closing = tasklist.service.app.get(HandOverClosing);
    await Promise.all([closing.close(), closing.close()]);
    expect(await tasklist.events('task.withdrawn')).toEqual([]);
  });
});
