import { BpmnError } from '@huiying/zeebe';
import { Retention } from './retention/retention.js';
import { ReportAudit } from './audit/report-audit.js';
import { MARKER, type Picked, ReportsKit } from './testing/reports-harness.js';

const CONCLUSION = {
  founded: true,
  conclusion: '属实，违反招标纪律',
  measuresAccused: '调离招标岗位',
  reasonsForReporter: '经核实属实',
  reasonsForAccused: '违反招标纪律第三条',
  protection: '不透露来源',
};
const OUTCOME = {
  outcome: '属实，已处理',
  advice: '对结果不服可向集团反映；如遭打击报复请立即告知',
  mode: 'online',
  toldAt: '2026-03-09T10:00:00+08:00',
};

let kit: ReportsKit;
beforeAll(async () => {
  kit = await ReportsKit.open();
});
afterAll(() => kit.stop());

describe('filing', () => {
  it('R05.2 R05.1 a report gets a unique number and a receipt, shown once and kept as a hash; the process starts', async () => {
    const first = await kit.file();
    const second = await kit.file({ reportForm: 'oral' });
    expect(first.reportNo).toMatch(/^JB-[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(first.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(second.reportNo).not.toBe(first.reportNo);
    expect(await kit.dump()).not.toContain(first.receipt);
    const started = (await kit.messages('start-employee-report')).filter(({ key }) =>
      [first.reportNo, second.reportNo].includes(key),
    );
    expect(started.map(({ variables }) => variables['reportForm'])).toEqual(['written', 'oral']);
    expect(Object.keys(started[0]?.variables ?? {})).toEqual(['subjectNo', 'reportNo', 'reportForm']);
    const [event] = await kit.restricted('employee-report.registered', first.reportNo);
    expect(event).toEqual({
      orgId: 'JT',
      at: '2026-03-02T00:00:00.000+08:00',
      actorId: 'system',
      reportNo: first.reportNo,
    });
  });

  it.each([
    ['no word who is named', { named: undefined }, 'named', 422],
    ['too short', { description: '不公平' }, 'description', 422],
    ['an invented field', { phone: '1' }, 'phone', 400],
  ])('R05.2 refuses %s', async (_what, more, field, expected) => {
    const body = { description: '工程部主管把标底泄露给供应商。', named: [], ...more };
    const { status, body: problem } = await kit.as<{ errors: { field: string }[] }>(
      null,
      'POST',
      '/api/portal/reports',
      body,
    );
    expect([status, problem.errors.map((error) => error.field)]).toEqual([expected, [field]]);
  });

  it('R05.2 an organisation that there is not is refused with its field', async () => {
    const body = { description: '工程部主管把标底泄露给供应商。', named: [], organisationId: 'XX' };
    const { status, body: problem } = await kit.as(null, 'POST', '/api/portal/reports', body);
    expect([status, problem['type']]).toEqual([422, 'unknown-organisation']);
  });

  it('R05.1 what came as a complaint and intake sealed moves here: identity apart, the case number forgotten', async () => {
    const reportNo = 'JB-TAKEN00001';
    const texts = {
      description: `同事${MARKER}`,
      contactName: '简直言',
      contactPhone: '13955556666',
      respondentPerson: 'gchead',
    };
    const complaint = {
      caseNo: 'TS-FH01-20260302-0099',
      orgId: 'FH01',
      channel: 'email',
      receivedOn: '2026-03-02',
      reportForm: 'written',
      texts,
      respondent: { unitId: null, personId: null },
      files: [],
      answers: [
        {
          formId: 'eligibility-check--review-intake',
          completedAt: '2026-03-02T11:00:00+08:00',
          data: { missing: '审查意见甲', specific: true },
        },
      ],
    };
    await kit.sealAsIntake(reportNo, complaint);
    await kit.publishForm('eligibility-check--review-intake');
    kit.neighbours.others.set('/internal/sealed-cases/erasures', {});
    await kit.acknowledge(reportNo);
    expect(await kit.query(`SELECT 1 FROM employee_reports.sealed_report`)).toEqual([]);
    const picked = await kit.pickAgain();
    expect(picked).toMatchObject({ hrHandler: expect.stringMatching(/^P-[0-9a-f]{16}$/) });
    const { body } = await kit.as<{ description: string; named: string[]; record: object[] }>(
      'hrhead',
      'GET',
      `/api/jb/reports/${reportNo}`,
    );
    expect(body.description).toContain(MARKER);
    expect(body.named).toEqual(['gchead（FH01-GC）']);
    expect(JSON.stringify(body)).not.toMatch(/简直言|13955556666|TS-FH01/);
    expect(await kit.dump()).not.toMatch(/简直言|13955556666|TS-FH01|审查意见甲/);
    // What the desk answered stands in the record now; the tasklist was told to destroy its copy, and the audit says so.
    expect(body.record[0]).toMatchObject({
      title: { zh: '受理时的审查' },
      text: '内容是否具体：是\n缺少材料：审查意见甲',
    });
    const erased = kit.neighbours.asked.filter(({ route }) => route === 'POST /internal/sealed-cases/erasures');
    expect(erased.map(({ body: told }) => told)).toEqual([{ caseNo: 'TS-FH01-20260302-0099' }]);
    expect((await kit.auditOf(reportNo)).map(({ event }) => event)).toContain('answers.moved');
    expect(await kit.restricted('employee-report.registered', reportNo)).toHaveLength(1);
  });
});

describe('the reporter’s page', () => {
  it('R05.5 R05.3 number and receipt open the dialogue; the weight is the same for no message and for many', async () => {
    const { reportNo, receipt } = await kit.file();
    const empty = await kit.raw(`/api/portal/reports/${reportNo}`, receipt);
    for (let n = 0; n < 3; n++) await kit.say(reportNo, receipt, { text: `补充第 ${n} 点` });
    const full = await kit.raw(`/api/portal/reports/${reportNo}`, receipt);
    expect(Buffer.byteLength(full)).toBe(Buffer.byteLength(empty));
    expect((await kit.follow(reportNo, receipt.toLowerCase())).body.messages).toHaveLength(3);
  });
});

describe('who handles', () => {
  /** Logins that see the report, of all in the directory. */
  const seers = async (reportNo: string) => {
    const seen: string[] = [];
    for (const login of kit.logins) if ((await kit.reportsOf(login)).includes(reportNo)) seen.push(login);
    return seen.sort();
  };

  it('R05.7 R05.8 a written report: HR, the management and the report-custodian, nobody else; the engine gets pseudonyms', async () => {
    const { reportNo } = await kit.file();
    const picked = await kit.picked(reportNo);
    expect(await seers(reportNo)).toEqual(['gm', 'hrhead', 'rc1']);
    expect(picked.supervisor).toBeNull();
    expect(JSON.stringify(picked)).not.toMatch(/gm|hrhead|rc1/);
  });

  it('R05.1 R05.7 an oral report goes to the supervisor of the department; one who is named is skipped', async () => {
    const oral = await kit.file({ named: [{ personId: 'gong' }], unitId: 'FH01-GC' });
    const picked = await kit.picked(oral.reportNo);
    expect(picked.supervisor).toBeNull();
    const named = await kit.file({ reportForm: 'oral', named: [{ personId: 'gong' }], unitId: 'FH01-GC' });
    await kit.picked(named.reportNo, 'oral');
    expect(await seers(named.reportNo)).toContain('gchead');
    const skipped = await kit.file({ reportForm: 'oral', unitId: 'FH01-GC' });
    const { supervisor } = await kit.picked(skipped.reportNo, 'oral');
    expect(supervisor).not.toBeNull();
    expect(await seers(skipped.reportNo)).not.toContain('gchead');
  });

  it('R05.7 all of HR named: handlers-conflicted, the group centre assigns, and reads no more afterwards', async () => {
    const { reportNo, receipt } = await kit.file({ named: [{ unit: 'FH01-HR' }, { unit: 'JT-HR' }] });
    const picked = await kit.pick(reportNo);
    expect(picked).toBeInstanceOf(BpmnError);
    expect(picked).toMatchObject({ code: 'handlers-conflicted', variables: { allHandlersNamed: true } });
    await kit.task(reportNo, 'group-assigns', null);
    expect(await seers(reportNo)).toEqual(['jc1', 'jc2']);
    const data = { lead: 'lead', hrHandler: 'jthr', manager: 'boss', custodian: 'rc2' };
    const refused = await kit.finish('jc1', reportNo, 'group-assigns', data);
    expect([refused.status, refused.body['errors']]).toEqual([
      422,
      [expect.objectContaining({ field: 'hrHandler', code: 'handler-excluded' })],
    ]);
    const done = await kit.finish('jc1', reportNo, 'group-assigns', { ...data, hrHandler: 'office' });
    expect(done.status).toBe(204);
    expect(Object.keys((await kit.variables())[0] ?? {}).sort()).toEqual(['hrHandler', 'lead', 'manager']);
    expect(await seers(reportNo)).toEqual(['boss', 'lead', 'office', 'rc2']);
    expect((await kit.follow(reportNo, receipt)).status).toBe(200);
  });

  it('R05.7 everybody works below the one who is named: the centre assigns whoever is not named', async () => {
    const { reportNo } = await kit.file({ named: [{ personId: 'boss' }] });
    expect(await kit.pick(reportNo)).toBeInstanceOf(BpmnError);
    await kit.task(reportNo, 'group-assigns', null);
    const persons = { lead: 'lead', hrHandler: 'hrhead', manager: 'dgm', custodian: 'rc1' };
    expect((await kit.finish('jc2', reportNo, 'group-assigns', { ...persons, manager: 'boss' })).status).toBe(422);
    expect((await kit.finish('jc2', reportNo, 'group-assigns', persons)).status).toBe(204);
  });

  it('R05.8 the report-custodian reads and keeps it; named: the substitute; any other clerk is refused and audited', async () => {
    const { reportNo } = await kit.file({ named: [{ personId: 'rc1' }] });
    await kit.picked(reportNo);
    expect(await seers(reportNo)).toContain('rc2');
    for (const login of ['rc1', 'bghead', 'desk', 'hr2', 'auditor', 'admin']) {
      const { status, body } = await kit.as(login, 'GET', `/api/jb/reports/${reportNo}`);
      expect([login, status, body['type']]).toEqual([login, 404, 'not-found']);
    }
    const refused = (await kit.auditOf(reportNo)).filter(({ event }) => event === 'report.refused');
    expect(refused.map(({ personId }) => personId)).toEqual(['rc1', 'bghead', 'desk', 'hr2', 'auditor', 'admin']);
    expect((await kit.as('rc2', 'GET', `/api/jb/reports/${reportNo}`)).body['description']).toContain(MARKER);
  });

  it('R05.7 a name that comes later closes pages at once and gives the part to another; the task stays', async () => {
    const { reportNo, receipt } = await kit.file();
    const { hrHandler } = await kit.picked(reportNo);
    await kit.task(reportNo, 'preliminary-check', hrHandler, 'R05.7#check');
    expect((await kit.tasksOf('hrhead')).map((task) => task.reportNo)).toContain(reportNo);
    expect(
      (await kit.say(reportNo, receipt, { text: '人力主管也参与了', named: [{ personId: 'hrhead' }] })).status,
    ).toBe(200);
    expect(await seers(reportNo)).toEqual(['gm', 'jthrhead', 'rc1']);
    expect((await kit.as('hrhead', 'GET', `/api/jb/reports/${reportNo}`)).status).toBe(404);
    expect((await kit.tasksOf('jthrhead')).map((task) => task.reportNo)).toContain(reportNo);
  });

  it('R05.7 the management may name nobody who is named, works below them, or has a role of the platform', async () => {
    const { reportNo } = await kit.file();
    const { manager } = await kit.picked(reportNo);
    await kit.task(reportNo, 'name-lead', manager);
    expect((await kit.sheet('gm', reportNo, 'name-lead')).data['excluded']).toBe('gchead（FH01-GC）');
    for (const lead of ['gchead', 'gong', 'admin', 'cust1', 'nobody']) {
      const refused = await kit.finish('gm', reportNo, 'name-lead', { lead, investigator: 'dgm' });
      expect([lead, refused.status]).toEqual([lead, 422]);
    }
    expect((await kit.finish('gm', reportNo, 'name-lead', { lead: 'dgm', investigator: 'hr2' })).status).toBe(204);
    expect(await seers(reportNo)).toEqual(['dgm', 'gm', 'hr2', 'hrhead', 'rc1']);
  });
});

describe('investigation and outcome', () => {
  let reportNo: string;
  let receipt: string;
  let picked: Picked;
  const lead = 'dgm';

  beforeAll(async () => {
    ({ reportNo, receipt } = await kit.file({ evidence: '聊天记录截图' }));
    picked = await kit.picked(reportNo);
    await kit.task(reportNo, 'preliminary-check', picked.hrHandler, 'R05.7#check');
    await kit.finish('hrhead', reportNo, 'preliminary-check', { findings: '招标时间与反映相符', credible: true });
    await kit.task(reportNo, 'name-lead', picked.manager);
    await kit.finish('gm', reportNo, 'name-lead', { lead, investigator: lead });
    picked.lead = String((await kit.variables())[0]?.['lead']);
    for (const element of ['collect', 'hear-reporter', 'hear-accused', 'conclude'])
      await kit.task(reportNo, element, picked.lead);
    await kit.task(reportNo, 'assist', picked.hrHandler);
  });

  it('R05.3 what is put before the accused shows neither the reporter nor their words; handlers see 「举报人」', async () => {
    await kit.say(reportNo, receipt, { text: '我在现场听见的' });
    const accused = await kit.sheet(lead, reportNo, 'hear-accused');
    expect(accused.data).toEqual({ accused: 'gchead（FH01-GC）', allegation: '招标时间与反映相符' });
    const reporter = await kit.sheet(lead, reportNo, 'hear-reporter');
    expect(reporter.data['matter']).toContain('举报人');
    expect(reporter.data['messages']).toContain('我在现场听见的');
  });

  it('R05.7 R05.3 whoever looks into it sees whom it names and what was added later; whom to name, with their units', async () => {
    const { data } = await kit.sheet(lead, reportNo, 'collect');
    expect(data['matter']).toMatch(/被举报：gchead（.+）/);
    expect(data['matter']).toContain('补充：我在现场听见的');
    const id = await kit.taskId(lead, reportNo, 'collect');
    const { body } = await kit.as<{ items: { unit?: string }[] }>(lead, 'GET', `/api/jb/tasks/${id}/candidates`);
    expect(body.items.every(({ unit }) => typeof unit === 'string' && unit !== '')).toBe(true);
  });

  it('R05.7 HR has a task to assist beside the investigation', async () => {
    const done = await kit.finish('hrhead', reportNo, 'assist', { assistance: '调取考勤' });
    expect(done.status).toBe(204);
  });

  it('R05.4 unfounded: no measures, neither against the accused nor against the reporter', async () => {
    const unfounded = { ...CONCLUSION, founded: false, measuresAccused: '' };
    const refusedOf = async (data: Record<string, unknown>) => {
      const { status, body } = await kit.finish(lead, reportNo, 'conclude', data);
      const errors = body['errors'] as { field: string; code: string }[];
      return [status, ...errors.map(({ field, code }) => `${field} ${code}`)];
    };
    expect(await refusedOf({ ...unfounded, measuresAccused: '警告' })).toEqual([
      422,
      'measuresAccused unfounded-measures',
    ]);
    expect(await refusedOf({ ...unfounded, measuresReporter: '警告' })).toEqual([
      422,
      'measuresReporter unfounded-measures',
    ]);
    expect(await refusedOf({ ...CONCLUSION, measuresReporter: '调岗' })).toEqual([
      422,
      'measuresReporter reporter-measures',
    ]);
    expect(await refusedOf({ ...unfounded, reasonsForAccused: '' })).toEqual([422, 'reasonsForAccused required']);
    await kit.finish(lead, reportNo, 'collect', {
      evidence: [{ what: '聊天记录', source: '举报人', obtainedOn: '2026-03-03' }],
    });
    await kit.finish(lead, reportNo, 'hear-accused', { statement: '否认', heardAt: '2026-03-03T10:00:00+08:00' });
    expect((await kit.finish(lead, reportNo, 'conclude', unfounded)).status).toBe(204);
    await kit.task(reportNo, 'supervise', picked.manager);
    const seen = await kit.sheet('gm', reportNo, 'supervise');
    expect(seen.data['conclusion']).toContain('告知举报人的理由：经核实属实');
    expect(seen.data['conclusion']).toContain('告知被举报人的理由');
    expect(seen.data['conclusion']).not.toContain('对被举报人的措施');
    expect(seen.data['hearings']).toContain('时间：2026-03-03 10:00');
  });

  it('R05.7 a conclusion that is sent back opens with what was written; the next approval sees the last one only', async () => {
    await kit.finish('gm', reportNo, 'supervise', { approved: false, opinion: '请写明依据' });
    await kit.task(reportNo, 'conclude', picked.lead);
    const { data } = await kit.sheet(lead, reportNo, 'conclude');
    expect(data).toMatchObject({ returned: '请写明依据', founded: false, conclusion: CONCLUSION.conclusion });
    const again = { ...CONCLUSION, founded: false, measuresAccused: '', conclusion: '依据制度第三条，不属实' };
    expect((await kit.finish(lead, reportNo, 'conclude', again)).status).toBe(204);
    await kit.task(reportNo, 'supervise', picked.manager);
    const seen = await kit.sheet('gm', reportNo, 'supervise');
    expect(String(seen.data['conclusion']).match(/结论：/g)).toHaveLength(1);
    expect(seen.data['conclusion']).toContain('依据制度第三条');
  });

  it('R05.5 R05.9 the outcome’s limit counts from the conclusion; without advice it is refused; with it the reporter reads both', async () => {
    await kit.finish('gm', reportNo, 'supervise', { approved: true, opinion: '同意' });
    const { limit } = await kit.task(reportNo, 'give-outcome', picked.hrHandler, 'R05.5');
    const [concluded] = await kit.query<{ at: Date }>(
      `SELECT at FROM employee_reports.report_entry WHERE report_no = $1 AND kind = 'form:conclude' ORDER BY seq DESC`,
      [reportNo],
    );
    expect(limit?.from).toBe(concluded?.at.toISOString());
    const refused = await kit.finish('hrhead', reportNo, 'give-outcome', { ...OUTCOME, advice: ' ' });
    expect([refused.status, refused.body['errors']]).toEqual([
      422,
      [expect.objectContaining({ field: 'advice', code: 'advice-required' })],
    ]);
    expect((await kit.follow(reportNo, receipt)).body.outcome).toBeNull();
    expect((await kit.finish('hrhead', reportNo, 'give-outcome', OUTCOME)).status).toBe(204);
    const { body } = await kit.follow(reportNo, receipt);
    expect(body).toMatchObject({ state: 'answered', outcome: { result: OUTCOME.outcome, advice: OUTCOME.advice } });
  });

  it('R05.6 R05.8 sealed: the whole record stays with the report-custodian, every later edit is refused, the reporter still reads', async () => {
    await kit.seal(reportNo);
    expect(await kit.restricted('employee-report.sealed', reportNo)).toEqual([
      { orgId: 'JT', at: '2026-03-02T00:00:00.000+08:00', actorId: 'system', reportNo },
    ]);
    const { body } = await kit.as<{ state: string; record: { title: { zh: string } }[] }>(
      'rc1',
      'GET',
      `/api/jb/reports/${reportNo}`,
    );
    expect(body.state).toBe('sealed');
    expect(body.record.map(({ title }) => title.zh)).toEqual([
      '初步核实',
      '指定负责人',
      '举报人',
      '人力资源协助',
      '调查取证',
      '听取被举报人',
      '结论与措施',
      '管理层审定',
      '结论与措施',
      '管理层审定',
      '反馈举报人',
    ]);
    for (const login of ['hrhead', 'gm', lead])
      expect((await kit.as(login, 'GET', `/api/jb/reports/${reportNo}`)).status).toBe(404);
    expect((await kit.as('rc1', 'POST', `/api/jb/reports/${reportNo}/messages`, { text: '补记' })).status).toBe(409);
    expect((await kit.say(reportNo, receipt, { text: '再补充' })).status).toBe(409);
    for (const sql of [
      `UPDATE employee_reports.report_entry SET kind = 'x' WHERE report_no = $1`,
      `DELETE FROM employee_reports.report_entry WHERE report_no = $1`,
      `UPDATE employee_reports.report SET content_enc = '' WHERE report_no = $1`,
    ])
      await expect(kit.query(sql, [reportNo])).rejects.toThrow('sealed');
    expect((await kit.follow(reportNo, receipt)).body.state).toBe('answered');
  });

  it('access.md §3 three years after it was sealed its keys are destroyed: nobody reads it, its number looks like none', async () => {
    const retention = kit.get(Retention);
    const at = kit.clock.now();
    kit.clock.set('2029-03-01T10:00:00+08:00');
    await retention.look();
    expect((await kit.follow(reportNo, receipt)).status).toBe(200);
    kit.clock.set('2029-03-03T10:00:00+08:00');
    await retention.look();
    expect((await kit.follow(reportNo, receipt)).status).toBe(404);
    expect((await kit.as('rc1', 'GET', `/api/jb/reports/${reportNo}`)).status).toBe(404);
    const keys = await kit.query<{ wrapped: string | null }>(
      `SELECT wrapped FROM employee_reports.report_key WHERE report_no LIKE $1 || '%'`,
      [reportNo],
    );
    expect(keys).toEqual([{ wrapped: null }, { wrapped: null }]);
    kit.clock.set(at.toISOString());
  });

  it('access.md §6 the chain of the audit holds, grows only, and names events alone', async () => {
    const audit = kit.get(ReportAudit);
    expect(await kit.inTransaction((manager) => audit.firstFault(manager))).toBeUndefined();
    await expect(kit.query(`UPDATE employee_reports.report_audit SET event = 'x' WHERE seq = 1`)).rejects.toThrow(
      'only grows',
    );
    await expect(kit.query(`DELETE FROM employee_reports.report_audit`)).rejects.toThrow('only grows');
  });
});
