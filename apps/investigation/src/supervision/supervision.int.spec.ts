import type { TaskOutcome } from '@huiying/contracts';
import { Investigation } from '../testing/investigation-harness.js';
import { OpenCorrectiveActionWorker } from '../follow-on/open-corrective-action.worker.js';
import { OpenSupervisionWorker } from '../follow-on/open-supervision.worker.js';

const FORM = {
  open: 'supervision--open-file',
  sample: 'supervision--sample-cases',
  conclude: 'supervision--conclude',
  leader: 'supervision--report-leader',
  name: 'investigation--name-investigator',
  hear: 'investigation--hear-respondent',
  evidence: 'investigation--collect-evidence',
  report: 'investigation--write-report',
} as const;
const TAKEN = {
  takenUp: true,
  respondentType: 'department',
  respondentGroup: 'customer-service',
  misconduct: 'M4',
  facts: '向业主索要好处费',
};
const MEASURE = { type: 'rectify', description: '退还并道歉', group: 'customer-service', plannedOn: '2026-03-12' };
const FOUND = { found: true, conclusion: '属实', measures: [MEASURE], violationCode: 'M4', systemic: false };
const AUDIT = 'supervision-audit:FH01:2026-03-10';

describe('supervision', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  const starts = () => investigation.messages('start-supervision');
  const about = (subjectNo: string, actorId = 'li') => ({ subjectNo, caseNo: null, actorId });
  /** A complaint about the handling of the case, as intake diverts it. */
  const diverted = async () => {
    const { body } = await investigation.internal<{ supervisionNo: string }>('/internal/supervisions', {
      caseNo: investigation.caseNo,
      orgId: 'FH01',
      orgType: 'developer',
    });
    return body.supervisionNo;
  };
  beforeEach(() => investigation.dispatched());

  it('R09.2 a complaint about the handling opens one sealed file: no message, event or number of it names the case', async () => {
    const supervisionNo = await diverted();
    expect(supervisionNo).toMatch(/^DB-FH01-20260302-\d{4}$/);
    expect(await diverted()).toBe(supervisionNo);
    const mine = (await starts()).filter(({ key }) => key === supervisionNo);
    expect(mine).toHaveLength(1);
    expect(JSON.stringify(mine)).not.toContain(investigation.caseNo);
    expect(mine[0]?.variables).toMatchObject({ subjectNo: supervisionNo, posts: { head: ['general-manager'] } });
    const shown = await investigation.start(FORM.open, about(supervisionNo));
    expect(shown).toMatchObject({ linkedCaseNo: investigation.caseNo });
    expect(shown['origin']).toContain('投诉人反映');
    expect(shown['origin']).toContain('天花板渗水三天');
  });

  it('R09.2 R03.8 a delay marked 无正当理由 opens a file, once for each missed limit, with misconduct 1 proposed', async () => {
    const missed = `${investigation.caseNo}:R04.8:1`;
    const overdue = { overdueReason: '一直未联系业主', instruction: '立即上门', unjustified: true };
    const outcome = { id: 'o1', taskId: 'o1', completedBy: 'head', data: overdue };
    investigation.neighbours.outcomes.set('o1', outcome as unknown as TaskOutcome);
    const open = () =>
      investigation.job(OpenSupervisionWorker, 'investigation.open-supervision', {
        ...{ subjectNo: missed, limitId: 'R04.8', outcomeId: 'o1' },
      });
    const before = (await starts()).length;
    await open();
    await open();
    const mine = (await starts()).slice(before);
    expect(mine).toHaveLength(1);
    const shown = await investigation.start(FORM.open, about(mine[0]?.key ?? ''));
    expect(shown).toMatchObject({ misconduct: 'M1', linkedCaseNo: investigation.caseNo });
    expect(shown['origin']).toContain('超期期限：处理决定（R04.8）');
    // What the superior wrote of the delay is why it came here.
    expect(shown['origin']).toContain('转来理由：一直未联系业主；立即上门');
  });

  it('R09.2 by hand with a reason, once a case; who may not read the case may not refer it', async () => {
    const path = `/api/cases/${investigation.caseNo}/supervision`;
    await investigation.query(
      `INSERT INTO access.case_facts (case_no, org_id, received_by, class, contact_released, open)
       VALUES ($1, 'FH01', 'FH01', 'internal', false, true) ON CONFLICT DO NOTHING`,
      [investigation.caseNo],
    );
    expect((await investigation.as('li', 'POST', path, {})).status).toBe(422);
    const before = (await starts()).length;
    for (let again = 0; again < 2; again++) {
      const { status, body } = await investigation.as('li', 'POST', path, { reason: '有人推诿' });
      expect([status, body]).toEqual([200, { caseNo: investigation.caseNo }]);
    }
    const mine = (await starts()).slice(before);
    expect(mine).toHaveLength(1);
    const { origin } = await investigation.start(FORM.open, about(mine[0]?.key ?? ''));
    expect(origin).toContain('转来理由：有人推诿');
    expect((await investigation.as('mei', 'POST', path, { reason: '有人推诿' })).status).toBe(404);
  });

  it('R09.2 misconduct 4 is taken up and its file opened; nine is refused; not taken up: with a reason, nothing emitted', async () => {
    const supervisionNo = await diverted();
    expect(await investigation.refused(FORM.open, { takenUp: true }, about(supervisionNo))).toEqual([
      'respondentType required',
      'misconduct required',
      'facts required',
    ]);
    expect(await investigation.refused(FORM.open, { ...TAKEN, misconduct: 'M9' }, about(supervisionNo))).toEqual([
      'misconduct not-a-misconduct',
    ]);
    expect(await investigation.refused(FORM.open, { takenUp: false }, about(supervisionNo))).toEqual([
      'dismissal required',
    ]);
    const dismissed = await investigation.check(
      FORM.open,
      { takenUp: false, dismissal: '门岗态度，不属处理不当' },
      about(supervisionNo),
    );
    expect(dismissed.body.variables).toMatchObject({ takenUp: false, supervisionNo });
    const taken = await investigation.check(FORM.open, TAKEN, about(supervisionNo));
    expect(taken.body.variables).toEqual({
      supervisionNo,
      takenUp: true,
      respondentType: 'department',
      respondents: [],
      storeId: null,
      consultantId: null,
      anonymous: false,
    });
    await investigation.complete(FORM.open, { ...TAKEN, linkedCaseNo: investigation.caseNo }, about(supervisionNo));
    expect(await investigation.events('supervision.opened', supervisionNo)).toEqual([
      expect.objectContaining({ supervisionNo, misconduct: 4, origin: 'complainant' }),
    ]);
    expect(await investigation.refused(FORM.open, { ...TAKEN, linkedCaseNo: 'TS-X-1' }, about(supervisionNo))).toEqual([
      'linkedCaseNo unknown-case',
    ]);
  });

  it('R09.2 the office investigates by itself: both sides, no consultation, and no event outside tells of it', async () => {
    const supervisionNo = await diverted();
    await investigation.complete(FORM.open, { ...TAKEN, linkedCaseNo: investigation.caseNo }, about(supervisionNo));
    const named = await investigation.check(
      FORM.name,
      { investigator: 'wang', outline: '查转账', departments: ['customer-service', 'engineering'], complex: true },
      about(supervisionNo),
    );
    expect(named.body.variables).toMatchObject({ investigator: 'wang', departments: [], complex: false });
    const investigator = about(supervisionNo, 'wang');
    await investigation.complete(
      FORM.name,
      { investigator: 'wang', outline: '查转账', departments: ['customer-service'], complex: false },
      about(supervisionNo),
    );
    const piece = { kind: 'document', source: '业主', obtainedOn: '2026-03-03', description: '转账截图' };
    await investigation.complete(FORM.evidence, { evidence: [piece] }, investigator);
    const heard = { statement: '承认收取', heldAt: '2026-03-04T09:00:00+08:00', mode: 'in-person' };
    await investigation.complete(FORM.hear, heard, investigator);
    const { hearings, file } = await investigation.start(FORM.report, investigator);
    expect(file).toContain('吃拿卡要'); // no case page tells the investigator what the file is about
    expect(hearings).toContain('承认收取');
    expect(hearings).toContain('未听取陈述：投诉人');
    const report = {
      findings: '收取业主 500 元',
      justified: 'yes',
      conclusive: true,
      responsibleParty: '客服',
      fault: true,
      causeCode: 'staff-attitude',
      causeText: '管理不严',
      suggestedMeasures: '退还',
      absenceNote: '未能联系',
    };
    await investigation.complete(FORM.report, report, investigator);
    const concluding = await investigation.start(FORM.conclude, about(supervisionNo));
    expect(concluding['report']).toContain('收取业主 500 元');
    expect(concluding['report']).toContain('承认收取');
    expect(concluding['report']).toContain('转账截图');
    for (const type of ['investigation.opened', 'evidence.added', 'hearing.held', 'investigation.reported'])
      expect(await investigation.events(type, supervisionNo)).toEqual([]);
    expect(JSON.stringify(await investigation.internal(`/internal/handlings/${investigation.caseNo}`))).not.toContain(
      '500 元',
    );
  });

  it('R09.2 concluded: measures numbered after the file and in force, code of the schedule, seen by the leader', async () => {
    const supervisionNo = await diverted();
    await investigation.complete(FORM.open, TAKEN, about(supervisionNo));
    expect(
      await investigation.refused(FORM.conclude, { found: true, conclusion: '属实' }, about(supervisionNo)),
    ).toEqual(['systemic required', 'measures measure-required']);
    expect(await investigation.refused(FORM.conclude, { ...FOUND, violationCode: 'Z9' }, about(supervisionNo))).toEqual(
      ['violationCode unknown-violation'],
    );
    // F1 is charged with the climb itself, by nobody's choice.
    expect(await investigation.refused(FORM.conclude, { ...FOUND, violationCode: 'F1' }, about(supervisionNo))).toEqual(
      ['violationCode unknown-violation'],
    );
    const { violations, violationCode } = await investigation.start(FORM.conclude, about(supervisionNo));
    expect(violationCode).toBe('M4');
    expect((violations as { value: string }[]).map(({ value }) => value)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `M${n}`),
    );
    expect(violations).toContainEqual({ value: 'M4', label: 'M4 吃拿卡要：责令整改' });
    expect(await investigation.refused(FORM.conclude, { ...FOUND, systemic: true }, about(supervisionNo))).toEqual([
      'systemicProblem required',
      'responsibleGroup required',
    ]);
    const taskId = await investigation.complete(FORM.conclude, FOUND, about(supervisionNo));
    const { variables } = investigation.neighbours.outcomes.get(taskId) ?? { variables: {} };
    const measureNo = `${supervisionNo}-M1`;
    expect(variables).toEqual({
      found: true,
      systemic: false,
      violationCode: 'M4',
      repeat: 0,
      responsibleGroup: null,
      measures: [{ measureNo, group: 'customer-service', plannedOn: '2026-03-12' }],
    });
    expect(
      await investigation.query(`SELECT state, case_no, org_id FROM measure WHERE measure_no = $1`, [measureNo]),
    ).toEqual([{ state: 'in-force', case_no: null, org_id: 'FH01' }]);
    expect(await investigation.events('supervision.concluded', supervisionNo)).toEqual([
      expect.objectContaining({ supervisionNo, found: true, violationCode: 'M4', systemic: false }),
    ]);
    const leader = await investigation.start(FORM.leader, about(supervisionNo, 'manager'));
    expect(leader['conclusion']).toContain('退还并道歉');
    expect(leader['conclusion']).toContain('违规行为：M4 吃拿卡要：责令整改');
    expect(leader['file']).toContain('4 吃拿卡要');
    expect(await investigation.refused(FORM.leader, {}, about(supervisionNo, 'manager'))).toEqual([
      'instruction required',
    ]);
  });

  it('access §2 whoever the file is about keeps out: neither registers, investigates, concludes nor reads it', async () => {
    const supervisionNo = await diverted();
    const aboutWang = { ...TAKEN, respondentType: 'person', respondentPerson: 'wang' };
    expect(await investigation.refused(FORM.open, aboutWang, about(supervisionNo, 'wang'))).toEqual([
      'respondentPerson person-conflicted',
    ]);
    await investigation.complete(FORM.open, aboutWang, about(supervisionNo));
    const named = { investigator: 'wang', outline: '查', departments: ['customer-service'], complex: false };
    expect(await investigation.refused(FORM.name, named, about(supervisionNo))).toEqual([
      'investigator person-conflicted',
    ]);
    expect((await investigation.check(FORM.conclude, FOUND, about(supervisionNo, 'wang'))).body.type).toBe(
      'person-conflicted',
    );
    await expect(investigation.start(FORM.leader, about(supervisionNo, 'wang'))).rejects.toThrow('person-conflicted');
  });

  it('R09.2 not found: no measure, no code; the leader hears of it all the same', async () => {
    const supervisionNo = await diverted();
    await investigation.complete(FORM.open, TAKEN, about(supervisionNo));
    const checked = await investigation.check(
      FORM.conclude,
      { found: false, conclusion: '查无实据' },
      about(supervisionNo),
    );
    expect(checked.body.variables).toMatchObject({ found: false, systemic: false, violationCode: null, measures: [] });
  });

  it('R03.5 the audit of 10 March: ten cases of the organisation by chance, the same each time; 2 findings systemic open a corrective action with the audit’s number', async () => {
    const cases: string[] = [];
    for (let n = 0; n < 12; n++) {
      await investigation.dispatched();
      cases.push(investigation.caseNo);
      await investigation.complete('complaint-handling--sign', {
        opinion: '同意',
        handlerGroup: 'customer-service',
        dueOn: '2026-03-10',
        complex: false,
      });
    }
    investigation.clock.set('2026-03-10T09:00:00+08:00');
    const opened = await investigation.start(FORM.sample, about(AUDIT));
    const sampled = (opened['cases'] as { caseNo: string }[]).map(({ caseNo }) => caseNo);
    expect(sampled).toHaveLength(10);
    expect(opened['sample']).toContain(`${sampled[0]}，2026-03-02 收到，售后，一般，`);
    expect((opened['sampledCases'] as { value: string }[]).map(({ value }) => value)).toEqual(sampled);
    expect((await investigation.start(FORM.sample, about(AUDIT)))['cases']).toEqual(opened['cases']);

    const scored = sampled.map((caseNo, place) => ({ caseNo, score: 90, findings: place < 2 ? '告知超期' : '' }));
    expect(await investigation.refused(FORM.sample, { cases: [{ caseNo: 'TS-X', score: 101 }] }, about(AUDIT))).toEqual(
      ['summary required', 'cases.0.caseNo not-in-sample', 'cases.0.score required'],
    );
    await investigation.complete(FORM.sample, { cases: scored, summary: '两件告知超期' }, about(AUDIT));
    const [opening] = await investigation.events('supervision.opened', 'audit');
    const supervisionNo = String(opening?.['supervisionNo']);
    expect(supervisionNo).toMatch(/^DB-FH01-20260310-\d{4}$/);
    expect((await investigation.start(FORM.conclude, about(AUDIT)))['report']).toContain('告知超期');
    await investigation.complete(
      FORM.conclude,
      {
        ...FOUND,
        violationCode: '',
        systemic: true,
        systemicProblem: '告知没有留痕',
        responsibleGroup: 'customer-service',
      },
      about(AUDIT),
    );
    await investigation.job(OpenCorrectiveActionWorker, 'investigation.open-corrective-action', {
      subjectNo: AUDIT,
      caseNo: null,
      origin: 'audit',
      originNo: supervisionNo,
      responsibleGroup: 'customer-service',
    });
    const action = (await investigation.messages('start-corrective-action')).at(-1);
    const actionNo = action?.key ?? '';
    const [row] = await investigation.query(`SELECT origin, origin_no FROM corrective_action WHERE action_no = $1`, [
      actionNo,
    ]);
    expect(row).toEqual({ origin: 'audit', origin_no: supervisionNo });
    // Its event is an open one: it names no sealed file.
    const [told] = await investigation.events('corrective-action.opened', actionNo);
    expect(told).toMatchObject({ actionNo, origin: 'audit' });
    expect(told).not.toHaveProperty('originNo');
    expect(action?.variables).toMatchObject({ origin: 'audit', responsibleGroup: 'customer-service' });
    const shown = await investigation.start('corrective-action--analyse-cause', about(actionNo));
    expect(shown['origin']).toContain(supervisionNo);
    // What the office wrote for the department, with the figures of the audit; no case and nothing else of the sealed file.
    expect(shown['origin']).toContain('抽查：10 件，平均 90 分，发现问题 2 件\n普遍性问题：告知没有留痕');
    expect(shown['origin']).not.toContain('TS-');
    expect(shown['origin']).not.toContain('两件告知超期');
  });
});
