import { BpmnError } from '@huiying/zeebe';
import { HandlerWatch } from './people/handler-watch.js';
import { ReportsKit } from './testing/reports-harness.js';

let kit: ReportsKit;
beforeAll(async () => {
  kit = await ReportsKit.open();
});
afterAll(() => kit.stop());

/** Logins that see the report, of all in the directory. */
async function seers(reportNo: string): Promise<string[]> {
  const seen: string[] = [];
  for (const login of kit.logins) if ((await kit.reportsOf(login)).includes(reportNo)) seen.push(login);
  return seen.sort();
}

/** The task of the group centre after nobody of the lines was left. */
async function conflicted(named: object[]): Promise<string> {
  const { reportNo } = await kit.file({ named });
  expect(await kit.pick(reportNo)).toBeInstanceOf(BpmnError);
  await kit.task(reportNo, 'group-assigns', null);
  return reportNo;
}

const watch = () => kit.get(HandlerWatch).look();

describe('whoever is reported, and all who work below them, handle and read nothing, at every level (R05.7)', () => {
  it.each([
    // named, whoever handles, why
    ['nobody of the lines', [{ personId: 'gong' }], ['gm', 'hrhead', 'rc1']],
    ['one of HR', [{ personId: 'hr2' }], ['gm', 'hrhead', 'rc1']],
    ['the head of HR: all of HR work below, the group’s HR', [{ personId: 'hrhead' }], ['gm', 'jthrhead', 'rc1']],
    ['the report-custodian: the substitute', [{ personId: 'rc1' }], ['gm', 'hrhead', 'rc2']],
    [
      'the head of the office: both report-custodians work below, the group’s one',
      [{ personId: 'bghead' }],
      ['gm', 'hrhead', 'jtfile'],
    ],
    [
      'the general manager: the whole company works below, the group handles',
      [{ personId: 'gm' }],
      ['insi', 'jtfile', 'jthrhead'],
    ],
    ['a department by its name', [{ unit: 'FH01-HR' }], ['gm', 'jthrhead', 'rc1']],
    ['somebody by login as a name', [{ name: 'hrhead' }], ['gm', 'jthrhead', 'rc1']],
  ])('R05.7 R05.8 named is %s', async (_what, named, expected) => {
    const { reportNo } = await kit.file({ named });
    await kit.picked(reportNo);
    expect(await seers(reportNo)).toEqual(expected);
  });

  it('R05.7 the reporter, where known, handles not their own report', async () => {
    const { reportNo } = await kit.file({ named: [], identity: { name: 'hrhead' } });
    await kit.picked(reportNo);
    expect(await seers(reportNo)).toEqual(['gm', 'hr2', 'rc1']);
  });

  it('R05.7 all of HR named: the group centre; its head named too: the head of the group, nobody below who is named', async () => {
    const units = [{ unit: 'FH01-HR' }, { unit: 'JT-HR' }];
    expect(await seers(await conflicted(units))).toEqual(['jc1', 'jc2']);
    expect(await seers(await conflicted([...units, { personId: 'jc2' }]))).toEqual(['jc1']);
    expect(await seers(await conflicted([...units, { personId: 'jc1' }]))).toEqual(['boss']);
  });

  it('R05.7 the head of the group is named: the centre assigns, whom it names keep their parts; one named later goes', async () => {
    const reportNo = await conflicted([{ personId: 'boss' }]);
    expect(await seers(reportNo)).toEqual(['jc1', 'jc2']);
    const persons = { lead: 'lead', hrHandler: 'hrhead', manager: 'dgm', custodian: 'rc1' };
    expect((await kit.finish('jc2', reportNo, 'group-assigns', persons)).status).toBe(204);
    await watch();
    expect(await seers(reportNo)).toEqual(['dgm', 'hrhead', 'lead', 'rc1']);
    const said = await kit.as('dgm', 'POST', `/api/jb/reports/${reportNo}/named`, { named: [{ personId: 'hrhead' }] });
    expect(said.status).toBe(204);
    expect(await seers(reportNo)).toEqual(['dgm', 'jc1', 'jc2', 'lead', 'rc1']);
  });

  it('R05.7 nobody opens a task, a draft or a list of persons of a report that names them', async () => {
    const { reportNo, receipt } = await kit.file();
    const { manager } = await kit.picked(reportNo);
    await kit.task(reportNo, 'name-lead', manager);
    const id = await kit.taskId('gm', reportNo);
    await kit.say(reportNo, receipt, { text: '总经理知情', named: [{ personId: 'gm' }] });
    for (const [method, path, body] of [
      ['GET', `/api/jb/tasks/${id}`],
      ['GET', `/api/jb/tasks/${id}/candidates`],
      ['PUT', `/api/jb/tasks/${id}/draft`, { data: {} }],
      ['POST', `/api/jb/tasks/${id}/complete`, { data: {} }],
      ['GET', `/api/jb/reports/${reportNo}`],
      ['GET', `/api/jb/reports/${reportNo}/files/1`],
    ] as const)
      expect([path, (await kit.as('gm', method, path, body)).status]).toEqual([path, 404]);
    expect(await seers(reportNo)).toEqual(['insi', 'jtfile', 'jthrhead']);
    expect((await kit.tasksOf('insi')).map((task) => task.reportNo)).toContain(reportNo);
  });
});

describe('a handler who is not there (R05.7, access.md §5 "a leaver’s row goes")', () => {
  afterEach(async () => {
    for (const login of ['gm', 'hrhead', 'rc1', 'dgm', 'jthrhead', 'jthr']) await kit.leaves(login, false);
  });

  it('R05.7 whoever left is not picked', async () => {
    await kit.leaves('hrhead');
    const { reportNo } = await kit.file();
    await kit.picked(reportNo);
    expect(await seers(reportNo)).toEqual(['gm', 'hr2', 'rc1']);
  });

  it('R05.7 who leaves later is replaced, also at a task without a limit; the task stays the same in the engine', async () => {
    const { reportNo } = await kit.file({ named: [] });
    const { manager, hrHandler } = await kit.picked(reportNo);
    await kit.task(reportNo, 'name-lead', manager);
    await kit.task(reportNo, 'assist', hrHandler);
    for (const login of ['gm', 'hrhead', 'rc1']) await kit.leaves(login);
    await watch();
    for (const login of ['gm', 'hrhead', 'rc1']) await kit.leaves(login, false);
    expect(await seers(reportNo)).toEqual(['dgm', 'hr2', 'rc2']);
    expect((await kit.tasksOf('dgm')).map(({ element }) => element)).toContain('name-lead');
    const replaced = (await kit.auditOf(reportNo)).filter(({ event }) => event === 'handler.replaced');
    expect(replaced.map(({ personId, reason }) => [personId, reason]).sort()).toEqual([
      ['gm', 'manager'],
      ['hrhead', 'hr'],
      ['rc1', 'report-custodian'],
    ]);
    await watch();
    expect(await seers(reportNo)).toEqual(['dgm', 'hr2', 'rc2']);
  });

  it('R05.7 a lead who leaves is followed by the report-custodian’s line; with nobody left the group centre stands in', async () => {
    const { reportNo } = await kit.file({ named: [] });
    const { manager } = await kit.picked(reportNo);
    await kit.task(reportNo, 'name-lead', manager);
    await kit.finish('gm', reportNo, 'name-lead', { lead: 'dgm', investigator: 'dgm' });
    await kit.leaves('dgm');
    await watch();
    expect(await seers(reportNo)).toEqual(['gm', 'hrhead', 'rc1']);
    for (const login of ['hrhead', 'hr2', 'hr3', 'jthrhead', 'jthr']) await kit.leaves(login);
    await watch();
    for (const login of ['hr2', 'hr3']) await kit.leaves(login, false);
    expect(await seers(reportNo)).toEqual(['gm', 'jc1', 'jc2', 'rc1']);
  });

  it('R03.8 R05.7 an absent handler’s limit moves the task on, level by level, to the centre; the last one keeps it', async () => {
    const { reportNo } = await kit.file();
    const { hrHandler } = await kit.picked(reportNo);
    const { key, limit } = await kit.task(reportNo, 'preliminary-check', hrHandler, 'R05.7#check');
    expect(limit).toEqual({ limitId: 'R05.7#check', orgId: 'FH01', from: expect.any(String) });
    const holders: string[][] = [];
    const limits: unknown[] = [];
    const ring = async () =>
      (await kit.internal<{ limit: unknown }>(`/internal/sealed-tasks/${key}/overdue`, {})).body.limit;
    for (let miss = 0; miss < 7; miss++) {
      await kit.internal(`/internal/sealed-tasks/${key}/due`, { dueAt: '2026-03-03T23:59:59+08:00' });
      const all = await seers(reportNo);
      holders.push(all.filter((login) => /^(jt)?hr|^jc/.test(login)));
      const asked = await ring();
      limits.push(asked);
      // The answer was lost, and the tasklist rings again: the same limit, and nobody else is asked to go.
      const next = await seers(reportNo);
      expect((await ring()) === null).toBe(asked === null);
      expect(await seers(reportNo)).toEqual(next);
    }
    // The same time again for each, and none for the last: nobody is left to ring for.
    expect(limits.map((one) => one !== null)).toEqual([true, true, true, true, true, false, false]);
    expect(await kit.events('overdue.handled', reportNo)).toEqual([]);
    const levels = [['hrhead'], ['hr2'], ['hr3'], ['jthrhead'], ['jthr'], ['jc1', 'jc2'], ['jc1', 'jc2']];
    expect(holders).toEqual(levels);
  });
});

describe('nobody sees more than their part needs (R05.3, R05.7)', () => {
  it('R05.7 the supervisor’s part ends with what they settled or not: what comes after is not theirs to read', async () => {
    for (const settled of [true, false]) {
      const { reportNo } = await kit.file({ reportForm: 'oral', named: [], unitId: 'FH01-GC' });
      const { supervisor, hrHandler } = await kit.picked(reportNo, 'oral');
      await kit.task(reportNo, 'supervisor-handles', supervisor ?? null, 'R05.7');
      const refused = await kit.finish('gchead', reportNo, 'supervisor-handles', { handling: '' });
      expect([refused.status, await seers(reportNo)]).toEqual([422, ['gchead', 'gm', 'hrhead', 'rc1']]);
      const done = await kit.finish('gchead', reportNo, 'supervisor-handles', { handling: '已制止', settled });
      expect([done.status, await seers(reportNo)]).toEqual([204, ['gm', 'hrhead', 'rc1']]);
      await kit.task(reportNo, settled ? 'give-outcome' : 'preliminary-check', hrHandler);
      const { data } = await kit.sheet('hrhead', reportNo, settled ? 'give-outcome' : 'preliminary-check');
      expect(JSON.stringify(data)).toContain('已制止');
    }
  });

  it('R05.3 R05.4 who approves sees the evidence, who carries out what was approved, who tells what protects the reporter', async () => {
    const { reportNo } = await kit.file();
    const { manager, hrHandler } = await kit.picked(reportNo);
    await kit.task(reportNo, 'preliminary-check', hrHandler, 'R05.7#check');
    await kit.finish('hrhead', reportNo, 'preliminary-check', { findings: '招标时间与反映相符', credible: true });
    await kit.task(reportNo, 'name-lead', manager);
    await kit.finish('gm', reportNo, 'name-lead', { lead: 'dgm', investigator: 'dgm' });
    const lead = String((await kit.variables())[0]?.['lead']);
    const elements = ['collect', 'hear-reporter', 'hear-accused', 'conclude', 'carry-out'];
    for (const element of elements) await kit.task(reportNo, element, lead);
    for (const element of ['assist', 'give-outcome']) await kit.task(reportNo, element, hrHandler);
    const seen = async (login: string, element: string) => (await kit.sheet(login, reportNo, element)).data;
    expect((await seen('hrhead', 'assist'))['check']).toContain('招标时间与反映相符');
    expect((await seen('dgm', 'hear-reporter'))['check']).toContain('招标时间与反映相符');
    expect(await seen('dgm', 'hear-accused')).toEqual({
      accused: 'gchead（FH01-GC）',
      allegation: '招标时间与反映相符',
    });
    await kit.finish('dgm', reportNo, 'collect', {
      evidence: [{ what: '开标记录', source: '档案', obtainedOn: '2026-03-03' }],
    });
    await kit.finish('dgm', reportNo, 'hear-reporter', { statement: '听见两次', protection: '只在公司外见面' });
    await kit.task(reportNo, 'supervise', manager);
    expect((await seen('gm', 'supervise'))['evidence']).toContain('开标记录');
    await kit.finish('gm', reportNo, 'supervise', { approved: true, opinion: '同意，月内落实' });
    expect((await seen('dgm', 'carry-out'))['opinion']).toBe('同意，月内落实');
    expect((await seen('hrhead', 'give-outcome'))['protection']).toBe('只在公司外见面');
  });
});
