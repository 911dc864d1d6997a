import type { ReportId } from '@huiying/contracts';
import { Insights } from '../testing/insights-harness.js';
import { reportsDesk, SAID } from '../testing/reports-desk.js';

let insights: Insights;
beforeAll(async () => {
  insights = await Insights.open('2026-03-31T10:00:00+08:00');
});
afterAll(() => insights.stop());
beforeEach(async () => {
  await insights.clear();
  insights.clock.set('2026-03-31T10:00:00+08:00');
});

const { compiled, delivered, linked, reports, view, file } = reportsDesk(() => insights);
/** The newest event of a type about a report. */
const lastOf = async (type: string, reportId: ReportId) => (await insights.events(type, reportId)).slice(-1);
const readers = (role: string) =>
  insights.query<{ case_no: string; unit_id: string }>(
    `SELECT case_no, unit_id FROM access.case_relation WHERE rel = 'con' AND role = $1 ORDER BY case_no`,
    [role],
  );

describe('periodic reports', () => {
  it('R07.8 the daily review lists the day’s records of the department, and ends with the look', async () => {
    insights.clock.set('2026-03-01T18:00:00+08:00');
    const [sale] = await insights.several(2, { kind: 'sales', on: '2026-03-01' });
    await insights.several(1, { kind: 'after-sales', on: '2026-03-01' });
    await insights.several(1, { kind: 'sales', on: '2026-02-28' });
    const day = { period: '2026-03-01', from: '2026-03-01', until: '2026-03-01' };
    const reportNo = await compiled('sales-daily-review', day);
    const form = await insights.start('periodic-report--edit');
    expect(form['heading']).toBe('FH01 每日投诉查阅 2026 年 3 月 1 日');
    expect(String(form['cases']).split('\n')).toHaveLength(3); // title and two records
    expect(form['delivery']).toBe('之后：查阅即止');
    expect(form['cases']).toContain(sale);
    expect(await insights.refused('periodic-report--edit', {})).toEqual(['analysis required', 'advice required']);
    await insights.complete('periodic-report--edit', SAID, { actorId: 'lead' });
    expect(await lastOf('report.reviewed', 'sales-daily-review')).toEqual([
      expect.objectContaining({ unitId: 'FH01', period: '2026-03-01', reportId: 'sales-daily-review', cases: 2 }),
    ]);
    expect((await reports('lead')).items).toEqual([expect.objectContaining({ reportNo, state: 'reviewed', cases: 2 })]);
    expect((await file('lead', reportNo, 'pdf')).response.status).toBe(409);
  });

  it('R07.9 March with seven complaints: a report to two, and with seven copies to the head of engineering', async () => {
    const cases = await insights.several(7, { kind: 'sales', on: '2026-03-12' });
    await insights.several(2, { kind: 'property-service', on: '2026-03-12' });
    const reportNo = await compiled('sales-monthly');
    expect((await insights.start('periodic-report--edit'))['delivery']).toBe(
      '送达：销售部经理、副总经理、总师室工程技术室主管（附投诉记录）\n之后：开会，写会议纪要',
    );
    await delivered('sales-monthly', {
      recipients: ['sales-manager', 'deputy-general-manager', 'engineering-head'],
      copies: ['engineering-head'],
    });
    expect(await lastOf('report.delivered', 'sales-monthly')).toEqual([
      expect.objectContaining({
        recipients: ['sales-manager', 'deputy-general-manager', 'engineering-head'],
        copies: 7,
      }),
    ]);
    const { body } = await view('eng', reportNo);
    expect(body).toMatchObject({ state: 'delivered', cases: 7, unit: 'FH01', title: { zh: '客户投诉报告' } });
    expect(body.recipients).toEqual([
      { role: 'deputy-general-manager', unitId: 'FH01', copies: 0 },
      { role: 'engineering-head', unitId: 'FH01-GC', copies: 7 },
      { role: 'sales-manager', unitId: 'FH01-XS', copies: 0 },
    ]);
    expect(body.tables.find(({ title }) => title === '投诉记录（复印件）')?.rows).toHaveLength(7);
    // The record itself is open to whoever has its copy.
    expect((await readers('engineering-head')).map(({ case_no }) => case_no)).toEqual([...cases].sort());
    expect((await view('sm', reportNo)).status).toBe(200);
    expect((await view('seller', reportNo)).status).toBe(404);
  });

  it('R07.9 what comes in after the report was cut off stands in the next one, nothing in two or in none', async () => {
    await insights.several(2, { kind: 'sales', on: '2026-03-12' });
    await compiled('sales-monthly');
    await delivered('sales-monthly', { recipients: ['sales-manager'] });
    await insights.several(1, { kind: 'sales', on: '2026-03-31' }); // noon; the report was delivered at ten
    await insights.several(3, { kind: 'sales', on: '2026-04-02' });
    insights.clock.set('2026-04-30T10:00:00+08:00');
    const april = { period: '2026-04', from: '2026-04-01', until: '2026-04-30' };
    const reportNo = await compiled('sales-monthly', april);
    expect((await reports('lead')).items.find((one) => one.reportNo === reportNo)?.cases).toBe(4);
  });

  it('R07.10 minutes of a meeting: two items, a word on each, two measures; the meeting’s day is kept', async () => {
    const [one, two, three] = (await insights.several(3, { kind: 'sales' })) as [string, string, string];
    const reportNo = await compiled('sales-monthly');
    const followUp = `${one}\n${two}`;
    const wrong = { ...SAID, followUp: `${one}\nTS-FH01-20990101-0001` };
    expect(await insights.refused('periodic-report--edit', wrong)).toEqual(['followUp case-not-in-report']);
    await delivered('sales-monthly', { recipients: ['sales-manager'] }, {}, { ...SAID, followUp });
    const form = await insights.start('periodic-report--minutes');
    const items = form['items'] as { item: string; opinion: string }[];
    expect(items.map(({ item }) => item)).toEqual([`${one} 销售`, `${two} 销售`]);
    expect(form['analysis']).toBe('本月以渗水为主。\n加强外墙检查。');
    const filled = items.map(({ item }) => ({ item, opinion: '同意' }));
    const measure = { type: 'rectify', description: '回访', group: 'salesperson', plannedOn: '2026-04-20' };
    const measures = [1, 2].map((n) => ({
      measureNo: `${reportNo}-M${n}`,
      group: 'salesperson',
      plannedOn: '2026-04-20',
    }));
    insights.neighbours.others.set('/internal/measures', { measures });
    expect(await insights.refused('periodic-report--minutes', { items: filled })).toEqual(['meetingOn required']);
    expect(await insights.refused('periodic-report--minutes', { items: filled, meetingOn: '2026-04-30' })).toEqual([
      'meetingOn meeting-in-future',
    ]);
    const data = { items: filled, meetingOn: '2026-03-31', measures: [measure, measure] };
    const checked = await insights.check('periodic-report--minutes', data);
    const own = measures.map((one) => ({ ...one, orgId: 'FH01', orgType: 'developer' }));
    expect(checked.body.variables).toEqual({ measures: own });
    await insights.complete('periodic-report--minutes', data, { actorId: 'lead' });
    expect(insights.neighbours.asked.findLast(({ route }) => route === 'POST /internal/measures')?.body).toMatchObject({
      subjectNo: reportNo,
      orgId: 'FH01',
      lines: [measure, measure].map((line) => ({ ...line, orgId: 'FH01' })),
    });
    expect(await lastOf('minutes.recorded', 'sales-monthly')).toEqual([
      expect.objectContaining({ meetingOn: '2026-03-31', reportId: 'sales-monthly', measures }),
    ]);
    expect((await view('sm', reportNo)).body).toMatchObject({ meetingOn: '2026-03-31' });
    expect(three).toBeDefined();
  });

  it('R12.5 R12.8 five tickets of a property company to 企业管理部: one without decision is refused, none may be left out', async () => {
    const given = { unitId: 'WY01', orgType: 'property-company', compilerGroup: 'operations-head' };
    const tickets = await insights.several(5, { orgId: 'WY01', orgType: 'property-company', kind: 'property-service' });
    const reportNo = await compiled('ticket-monthly', given);
    await delivered('ticket-monthly', { recipients: ['management-dept'] }, given);
    expect((await view('wqg', reportNo)).body.recipients).toEqual([
      { role: 'management-dept', unitId: 'WY01-QG', copies: 0 },
    ]);
    const { items } = (await insights.start('periodic-report--minutes')) as { items: { item: string }[] };
    expect(items.map(({ item }) => item.split(' ')[0])).toEqual(tickets);
    const decided = items.map(({ item }) => ({ item, opinion: '整改' }));
    expect(
      await insights.refused('periodic-report--minutes', {
        items: decided.map((line, n) => (n === 2 ? { ...line, opinion: ' ' } : line)),
      }),
    ).toEqual(['items.2.opinion required']);
    expect(await insights.refused('periodic-report--minutes', { items: decided.slice(1) })).toEqual([
      'items item-left-out',
    ]);
    expect((await insights.check('periodic-report--minutes', { items: decided })).body.variables).toEqual({
      measures: [],
    });
  });

  it('R07.11 twelve monthly reports: the summary to 管理者代表; eleven: the missing month is named', async () => {
    insights.clock.set('2026-12-31T10:00:00+08:00');
    await insights.several(3, { kind: 'sales', on: '2026-05-04' });
    for (let month = 1; month <= 12; month++) {
      if (month === 5) continue;
      const period = `2026-${String(month).padStart(2, '0')}`;
      const days = { period, from: `${period}-01`, until: `${period}-28` };
      await compiled('sales-monthly', days);
      await delivered('sales-monthly', { recipients: ['sales-manager'] }, days);
    }
    const year = { period: '2026', from: '2026-01-01', until: '2026-12-31', compilerGroup: 'sales-manager' };
    const reportNo = await compiled('sales-annual', year);
    expect((await insights.start('periodic-report--edit'))['notes']).toBe('缺少月报：2026-05');
    const may = { period: '2026-05', from: '2026-05-01', until: '2026-05-31' };
    await compiled('sales-monthly', may);
    await delivered('sales-monthly', { recipients: ['sales-manager'] }, may);
    await compiled('sales-annual', year);
    expect((await insights.start('periodic-report--edit'))['notes']).toBe('无');
    await delivered('sales-annual', { recipients: ['management-representative'] }, year);
    const { body } = await view('manager', reportNo);
    expect(body).toMatchObject({
      cases: 3,
      recipients: [{ role: 'management-representative', unitId: 'FH01', copies: 0 }],
    });
    const months = body.tables.find(({ title }) => title === '按月份');
    expect(months?.rows).toHaveLength(12);
    expect(months?.rows[4]).toEqual(['2026-05', 3, 0, 0, '已送达']);
  });

  it('R09.8 September’s report of the supervision office goes to the group’s centre in October', async () => {
    insights.clock.set('2026-10-10T10:00:00+08:00');
    await insights.several(2, { on: '2026-09-12' });
    await insights.several(1, { on: '2026-10-08' });
    const september = {
      period: '2026-09',
      from: '2026-09-01',
      until: '2026-09-30',
      compilerGroup: 'supervision-office',
    };
    const reportNo = await compiled('supervision-monthly', september);
    await delivered('supervision-monthly', { recipients: ['group-supervision-centre'] }, september);
    expect((await view('jc', reportNo)).body).toMatchObject({ cases: 2, period: '2026-09' });
  });

  it('R10.9 twelve cases of three project companies in March: all with the group, the report at regions and projects', async () => {
    for (const [orgId, count] of [
      ['FH01', 5],
      ['FH02', 4],
      ['FH03', 3],
    ] as const)
      await insights.several(count, { orgId });
    const given = { unitId: 'JT', orgType: 'group', compilerGroup: 'group-customer-service' };
    const reportNo = await compiled('group-monthly', given);
    const recipients = ['region-customer-service', 'project-customer-service', 'group-executive'];
    await delivered('group-monthly', { recipients }, given);
    const { body } = await view('gkf', reportNo);
    expect(body.cases).toBe(12);
    expect(body.tables.find(({ title }) => title === '按单位')?.rows.map(([name, count]) => [name, count])).toEqual([
      ['FH01', 5],
      ['FH02', 4],
      ['FH03', 3],
    ]);
    expect(body.recipients.map(({ role, unitId }) => `${role}@${unitId}`)).toEqual([
      'group-executive@JT',
      'project-customer-service@FH01-KF',
      'project-customer-service@FH02-KF',
      'project-customer-service@FH03-KF',
      'region-customer-service@PQ1-KF',
      'region-customer-service@PQ2-KF',
    ]);
    for (const login of ['pq', 'pq2', 'xm', 'xm2', 'xm3', 'boss'])
      expect((await view(login, reportNo)).status).toBe(200);
  });

  it('R10.10 a region with two projects guides one of them; another region’s are not shown', async () => {
    await insights.several(2, { orgId: 'FH01' });
    await insights.several(5, { orgId: 'FH03' });
    const given = { unitId: 'PQ1', orgId: 'JT', orgType: 'group', compilerGroup: 'region-customer-service' };
    const reportNo = await compiled('region-review', given);
    await delivered('region-review', { recipients: ['project-customer-service'] }, given);
    const { body } = await view('pq', reportNo);
    expect(body.cases).toBe(2);
    expect(body.recipients.map(({ unitId }) => unitId)).toEqual(['FH01-KF', 'FH02-KF']);
    expect((await view('pq2', reportNo)).status).toBe(404);
    expect((await reports('pq2')).items).toEqual([]);
    const form = await insights.start('periodic-report--minutes');
    expect(form['units']).toEqual([
      { value: 'FH01', label: 'FH01：投诉 2 件' },
      { value: 'FH02', label: 'FH02：投诉 0 件' },
    ]);
    const items = (form['items'] as { item: string }[]).map(({ item }) => ({ item, opinion: '请每周通报' }));
    const line = { type: 'other', description: '每周通报', group: 'project-customer-service', plannedOn: '2026-04-20' };
    const later = { ...line, plannedOn: '2026-04-30' };
    const refs = [line, later].map(({ group, plannedOn }, n) => ({
      measureNo: `${reportNo}-M${n + 1}`,
      group,
      plannedOn,
    }));
    insights.neighbours.others.set('/internal/measures', { measures: refs });
    const refused = (measures: object[]) => insights.refused('periodic-report--minutes', { items, measures });
    expect(await refused([line])).toEqual(['measures.0.unit required']);
    expect(
      await refused([
        { ...line, unit: 'FH01' },
        { ...later, unit: 'FH03' },
      ]),
    ).toEqual(['measures.1.unit not-offered']);
    // One task, two projects: each measure has its own organisation and day.
    const both = [
      { ...line, unit: 'FH01' },
      { ...later, unit: 'FH02' },
    ];
    const checked = await insights.check('periodic-report--minutes', { items, measures: both });
    expect(checked.body.variables).toEqual({
      measures: [
        { ...refs[0], orgId: 'FH01', orgType: 'developer' },
        { ...refs[1], orgId: 'FH02', orgType: 'developer' },
      ],
    });
    expect(insights.neighbours.asked.findLast(({ route }) => route === 'POST /internal/measures')?.body).toMatchObject({
      orgId: 'JT',
      lines: [
        { ...line, orgId: 'FH01' },
        { ...later, orgId: 'FH02' },
      ],
    });
  });

  it('R02.1 property-review: what the property company of a project was complained about; guidance goes to it', async () => {
    const given = { compilerGroup: 'customer-service' };
    await insights.several(3, { orgId: 'WY01', orgType: 'property-company', kind: 'property-service' });
    await insights.several(1, { orgId: 'WY01', orgType: 'property-company', kind: 'property-service', project: null });
    await insights.several(2, { orgId: 'FH01', kind: 'property-service' });
    await insights.several(2, { orgId: 'FH01', kind: 'after-sales' });
    // Who shares the project was entered when its complaints were there already.
    linked();
    const reportNo = await compiled('property-review', given);
    await delivered('property-review', { recipients: ['operations-head'] }, given);
    expect((await view('jy', reportNo)).body).toMatchObject({
      cases: 5,
      recipients: [{ role: 'operations-head', unitId: 'WY01-JY', copies: 0 }],
    });
    expect((await insights.start('periodic-report--minutes'))['units']).toEqual([
      { value: 'WY01', label: 'WY01：投诉 3 件' },
    ]);
    insights.neighbours.projects.clear();
  });

  it('R02.2 recurring: the three problems stand in the report, each opens an action; the compiler must say whether', async () => {
    for (const [kind, cause] of [
      ['construction-quality', 'workmanship'],
      ['property-service', 'staff-attitude'],
      ['sales', 'information'],
    ] as const)
      for (const caseNo of await insights.several(3, { kind })) await insights.archived(caseNo, cause, { kind });
    for (const caseNo of await insights.several(2, { kind: 'sales' }))
      await insights.archived(caseNo, 'charges', { kind: 'sales' });
    const quarter = { period: '2026-Q1', from: '2026-01-01', until: '2026-03-31', compilerGroup: 'customer-service' };
    const reportNo = await compiled('recurring', quarter);
    expect((await insights.start('periodic-report--edit'))['notes']).toBe(
      ['物业服务·服务态度 3 件', '工程质量·施工工艺 3 件', '销售服务·信息告知 3 件']
        .map((text) => `普遍性问题：${text}`)
        .join('\n'),
    );
    expect(await insights.refused('periodic-report--edit', SAID)).toEqual(['preventive required']);
    const recipients = ['engineering', 'management'];
    const actions = await delivered('recurring', { recipients }, quarter, { ...SAID, preventive: true });
    expect(actions).toEqual([
      {
        area: 'property',
        causeCode: 'staff-attitude',
        originNo: `${reportNo}:property.staff-attitude`,
        responsibleGroup: 'operations-head',
      },
      {
        area: 'quality',
        causeCode: 'workmanship',
        originNo: `${reportNo}:quality.workmanship`,
        responsibleGroup: 'engineering',
      },
      {
        area: 'sales',
        causeCode: 'information',
        originNo: `${reportNo}:sales.information`,
        responsibleGroup: 'sales-manager',
      },
    ]);
    expect((await view('qg', reportNo)).body.tables.find(({ title }) => title === '普遍性问题')?.rows).toHaveLength(3);
  });
});
