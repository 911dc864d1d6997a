import { BpmnError } from '@huiying/zeebe';
import { CloseMeasureWorker } from '../measures/close-measure.worker.js';
import { RecordAgreementWorker } from '../mediation/record-agreement.worker.js';
import { IssueReviewDecisionWorker } from '../review/issue-review-decision.worker.js';
import { Investigation } from '../testing/investigation-harness.js';
import { HandlingReader } from '../handling/handling-reader.js';
import { IssueDecisionWorker } from './issue-decision.worker.js';

const DECIDE = 'decide-and-answer--decide';
const REPLY = 'decide-and-answer--write-reply';
const CARRY_OUT = 'measure-follow-up--carry-out';
const VERIFY = 'measure-follow-up--verify-measure';
const ADMIT = 'review-appeal--admit-review';
const RE_REVIEW = 'review-appeal--re-review';

const RECTIFY = { type: 'rectify', description: '重做防水', group: 'engineering', plannedOn: '2026-03-12' };
const pay = (amountFen: number) => ({
  type: 'compensate',
  description: '赔偿橱柜',
  group: 'customer-service',
  plannedOn: '2026-03-12',
  amountFen,
});
const DECIDED = { findings: '渗水属实', ruling: '整改并赔偿', basis: '合同第八条' };
const DONE = { completion: '已重做防水层', doneOn: '2026-03-12' };
const APPLIED = { grounds: '赔偿过低', route: 'review', inTime: true, reason: '期限内' };

describe('decision, measures and review', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  beforeEach(() => investigation.dispatched());

  const decide = (measures: object[], actorId = 'head') =>
    investigation.complete(DECIDE, { ...DECIDED, measures }, { actorId });
  const issue = (outcomeId: string, deciderGroup = 'project-head', level = 1) =>
    investigation.job(IssueDecisionWorker, 'investigation.issue-decision', { deciderGroup, level, outcomeId });
  const measureOf = async (measureNo: string) =>
    (
      await investigation.query<Record<string, unknown>>(
        `SELECT state, done_on::text, done_by, closed_on::text FROM measure WHERE measure_no = $1`,
        [measureNo],
      )
    )[0];

  it('R04.8 refuses a decision without finding, opinion or basis, each field in Chinese', async () => {
    const { status, body } = await investigation.check(DECIDE, {});
    expect(status).toBe(422);
    expect(body.errors?.map(({ field }) => field)).toEqual(['findings', 'ruling', 'basis']);
    expect(body.errors?.every(({ text }) => /[\u4e00-\u9fff]/.test(text))).toBe(true);
  });

  it('R01.5 refuses a measure without a type, or a compensation without its amount', async () => {
    const unpaid = { ...pay(1), amountFen: null };
    const { body } = await investigation.check(DECIDE, { ...DECIDED, measures: [{ ...RECTIFY, type: '' }, unpaid] });
    expect(body.errors?.map(({ field }) => field)).toEqual(['measures.0.type', 'measures.1.amountFen']);
  });

  it('R01.5 the same answers twice give the same measures', async () => {
    const filling = { actorId: 'head', taskId: `${investigation.caseNo}-d` };
    const first = await investigation.check(DECIDE, { ...DECIDED, measures: [RECTIFY, pay(100)] }, filling);
    const second = await investigation.check(DECIDE, { ...DECIDED, measures: [RECTIFY, pay(100)] }, filling);
    expect(second).toEqual(first);
    await investigation.complete(DECIDE, { ...DECIDED, measures: [RECTIFY, pay(100)] }, filling);
    const issued = await issue(filling.taskId);
    expect(issued).toMatchObject({
      measures: [{ measureNo: `${investigation.caseNo}-M1` }, { measureNo: `${investigation.caseNo}-M2` }],
    });
  });

  it('R10.2 a project head decides 9,999.99 yuan', async () => {
    const issued = await issue(await decide([pay(999_999)]));
    expect(issued).toMatchObject({ severity: 'general', amountYuan: 9_999.99 });
    expect(await investigation.events('decision.issued')).toMatchObject([
      { level: 1, justified: 'yes', amountFen: 999_999 },
    ]);
    expect(await measureOf(`${investigation.caseNo}-M1`)).toMatchObject({ state: 'in-force' });
  });

  it('R10.2 10,000.00 yuan go to the next decider, and nothing is in force until then', async () => {
    const refused = await issue(await decide([pay(600_000), pay(400_000)]));
    expect(refused).toBeInstanceOf(BpmnError);
    expect(refused).toMatchObject({
      code: 'authority-exceeded',
      variables: { severity: 'general', amountYuan: 10_000 },
    });
    expect(await investigation.events('decision.issued')).toEqual([]);
    expect(await measureOf(`${investigation.caseNo}-M1`)).toMatchObject({ state: 'proposed' });

    const proposed = (await investigation.start(DECIDE))['measures'] as object[];
    expect(proposed).toHaveLength(2);
    const issued = await issue(await decide(proposed, 'region'), 'region-executive', 2);
    expect(issued).toMatchObject({ amountYuan: 10_000 });
    expect(await investigation.events('decision.issued')).toMatchObject([{ level: 2, amountFen: 1_000_000 }]);
  });

  it('R04.8 issued before the event of the completed form: the letter that follows at once says what was decided', async () => {
    const said = { ...DECIDED, measures: [RECTIFY] };
    const { outcomeId, heard } = await investigation.completeUnheard(DECIDE, said, { actorId: 'head' });
    await issue(outcomeId);
    const letter = () => investigation.get(HandlingReader).read(investigation.caseNo);
    const decided = { finding: '渗水属实', opinion: '整改并赔偿', basis: '合同第八条', round: 1 };
    expect((await letter()).decision).toMatchObject(decided);
    await heard();
    expect((await letter()).decision).toMatchObject(decided);
  });

  it('R01.7 handled again: what settled and answered the round before is no result of the new one', async () => {
    const taken = {
      ...{
        kindCorrect: true,
        solvedToday: true,
        bothStatements: '双方认可',
        findings: '当日已修复',
        basis: '保修约定',
      },
      ...{ agreed: true, correctiveNeeded: false, causeCode: 'workmanship', causeText: '返工不足' },
    };
    await investigation.complete('department-handling--take-order', taken);
    await investigation.complete(REPLY, {
      ...{ process: '已修复', result: '渗水已止', correctiveNeeded: false },
      ...{ causeCode: 'workmanship', causeText: '返工不足' },
    });
    const read = () => investigation.get(HandlingReader).read(investigation.caseNo);
    expect(await read()).toMatchObject({ settlement: { finding: '当日已修复' }, reply: { result: '渗水已止' } });
    await investigation.dispatch();
    expect(await read()).toMatchObject({ round: 2, settlement: null, reply: null });
  });

  it('R01.7 R10.5 a child that followed its master was never dispatched: the letter of its review finds the result', async () => {
    investigation.fresh();
    const read = () => investigation.get(HandlingReader).read(investigation.caseNo);
    await expect(read()).rejects.toMatchObject({ code: 'handling-unknown' });
    await investigation.complete(RE_REVIEW, { facts: '重新核查', reviewResult: 'upheld' }, { actorId: 'manager' });
    expect((await read()).review).toMatchObject({ result: 'upheld', finding: '重新核查' });
  });

  it('R10.2 goes by the figures of the case as they are now, and by what was paid in a settlement', async () => {
    const outcomeId = await decide([RECTIFY]);
    investigation.facts({ severity: 'major' });
    expect(await issue(outcomeId)).toMatchObject({ code: 'authority-exceeded', variables: { severity: 'major' } });
    investigation.facts({});
    const paid = await investigation.job(IssueDecisionWorker, 'investigation.issue-decision', {
      deciderGroup: 'project-head',
      level: 1,
      payFen: 1_000_000,
      outcomeId,
    });
    expect(paid).toMatchObject({ code: 'authority-exceeded', variables: { amountYuan: 10_000 } });
  });

  it('R06.7 the decider sees the agreement and may adopt its measures', async () => {
    const agreed = { heldAt: '2026-03-05T10:00:00+08:00', participants: '双方', agreed: true, payFen: 200_000 };
    const outcomeId = await investigation.complete('mediation--mediate', { ...agreed, measures: [pay(200_000)] });
    const measures = [{ measureNo: `${investigation.caseNo}-M1`, group: 'customer-service', plannedOn: '2026-03-12' }];
    await investigation.job(RecordAgreementWorker, 'investigation.record-agreement', {
      measures,
      payFen: 200_000,
      outcomeId,
    });
    expect(await measureOf(`${investigation.caseNo}-M1`)).toMatchObject({ state: 'proposed' });
    const form = await investigation.start(DECIDE);
    expect(form['agreement']).toContain('赔付金额：¥2,000.00');
    expect(form['measures']).toEqual([pay(200_000)]);
  });

  it('R06.7 one side that is unwilling ends the mediation', async () => {
    await investigation.complete('mediation--ask-willingness', { complainantAgrees: true, respondentAgrees: false });
    expect(await investigation.events('mediation.failed')).toMatchObject([{ because: 'unwilling' }]);
  });

  it('R04.9 a complaint that is justified and proven is not decided without a remedy', async () => {
    const report = {
      findings: '防水层破损',
      justified: 'yes',
      conclusive: true,
      responsibleParty: '施工班组',
      fault: false,
      causeCode: 'workmanship',
      causeText: '返工不足',
      suggestedMeasures: '重做防水',
    };
    await investigation.complete('investigation--write-report', report);
    const only = { ...RECTIFY, type: 'investigate' };
    expect((await investigation.check(DECIDE, { ...DECIDED, measures: [only] })).body.errors).toMatchObject([
      { field: 'measures', code: 'remedy-required' },
    ]);
    expect((await investigation.check(DECIDE, { ...DECIDED, measures: [only, RECTIFY] })).status).toBe(200);
  });

  it('R12.3 R03.11 the reply reads the outcome and names its cause', async () => {
    await issue(await decide([RECTIFY]));
    const form = await investigation.start(REPLY);
    expect(form['outcomeText']).toContain('处理意见：整改并赔偿');
    expect(form['outcomeText']).toContain('措施 1：责令整改，重做防水');
    const { body } = await investigation.check(REPLY, { process: '上门', result: '已修复', correctiveNeeded: false });
    expect(body.errors?.map(({ field }) => field)).toEqual(['causeCode', 'causeText']);
    const said = { process: '上门', result: '已修复', causeCode: 'workmanship', causeText: '返工不足' };
    await investigation.complete(REPLY, { ...said, correctiveNeeded: true });
    expect(await investigation.events('reply.filed')).toMatchObject([
      { department: 'customer-service', correctiveNeeded: true },
    ]);
  });

  describe('a measure in force', () => {
    let subjectNo: string;

    beforeEach(async () => {
      await issue(await decide([RECTIFY]));
      subjectNo = `${investigation.caseNo}-M1`;
    });

    it('R09.6 R13.5 is verified by another person than who carried it out', async () => {
      const shown = await investigation.start(CARRY_OUT, { subjectNo, actorId: 'gong' });
      expect(shown).toMatchObject({ measure: '责令整改，重做防水，工程部，计划 2026-03-12 完成' });
      await investigation.complete(CARRY_OUT, DONE, { subjectNo, actorId: 'gong' });
      const verdict = { done: true, effect: '不再渗水' };
      const own = await investigation.check(VERIFY, verdict, { subjectNo, actorId: 'gong' });
      expect(own).toMatchObject({ status: 403, body: { type: expect.stringContaining('same-person') as string } });
      const form = await investigation.start(VERIFY, { subjectNo, actorId: 'desk' });
      expect(form['completion']).toBe('完成情况：已重做防水层\n完成日期：2026-03-12');
      await investigation.complete(VERIFY, verdict, { subjectNo, actorId: 'desk' });
      investigation.clock.set('2026-03-13T10:00:00+08:00');
      await investigation.job(CloseMeasureWorker, 'investigation.close-measure', { subjectNo });
      expect(await measureOf(subjectNo)).toMatchObject({ state: 'closed', closed_on: '2026-03-13' });
      expect(await investigation.events('measure.closed')).toMatchObject([
        { measureNo: subjectNo, plannedOn: '2026-03-12', closedOn: '2026-03-13' },
      ]);
    });

    it('R09.6 who carries it out is known before the completion is told around', async () => {
      await investigation.check(CARRY_OUT, DONE, { subjectNo, actorId: 'gong' });
      const own = await investigation.check(VERIFY, { done: true, effect: '好' }, { subjectNo, actorId: 'gong' });
      expect(own.status).toBe(403);
    });

    it('R13.5 that verifying sends back is done again, and the last completion counts', async () => {
      await investigation.complete(CARRY_OUT, DONE, { subjectNo, actorId: 'gong' });
      const incomplete = { done: false, effect: '仍渗水' };
      const { body } = await investigation.check(VERIFY, incomplete, { subjectNo, actorId: 'desk' });
      expect(body.errors).toMatchObject([{ field: 'incompleteReason', code: 'required' }]);
      await investigation.complete(
        VERIFY,
        { ...incomplete, incompleteReason: '管根未处理' },
        { subjectNo, actorId: 'desk' },
      );
      expect(await measureOf(subjectNo)).toMatchObject({ state: 'in-force', done_on: null });
      const again = await investigation.start(CARRY_OUT, { subjectNo, actorId: 'mei' });
      expect(again['measure']).toContain('验证未通过：管根未处理');

      await investigation.complete(CARRY_OUT, { ...DONE, doneOn: '2026-03-16' }, { subjectNo, actorId: 'mei' });
      expect(await measureOf(subjectNo)).toMatchObject({ state: 'done', done_on: '2026-03-16', done_by: 'mei' });
      expect((await investigation.events('measure.done')).map(({ doneOn }) => doneOn)).toEqual([
        '2026-03-12',
        '2026-03-16',
      ]);
    });
  });

  describe('R01.7 a review', () => {
    beforeEach(async () => {
      await issue(await decide([pay(100_000)]));
    });

    it('R01.7 keeps the first decider out until it is decided, and no longer', async () => {
      const asked = investigation.neighbours.registrations.get(investigation.caseNo);
      if (asked) asked.appeal = { reason: '赔偿过低', route: 'review' };
      const form = await investigation.start(ADMIT, { actorId: 'desk' });
      expect(form).toMatchObject({ grounds: '赔偿过低', route: 'review' });
      expect(form['decision']).toContain('处理意见：整改并赔偿');
      await investigation.complete(ADMIT, APPLIED, { actorId: 'desk' });
      expect(await investigation.relations('conflicted')).toEqual(['head']);

      const reviewed = await investigation.start(RE_REVIEW, { actorId: 'region' });
      expect(reviewed['grounds']).toContain('申请事由：赔偿过低');
      const outcomeId = await investigation.complete(
        RE_REVIEW,
        { facts: '赔偿低于市价', reviewResult: 'revoked', opinion: '重新核价' },
        { actorId: 'region' },
      );
      await investigation.job(IssueReviewDecisionWorker, 'investigation.issue-review-decision', {
        deciderGroup: 'region-executive',
        level: 2,
        reviewResult: 'revoked',
        outcomeId,
      });
      expect(await investigation.relations('conflicted')).toEqual([]);
      expect(await investigation.events('review.decided')).toMatchObject([{ result: 'revoked', by: 'review' }]);
      const order = await investigation.start('department-handling--take-order');
      expect(order['order']).toContain('复查意见：撤销重办');
    });

    it('R01.7 R04.12 a late request is admitted only where somebody says so, and then only recuses', async () => {
      const late = { ...APPLIED, inTime: false };
      expect((await investigation.check(ADMIT, late)).body.errors).toMatchObject([{ field: 'admitted' }]);
      const refused = await investigation.check(ADMIT, { ...late, admitted: false });
      expect(refused.body.variables).toMatchObject({ route: 'review', inTime: false, admitted: false });
      expect(await investigation.relations('conflicted')).toEqual([]);
      await investigation.check(ADMIT, { ...late, admitted: true });
      expect(await investigation.relations('conflicted')).toEqual(['head']);
    });

    it('R01.7 what the authority says is followed, and the recusal ends with it', async () => {
      await investigation.complete(ADMIT, APPLIED, { actorId: 'desk' });
      const registration = investigation.neighbours.registrations.get(investigation.caseNo);
      if (registration) registration.authorityReply = '请重新核定赔偿';
      const form = await investigation.start('review-appeal--follow-authority', { actorId: 'desk' });
      expect(form['reply']).toContain('请重新核定赔偿');
      await investigation.complete(
        'review-appeal--follow-authority',
        { authorityOpinion: '重新核定', reviewResult: 'changed' },
        { actorId: 'desk' },
      );
      expect(await investigation.relations('conflicted')).toEqual([]);
      expect(await investigation.events('review.decided')).toMatchObject([{ result: 'changed', by: 'authority' }]);
    });
  });
});
