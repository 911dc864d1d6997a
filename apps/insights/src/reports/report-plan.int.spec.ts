import type { ReportId } from '@huiying/contracts';
import { Insights } from '../testing/insights-harness.js';
import { type GivenReport, reportsDesk } from '../testing/reports-desk.js';

let insights: Insights;
beforeAll(async () => {
  insights = await Insights.open('2026-03-31T10:00:00+08:00');
});
afterAll(() => insights.stop());
beforeEach(async () => {
  await insights.clear();
  insights.clock.set('2026-03-31T10:00:00+08:00');
});

const { compiled, linked } = reportsDesk(() => insights);

describe('the plan of reports', () => {
  it('R02.1 R02.2 R07.8 R07.9 R07.11 R09.8 R10.9 R10.10 R12.5 each report of the plan on one small set, counted by hand', async () => {
    linked();
    const [sale = ''] = await insights.several(2, { kind: 'sales' });
    const quality = await insights.several(3, { kind: 'construction-quality' });
    await insights.several(1, { kind: 'property-service' });
    await insights.several(1, { orgId: 'FH02', kind: 'leasing', project: null });
    const company = { orgId: 'WY01', orgType: 'property-company', kind: 'property-service' };
    const [served = ''] = await insights.several(2, company);
    await insights.several(1, { ...company, project: '别处' });
    await insights.several(1, { kind: 'suggestion' }); // no complaint
    for (const caseNo of quality) await insights.archived(caseNo, 'workmanship', { kind: 'construction-quality' });
    await insights.answered(sale, '2026-03-10T10:00:00+08:00');
    await insights.answered(served, '2026-03-11T10:00:00+08:00', 'WY01');
    await insights.query(
      `INSERT INTO limit_fact (deadline_id, case_no, subject_no, org_id, limit_id, started_at, due_at, missed_at)
       VALUES ('d1', $1, $1, 'FH01', 'R04.13', '2026-03-02', '2026-03-09', '2026-03-10')`,
      [sale],
    );
    const day = { period: '2026-03-02', from: '2026-03-02', until: '2026-03-02' };
    const year = { period: '2026', from: '2026-01-01', until: '2026-12-31' };
    const quarter = { period: '2026-Q1', from: '2026-01-01', until: '2026-03-31' };
    const group = { unitId: 'JT', orgType: 'group' };
    const plans: [ReportId, GivenReport, number][] = [
      ['sales-daily-review', day, 2],
      ['sales-monthly', {}, 2],
      ['sales-annual', year, 2],
      ['supervision-monthly', {}, 6],
      ['ticket-monthly', { unitId: 'WY01', orgType: 'property-company' }, 3],
      ['recurring', quarter, 8], // six of its own, two of the company that serves its project
      ['property-review', {}, 3], // one of its own, the same two
      ['group-monthly', group, 10],
      ['region-review', { ...group, unitId: 'PQ1', orgId: 'JT' }, 7],
    ];
    for (const [reportId, given] of plans) await compiled(reportId, given);
    const rows = await insights.query<{ report_id: ReportId; cases: number }>('SELECT report_id, cases FROM report');
    expect(new Map(rows.map((row) => [row.report_id, row.cases]))).toEqual(
      new Map(plans.map(([reportId, , count]) => [reportId, count])),
    );
    insights.subjectNo = 'recurring:FH01:2026-Q1';
    expect((await insights.start('periodic-report--edit'))['notes']).toBe('普遍性问题：工程质量·施工工艺 3 件');
    insights.subjectNo = 'group-monthly:JT:2026-03';
    const { table } = (await insights.start('periodic-report--edit')) as { table: string };
    expect(table.split('\n').slice(0, 9)).toEqual([
      '总体情况',
      '投诉件数：10',
      '已答复：2',
      '按时答复率：50%',
      '超期：1',
      '重大投诉：0',
      '有效投诉：3',
      '无效投诉：0',
      '满意率：—',
    ]);
    expect(table).toContain('按单位\nFH01：件数 6，已答复 1，超期 1，重大 0，不满意 0');
    expect(table.split('\n')).toEqual(expect.arrayContaining(['物业服务：4', '工程质量：3', '销售：2', '租赁：1']));
    insights.neighbours.projects.clear();
  });
});
