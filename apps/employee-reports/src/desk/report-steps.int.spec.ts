import type { ReportSheet, TaskPeopleList } from '@huiying/contracts';
import { ReportsKit } from '../testing/reports-harness.js';

describe('a step that stands still is seen and goes to another (R05.7, R05.8)', () => {
  let kit: ReportsKit;

  beforeAll(async () => {
    kit = await ReportsKit.open();
  });
  afterAll(() => kit.stop());

  const sheet = async (login: string, reportNo: string) =>
    (await kit.as<ReportSheet>(login, 'GET', `/api/jb/reports/${reportNo}`)).body;
  const hand = (login: string, reportNo: string, taskId: string | undefined, personId: string) =>
    kit.as<{ type?: string }>(login, 'POST', `/api/jb/reports/${reportNo}/handlers`, {
      taskId: taskId ?? '-',
      personId,
    });
  const elementsOf = async (login: string, reportNo: string) =>
    (await kit.tasksOf(login)).filter((one) => one.reportNo === reportNo).map(({ element }) => element);

  it('R05.8 R05.7 the management is away at a task without a limit: the report-custodian sees it and names another', async () => {
    const { reportNo } = await kit.file();
    const { manager, hrHandler } = await kit.picked(reportNo);
    await kit.task(reportNo, 'name-lead', manager);
    const since = kit.clock.now().toISOString();
    kit.clock.add(60_000);
    await kit.task(reportNo, 'assist', hrHandler);
    const { steps = [] } = await sheet('rc1', reportNo);
    expect(steps.map(({ name, holders, dueAt }) => [name.zh, holders, dueAt])).toEqual([
      ['指定负责人', ['gm（FH01）'], null],
      ['人力资源协助', ['hrhead（FH01-HR）'], null],
    ]);
    expect(steps[0]?.since).toBe(since);
    const { body } = await kit.as<TaskPeopleList>('rc1', 'GET', `/api/jb/reports/${reportNo}/candidates`);
    const offered = body.items.map(({ id }) => id);
    // Neither the one who is named nor those below them, nor anybody who has a part.
    for (const out of ['gchead', 'gong', 'gm', 'hrhead', 'rc1', 'admin']) expect(offered).not.toContain(out);
    expect(offered).toContain('dgm');

    expect((await hand('rc1', reportNo, steps[0]?.id, 'dgm')).status).toBe(204);

    expect(await elementsOf('dgm', reportNo)).toEqual(['name-lead']);
    expect(await elementsOf('gm', reportNo)).toEqual([]);
    expect((await kit.as('gm', 'GET', `/api/jb/reports/${reportNo}`)).status).toBe(404);
    const events = (await kit.auditOf(reportNo)).map(({ event, personId, reason }) => [event, personId, reason]);
    expect(events).toContainEqual(['handler.replaced', 'gm', 'manager']);
    expect(events).toContainEqual(['handler.named', 'rc1', 'manager']);
  });

  it('R05.7 the report-custodian is away: the management that supervises sees it and names another', async () => {
    const { reportNo } = await kit.file();
    const { lead } = await kit.picked(reportNo);
    await kit.task(reportNo, 'conclude', lead);
    const [step] = (await sheet('gm', reportNo)).steps ?? [];
    expect(step?.holders).toEqual(['rc1（FH01-BG）']);
    expect((await hand('gm', reportNo, step?.id, 'rc2')).status).toBe(204);
    expect(await elementsOf('rc2', reportNo)).toEqual(['conclude']);
  });

  it('R05.7 who is named, works below them, or has a part already gets none; other handlers and strangers see no steps', async () => {
    const { reportNo } = await kit.file();
    const { manager } = await kit.picked(reportNo);
    await kit.task(reportNo, 'name-lead', manager);
    const [step] = (await sheet('rc1', reportNo)).steps ?? [];
    for (const personId of ['gchead', 'gong', 'admin', 'hrhead', 'rc1', 'nobody']) {
      const { status, body } = await hand('rc1', reportNo, step?.id, personId);
      expect([personId, status, body.type]).toEqual([personId, 422, 'handler-excluded']);
    }
    expect((await sheet('hrhead', reportNo)).steps).toBeUndefined();
    for (const login of ['hrhead', 'rc2', 'gchead', 'oper'])
      expect([login, (await hand(login, reportNo, step?.id, 'dgm')).status]).toEqual([login, 404]);
    expect((await hand('rc1', reportNo, 'another', 'dgm')).status).toBe(404);
    expect(await elementsOf('gm', reportNo)).toEqual(['name-lead']);
  });
});
