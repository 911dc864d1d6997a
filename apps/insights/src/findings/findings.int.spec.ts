import type { InternalFinding, Respondent } from '@huiying/contracts';
import { CompileReportWorker } from '../reports/compile-report.worker.js';
import { SelectRespondentsWorker } from '../surveys/select-respondents.worker.js';
import { Insights } from '../testing/insights-harness.js';

const OF_ORGANISATION = { orgId: 'FH01', orgType: 'developer', unitId: 'FH01', caseNo: null };

describe('what was found, for who puts it right', () => {
  let insights: Insights;
  beforeAll(async () => {
    insights = await Insights.open('2026-03-31T10:00:00+08:00');
  });
  afterAll(() => insights.stop());
  beforeEach(() => insights.clear());

  const finding = async (originNo: string) =>
    insights.internal<InternalFinding>(`/internal/findings/${encodeURIComponent(originNo)}`);
  const value = ({ found }: InternalFinding, label: string) => found.find((line) => line.label === label)?.value ?? '';

  it('R03.9 a survey: figures and what the analyst concluded, never what a respondent said', async () => {
    for (const caseNo of await insights.several(3)) await insights.answered(caseNo, '2026-03-20T10:00:00+08:00');
    insights.subjectNo = 'DC-FH01-20260331-0001';
    const { callBacks } = (await insights.job(SelectRespondentsWorker, 'insights.select-respondents', {
      ...OF_ORGANISATION,
      ...{ period: '2026-03-31', periodFrom: '2025-04-01', periodUntil: '2026-03-31' },
    })) as { callBacks: Respondent[] };
    for (const { respondentNo, caseNo } of callBacks.slice(0, 2)) {
      const filling = { subjectNo: respondentNo, caseNo, actorId: 'li' };
      const words = { score: 2, opinion: '王阿姨等了很久', expectation: '当天回电' };
      await insights.complete('satisfaction-survey--call-back', words, filling);
    }
    await insights.complete('satisfaction-survey--analyse', {
      ...{ conclusion: '响应慢', improvements: true, improvementItems: '当天回电制度' },
      responsibleGroup: 'customer-service',
    });
    const { status, body } = await finding(insights.subjectNo);
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: '满意度调查', unit: 'FH01', period: '2025-04-01 至 2026-03-31' });
    expect(value(body, '询问与应答')).toBe('询问 3，应答 2');
    expect(value(body, '询问方式')).toBe('电话回访 2/3');
    expect(value(body, '平均满意度')).toBe('2（1 至 5 分，目标 4）');
    expect([value(body, '调查结论'), value(body, '改进项')]).toEqual(['响应慢', '当天回电制度']);
    expect(JSON.stringify(body)).not.toContain('王阿姨');
  });

  it('R02.2 a recurring cause of a report: how often, in which complaints, and what the compiler wrote', async () => {
    const cases = await insights.several(3, { kind: 'construction-quality' });
    for (const caseNo of cases) await insights.archived(caseNo, 'workmanship', { kind: 'construction-quality' });
    const [other = ''] = await insights.several(1, { kind: 'construction-quality' });
    await insights.archived(other, 'design', { kind: 'construction-quality' });
    insights.subjectNo = 'recurring:FH01:2026-Q1';
    await insights.job(CompileReportWorker, 'insights.compile-report', {
      ...OF_ORGANISATION,
      ...{ reportId: 'recurring', period: '2026-Q1', periodFrom: '2026-01-01', periodUntil: '2026-03-31' },
      ...{ dueOn: '2026-03-31', compilerGroup: 'customer-service' },
    });
    const said = { analysis: '防水工序缺检查', advice: '增加闭水试验', preventive: true };
    await insights.complete('periodic-report--edit', said);
    const { body } = await finding(`${insights.subjectNo}:quality.workmanship`);
    expect(body).toMatchObject({ title: '普遍性问题分析', unit: 'FH01', period: '2026 年第 1 季度' });
    expect(value(body, '普遍性问题')).toBe('工程质量·施工工艺，本期 3 件');
    for (const caseNo of cases) expect(value(body, '相关投诉')).toContain(caseNo);
    expect(value(body, '相关投诉')).not.toContain(other);
    expect([value(body, '分析'), value(body, '建议')]).toEqual(['防水工序缺检查', '增加闭水试验']);
    const whole = await finding(insights.subjectNo);
    expect(whole.body.found.map(({ label }) => label)).toEqual(['分析', '建议']);
  });

  it('a number that nothing has is not found, and only services ask', async () => {
    expect((await finding('recurring:FH01:2020-Q1')).status).toBe(404);
    expect((await insights.as('li', 'GET', '/internal/findings/x')).status).toBe(404);
  });
});
