import { OpenCorrectiveActionWorker } from '../follow-on/open-corrective-action.worker.js';
import { Investigation } from '../testing/investigation-harness.js';
import { CloseCorrectiveActionWorker } from './close-corrective-action.worker.js';

const ANALYSE = 'corrective-action--analyse-cause';
const PLAN = 'corrective-action--plan-action';
const APPROVE = 'corrective-action--approve-plan';
const VERIFY = 'corrective-action--verify-effect';
const line = (description: string) => ({ type: 'rectify', description, group: 'engineering', plannedOn: '2026-03-12' });
const PLANNED = {
  corrective: [line('返修防水')],
  preventive: [line('增加闭水试验')],
  completeOn: '2026-03-20',
  ruleChange: false,
};

describe('corrective action', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  const open = async (variables: Record<string, unknown> = {}) => {
    const before = (await investigation.messages('start-corrective-action')).length;
    await investigation.job(OpenCorrectiveActionWorker, 'investigation.open-corrective-action', variables);
    return (await investigation.messages('start-corrective-action')).slice(before);
  };
  const about = (subjectNo: string, actorId = 'li') => ({ subjectNo, caseNo: null, actorId });

  beforeEach(() => investigation.dispatched());

  it('R13.7 out of a case: its number stands on the case’s report and timeline; the handling group is responsible', async () => {
    const [action] = await open({ handlerGroup: 'engineering' });
    expect(action?.key).toMatch(/^JZ-FH01-20260302-\d{4}$/);
    expect(action?.variables).toMatchObject({
      subjectNo: action?.key,
      origin: 'case',
      responsibleGroup: 'engineering',
      posts: { correctiveApprover: ['management-representative'] },
    });
    const { body } = await investigation.internal(`/internal/handlings/${investigation.caseNo}`);
    expect(body['correctiveActionNo']).toBe(action?.key);
    expect(await investigation.events('corrective-action.opened', action?.key)).toEqual([
      expect.objectContaining({ caseNo: investigation.caseNo, origin: 'case', originNo: investigation.caseNo }),
    ]);
    const { origin } = await investigation.start(ANALYSE, about(action?.key ?? ''));
    expect(origin).toContain('单位：FH01');
    expect(origin).toContain('天花板渗水三天');
  });

  it('R13.7 of a case it shows what the investigation found and why, not the complaint alone', async () => {
    const report = {
      findings: '未做闭水试验',
      justified: 'yes',
      conclusive: true,
      responsibleParty: '施工方',
      fault: true,
    };
    const cause = {
      causeCode: 'workmanship',
      causeText: '工序缺检查',
      suggestedMeasures: '增加闭水试验',
      absenceNote: '无',
    };
    await investigation.complete('investigation--write-report', { ...report, ...cause }, { actorId: 'li' });
    const [action] = await open({ handlerGroup: 'engineering' });
    const { origin } = await investigation.start(ANALYSE, about(action?.key ?? ''));
    expect(origin).toContain('事实认定：未做闭水试验\n原因：施工工艺，工序缺检查');
    expect(origin).toContain('建议措施：增加闭水试验');
  });

  it('R03.9 R02.2 of a survey, a report or a cause it shows what was found, where and when, on every form; missing: the number', async () => {
    const found = [
      { label: '平均满意度', value: '2.83（1 至 5 分，目标 4）' },
      { label: '改进项', value: '当天回电' },
    ];
    for (const [origin, originNo] of [
      ['survey', 'DC-FH01-20260331-0001'],
      ['report', 'ticket-monthly:FH01:2026-03'],
      ['recurring', 'recurring:FH01:2026-Q1:quality.workmanship'],
    ] as const) {
      const finding = { title: '满意度调查', unit: '石榴湾项目', period: '2026 年 3 月', found };
      investigation.neighbours.others.set(`/internal/findings/${encodeURIComponent(originNo)}`, finding);
      const [action] = await open({ caseNo: null, origin, originNo, responsibleGroup: 'engineering' });
      const actionNo = action?.key ?? '';
      for (const form of [ANALYSE, PLAN, APPROVE, VERIFY] as const) {
        const shown = await investigation.start(form, about(actionNo));
        expect(shown['origin']).toContain(originNo);
        expect(shown['origin']).toContain(
          '事项：石榴湾项目 满意度调查 2026 年 3 月\n平均满意度：2.83（1 至 5 分，目标 4）\n改进项：当天回电',
        );
      }
    }
    const gone = { caseNo: null, origin: 'survey', originNo: 'DC-FH01-20260331-0009', responsibleGroup: 'engineering' };
    const [action] = await open(gone);
    expect((await investigation.start(ANALYSE, about(action?.key ?? '')))['origin']).toContain('DC-FH01-20260331-0009');
  });

  it('R02.2 three recurring causes of a quarter: three corrective actions, each of its cause; none of two: none', async () => {
    const report = {
      subjectNo: 'recurring:FH01:2026-Q1',
      caseNo: null,
      origin: 'recurring',
      responsibleGroup: 'engineering',
    };
    const actions = await open({
      ...report,
      originNo: 'recurring:FH01:2026-Q1',
      causeCodes: ['workmanship', 'staff-attitude', 'information'],
    });
    expect(actions).toHaveLength(3);
    const shown = await Promise.all(actions.map(({ key }) => investigation.start(ANALYSE, about(key))));
    expect(shown.map(({ origin }) => /原因：(.+)/.exec(String(origin))?.[1])).toEqual([
      '施工工艺',
      '服务态度',
      '信息告知',
    ]);
    expect(await investigation.events('corrective-action.opened', 'recurring:FH01:2026-Q1')).toHaveLength(3);
    const { body } = await investigation.internal(`/internal/handlings/${investigation.caseNo}`);
    expect(body['correctiveActionNo']).toBeNull();
  });

  it('R13.7 cause, plan with corrective and preventive measures, approval, effect; refused field by field', async () => {
    const [action] = await open({ handlerGroup: 'engineering' });
    const subject = about(action?.key ?? '');
    expect(await investigation.refused(ANALYSE, {}, subject)).toEqual([
      'problem required',
      'rootCause required',
      'widespread required',
    ]);
    await investigation.complete(ANALYSE, { problem: '渗水', rootCause: '未做闭水试验', widespread: true }, subject);
    expect(await investigation.refused(PLAN, {}, subject)).toEqual([
      'corrective required',
      'preventive required',
      'completeOn required',
      'ruleChange required',
    ]);
    const wrong = {
      ...PLANNED,
      preventive: [{ ...line('x'), group: 'nobody' }],
      completeOn: '2026-03-01',
      ruleChange: true,
    };
    expect(await investigation.refused(PLAN, wrong, subject)).toEqual([
      'rule required',
      'preventive.0.group unknown-role',
      'completeOn in-the-past',
    ]);
    const opened = await investigation.start(PLAN, subject);
    expect(opened['analysis']).toContain('未做闭水试验');
    expect(opened['rules']).toContainEqual({ value: 'D10', label: 'D10 房地产投诉处理工作规程' });
    expect(await investigation.refused(PLAN, { ...PLANNED, ruleChange: true, rule: 'D11' }, subject)).toEqual([
      'rule unknown-code',
    ]);
    const chosen = async (rule: string) =>
      (await investigation.check(PLAN, { ...PLANNED, ruleChange: true, rule }, subject)).body.variables['revisionKind'];
    expect(await Promise.all(['D10', 'D08', 'D05'].map(chosen))).toEqual([
      'rulebook',
      'emergency-plan',
      'employee-report-rules',
    ]);
    await investigation.complete(PLAN, PLANNED, subject);
    const plan = (await investigation.start(APPROVE, about(subject.subjectNo, 'manager')))['plan'];
    expect(plan).toContain('纠正措施\n措施 1：责令整改，返修防水');
    expect(plan).toContain('预防措施\n措施 1：责令整改，增加闭水试验');
    expect(plan).toContain('待批准');
  });

  it('R13.7 a refused plan shows why, the next one is in force with its approval; without effect the cause is sought again', async () => {
    const [action] = await open({ handlerGroup: 'engineering' });
    const actionNo = action?.key ?? '';
    const subject = about(actionNo);
    const states = () =>
      investigation.query<{ measure_no: string; state: string }>(
        `SELECT measure_no, state FROM measure WHERE subject_no = $1 ORDER BY measure_no`,
        [actionNo],
      );
    await investigation.complete(ANALYSE, { problem: '渗水', rootCause: '未做试验', widespread: true }, subject);
    await investigation.complete(PLAN, PLANNED, subject);
    await investigation.complete(APPROVE, { approved: false, opinion: '日期太晚' }, about(actionNo, 'manager'));
    const again = await investigation.start(PLAN, subject);
    expect(again['rejected']).toContain('日期太晚');
    expect(again).toMatchObject({ ...PLANNED, corrective: [line('返修防水')] });
    expect((await states()).map(({ state }) => state)).toEqual(['proposed', 'proposed']);
    await investigation.complete(PLAN, { ...PLANNED, ruleChange: true, rule: 'D10' }, subject);
    await investigation.complete(APPROVE, { approved: true, opinion: '同意' }, about(actionNo, 'manager'));
    expect((await states()).map(({ measure_no, state }) => `${measure_no.slice(actionNo.length)} ${state}`)).toEqual([
      '-M1 proposed',
      '-M2 proposed',
      '-M3 in-force',
      '-M4 in-force',
    ]);
    const first = { subjectNo: `${actionNo}-M3`, caseNo: null, actorId: 'gong' };
    await investigation.complete('measure-follow-up--carry-out', { completion: '已返修', doneOn: '2026-03-11' }, first);
    expect((await investigation.start('measure-follow-up--verify-measure', first))['about']).toContain('未做试验');
    expect((await investigation.start(VERIFY, subject))['plan']).toContain('措施 1 待验证：完成情况：已返修，完成日期');
    await investigation.complete(VERIFY, { effective: false, evidence: '仍有渗水' }, subject);
    const { ineffective } = await investigation.start(ANALYSE, subject);
    expect(ineffective).toContain('仍有渗水');
    expect(ineffective).toContain('上次原因分析\n问题：渗水');
    expect(ineffective).toContain('要修订的制度：D10 房地产投诉处理工作规程');
    const { body } = await investigation.internal(`/internal/corrective-actions/${actionNo}`);
    expect(body).toEqual({
      ...{ actionNo, origin: 'case', originNo: investigation.caseNo, rule: 'D10' },
      ...{ problem: '渗水', rootCause: '未做试验', evidence: '仍有渗水' },
    });
    expect((await investigation.internal('/internal/corrective-actions/JZ-FH01-20200101-0001')).status).toBe(404);
    await investigation.complete(VERIFY, { effective: true, evidence: '三个月无投诉' }, subject);
    await investigation.job(CloseCorrectiveActionWorker, 'investigation.close-corrective-action', {
      subjectNo: actionNo,
      ruleChange: true,
    });
    expect(await investigation.events('corrective-action.closed', actionNo)).toEqual([
      expect.objectContaining({ actionNo, effective: true, ruleChange: true, rounds: 2 }),
    ]);
  });
});
