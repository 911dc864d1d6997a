import type { InternalRegistration } from '@huiying/contracts';
import { Investigation } from '../testing/investigation-harness.js';

const LI = { actorId: 'li' };
const REPORT = {
  ...{ findings: '防水层破损', justified: 'yes', conclusive: true, responsibleParty: '施工方', fault: true },
  ...{ causeCode: 'workmanship', causeText: '返工不足', suggestedMeasures: '重做', absenceNote: '未能联系投诉人' },
};
const DECISION = {
  ...{ findings: '属实', ruling: '重做防水并赔偿', basis: '保修条款' },
  measures: [{ type: 'rectify', description: '重做防水', group: 'engineering', plannedOn: '2026-03-12' }],
};

describe('forms about a case tell whoever fills them in what was asked and decided before', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());
  beforeEach(() => investigation.dispatched());

  const registered = (more: Partial<InternalRegistration>) => {
    const known = investigation.neighbours.registrations.get(investigation.caseNo) as InternalRegistration;
    investigation.neighbours.registrations.set(investigation.caseNo, { ...known, ...more });
  };

  it('R13.6 the deputy reads why the department cannot, whoever investigates what the deputy ordered', async () => {
    investigation.facts({ orgType: 'property-company', severity: 'major' });
    const taken = { kindCorrect: true, solvedToday: false, canHandle: 'deputy', process: '须动用维修资金' };
    await investigation.complete('department-handling--take-order', taken, LI);
    const { order } = await investigation.start('department-handling--deputy-decides');
    expect(order).toContain('部门能否及时处理：需副总经理决定\n部门处理经过：须动用维修资金');
    const decided = { decision: '由工程部办理', handlerGroup: 'engineering', demand: '三天内修复' };
    await investigation.complete('department-handling--deputy-decides', decided, LI);
    const { file } = await investigation.start('investigation--name-investigator');
    expect(file).toContain('内容：天花板渗水三天');
    expect(file).toContain('处理要求：三天内修复');
  });

  it('R04.6 R04.7 the investigator has the outline beside evidence, hearings and report', async () => {
    const named = { investigator: 'li', outline: '查返工记录', departments: ['engineering'], complex: false };
    await investigation.complete('investigation--name-investigator', named);
    for (const element of ['collect-evidence', 'hear-complainant', 'hear-respondent', 'write-report'] as const) {
      const shown = await investigation.start(`investigation--${element}`, LI);
      expect(shown['outline']).toBe('查返工记录');
      expect(shown['file']).toContain('诉求：尽快修复');
    }
  });

  it('R04.8 R12.3 R13.9 who decides, answers, verifies and approves reads the case, its hearings and how it was rated', async () => {
    const heard = { statement: '三天没人来', heldAt: '2026-03-03T09:00:00+08:00', mode: 'phone' };
    await investigation.complete('investigation--hear-complainant', heard, LI);
    await investigation.complete('investigation--write-report', REPORT, LI);
    const decide = await investigation.start('decide-and-answer--decide', { actorId: 'head' });
    expect(decide['facts']).toContain('诉求：尽快修复');
    expect(decide['hearings']).toContain('投诉人陈述（电话，2026-03-03）：三天没人来');
    registered({ rating: { score: 2, comment: '还在渗' } });
    expect((await investigation.start('decide-and-answer--write-reply'))['facts']).toContain('天花板渗水三天');
    for (const element of ['verify', 'approve'] as const) {
      const shown = await investigation.start(`feedback-closure--${element}`);
      expect(shown).toMatchObject({ rating: '2 分（1 至 5 分），还在渗' });
      expect(shown['facts']).toContain('天花板渗水三天');
    }
  });

  it('R10.2 what was above the first decider’s limit is read by the next, with its measures', async () => {
    expect(await investigation.start('decide-and-answer--decide', { actorId: 'head' })).toMatchObject({ earlier: '' });
    await investigation.complete('decide-and-answer--decide', DECISION, { actorId: 'head' });
    expect(await investigation.start('decide-and-answer--decide', { actorId: 'region' })).toMatchObject({
      earlier: '认定：属实\n处理意见：重做防水并赔偿\n依据：保修条款',
      measures: [{ description: '重做防水' }],
    });
  });

  it('R01.7 R04.12 a review is admitted by the days on the form, and decided on the file of the first handling', async () => {
    await investigation.complete('investigation--write-report', REPORT, LI);
    await investigation.complete('decide-and-answer--decide', DECISION, { actorId: 'head' });
    const appeal = { reason: '仍漏水', route: 'review', askedOn: '2026-03-24' };
    registered({ appeal, outcomeToldOn: '2026-03-02', reviewUntil: '2026-03-23' });
    const admit = await investigation.start('review-appeal--admit-review', { actorId: 'desk' });
    expect(admit['window']).toBe('结果告知日：2026-03-02\n申请复查最后一天：2026-03-23\n投诉人提出日：2026-03-24');
    expect(admit).toMatchObject({
      inTime: false,
      grounds: '仍漏水',
      caseFacts: expect.stringContaining('尽快修复') as string,
    });
    const said = { grounds: '仍漏水', route: 'review', inTime: false, admitted: true, reason: '住院' };
    await investigation.complete('review-appeal--admit-review', said, { actorId: 'desk' });
    const review = await investigation.start('review-appeal--re-review', { actorId: 'region' });
    expect(review['report']).toContain('事实认定：防水层破损');
    expect(review).not.toHaveProperty('facts'); // 复查事实 is the reviewer's own to write
    const follow = await investigation.start('review-appeal--follow-authority', { actorId: 'desk' });
    expect(follow['decision']).toContain('处理意见：重做防水并赔偿');
    expect(follow['grounds']).toContain('受理理由：住院');
  });

  it('R01.7 handled again without a decision: a second review is about that result, not about the decision before', async () => {
    await investigation.complete('decide-and-answer--decide', DECISION, { actorId: 'head' });
    await investigation.dispatch();
    const explained = {
      findings: '与施工无关',
      policyBasis: '装修管理规定',
      explanation: '业主改动',
      complainantOpinion: '不认可',
    };
    await investigation.complete('department-handling--explain', explained, LI);
    const { decision } = await investigation.start('review-appeal--re-review', { actorId: 'region' });
    expect(decision).toContain('认定：与施工无关');
    expect(decision).not.toContain('处理意见：重做防水并赔偿');
  });

  it('R01.5 R13.5 a measure of a case is carried out and verified knowing the case and the decision', async () => {
    await investigation.complete('decide-and-answer--decide', DECISION, { actorId: 'head' });
    const measure = { subjectNo: `${investigation.caseNo}-M1`, actorId: 'gong' };
    for (const form of ['measure-follow-up--carry-out', 'measure-follow-up--verify-measure'] as const) {
      const { about } = await investigation.start(form, measure);
      expect(about).toContain('内容：天花板渗水三天');
      expect(about).toContain('认定：属实\n处理意见：重做防水并赔偿');
    }
  });

  it('R01.5 R13.5 handled again: a measure tells of the decision that it came from, not of the newest one', async () => {
    await investigation.complete('decide-and-answer--decide', DECISION, { actorId: 'head' });
    await investigation.dispatch();
    const again = { ...DECISION, findings: '部分属实', ruling: '只赔偿' };
    await investigation.complete('decide-and-answer--decide', again, { actorId: 'region' });
    const lines = [{ type: 'other', description: '登门致歉', group: 'engineering', plannedOn: '2026-03-12' }];
    const ofAnother = {
      orgId: 'FH01',
      subjectNo: investigation.caseNo,
      caseNo: investigation.caseNo,
      taskId: 'elsewhere',
      lines,
    };
    await investigation.internal('/internal/measures', ofAnother);
    const about = async (place: number) => {
      const measure = { subjectNo: `${investigation.caseNo}-M${place}`, actorId: 'gong' };
      return (await investigation.start('measure-follow-up--carry-out', measure))['about'];
    };
    const [first, second, third] = [await about(1), await about(2), await about(3)];
    expect(first).toContain('认定：属实\n处理意见：重做防水并赔偿');
    expect(second).toContain('认定：部分属实\n处理意见：只赔偿');
    expect(third).toContain('内容：天花板渗水三天');
    expect(third).not.toContain('处理意见');
  });
});
