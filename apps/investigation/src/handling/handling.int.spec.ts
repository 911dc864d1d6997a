import type { InternalHandling } from '@huiying/contracts';
import type { CloudEvent } from '@huiying/events';
import { OpenCorrectiveActionWorker } from '../follow-on/open-corrective-action.worker.js';
import { OpenSupervisionWorker } from '../follow-on/open-supervision.worker.js';
import { OrderedMeasuresConsumer } from '../measures/ordered-measures.consumer.js';
import { RecordSeverityWorker } from '../severity/record-severity.worker.js';
import { Investigation } from '../testing/investigation-harness.js';
import { HandlingReader } from './handling-reader.js';

const TAKE_ORDER = 'department-handling--take-order';
const EXPLAIN = 'department-handling--explain';
const COORDINATE = 'severity-review--coordinate-serious';
const VERIFY = 'feedback-closure--verify';
const APPROVE = 'feedback-closure--approve';

const SOLVED = { kindCorrect: true, solvedToday: true };
const CONCLUSION = {
  bothStatements: '双方均认可',
  findings: '当日已修复',
  basis: '保修约定',
  agreed: true,
  correctiveNeeded: true,
  causeCode: 'workmanship',
  causeText: '返工不足',
};
const EXPLAINED = {
  findings: '不属实',
  policyBasis: '业主规约第五条',
  explanation: '已当面说明',
  complainantOpinion: '接受',
};

describe('handling, its closing and what follows it', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  beforeEach(() => investigation.dispatched());

  const handling = (): Promise<InternalHandling> =>
    investigation.service.app.get(HandlingReader).read(investigation.caseNo);
  const messages = (name: string) =>
    investigation.query<{ partition_key: string; data: string }>(
      `SELECT partition_key, data::text AS data FROM outbox WHERE kind = 'message' AND type = $1 ORDER BY seq`,
      [name],
    );

  it('R04.8 R03.11 is settled the same day only with both statements, finding, basis and cause', async () => {
    const { body } = await investigation.check(TAKE_ORDER, SOLVED);
    expect(body.errors?.map(({ field }) => field)).toEqual([
      'bothStatements',
      'findings',
      'basis',
      'agreed',
      'correctiveNeeded',
      'causeCode',
      'causeText',
    ]);
    await investigation.complete(TAKE_ORDER, { ...SOLVED, ...CONCLUSION });
    expect((await handling()).settlement).toEqual({ finding: '当日已修复', basis: '保修约定', explanation: null });
  });

  it('R13.6 asks only a property company with a major case whether it can handle it in time', async () => {
    const data = { kindCorrect: true, solvedToday: false };
    expect((await investigation.check(TAKE_ORDER, data)).body.variables).toMatchObject({ canHandle: null });
    investigation.facts({ orgType: 'property-company', severity: 'major' });
    expect((await investigation.check(TAKE_ORDER, data)).body.errors).toMatchObject([{ field: 'canHandle' }]);
    const late = await investigation.check(TAKE_ORDER, { ...data, canHandle: 'not-in-time' });
    expect(late.body.variables).toMatchObject({ canHandle: 'not-in-time', severity: 'major' });
  });

  it('R13.6 the deputy sees the order, and what is demanded reaches the department', async () => {
    const form = await investigation.start('department-handling--deputy-decides', { actorId: 'manager' });
    expect(form['order']).toContain('内容：天花板渗水三天');
    const decided = { decision: '由工程部办理', handlerGroup: 'engineering', demand: '三天内修复' };
    await investigation.complete('department-handling--deputy-decides', decided, { actorId: 'manager' });
    expect((await investigation.start(TAKE_ORDER))['order']).toContain('处理要求：三天内修复');
  });

  it('R08.5 R04.8 an unjustified complaint is explained with a finding, which the review reads later', async () => {
    const { body } = await investigation.check(EXPLAIN, { ...EXPLAINED, findings: ' ' });
    expect(body.errors).toMatchObject([{ field: 'findings', code: 'required' }]);
    await investigation.complete(EXPLAIN, EXPLAINED);
    expect((await handling()).settlement).toMatchObject({ finding: '不属实', explanation: '已当面说明' });
    const form = await investigation.start('review-appeal--admit-review', { actorId: 'desk' });
    expect(form['decision']).toContain('认定：不属实\n依据：业主规约第五条');
  });

  it('R13.9 is verified and approved with the outcome on the screen', async () => {
    await investigation.complete(EXPLAIN, EXPLAINED);
    expect((await investigation.start(VERIFY))['outcomeText']).toContain('认定：不属实');
    await investigation.complete(VERIFY, { verification: '已回访', passed: true }, { actorId: 'desk' });
    const form = await investigation.start(APPROVE, { actorId: 'manager' });
    expect(form['verification']).toBe('核查情况：已回访\n是否通过：是');
    await investigation.complete(APPROVE, { opinion: '证据不足', approved: false }, { actorId: 'manager' });
    expect(await investigation.events('case.verified')).toMatchObject([
      { step: 'verify', passed: true },
      { step: 'approve', passed: false },
    ]);
    expect((await investigation.start(TAKE_ORDER))['order']).toContain('审批未通过：证据不足');
  });

  it('R10.5 R12.6 records a severity with its reason, and a problem that was reported', async () => {
    const changed = {
      subjectNo: `${investigation.caseNo}-G1`,
      severity: 'general',
      newSeverity: 'major',
      newComplexity: 'complex',
      households: 5,
      seriousReported: true,
    };
    const output = await investigation.job(RecordSeverityWorker, 'investigation.record-severity', changed);
    expect(output).toEqual({ majorSinceAcceptance: true });
    expect(await investigation.events('case.severity-changed')).toMatchObject([
      { from: 'general', to: 'major', complexity: 'complex', because: ['households'] },
    ]);
    expect(await investigation.events('serious-problem.reported')).toMatchObject([
      { severity: 'major', dangerToPersons: false },
    ]);
  });

  it('R12.6 is coordinated with the reason on the screen, and goes to the general manager with the advice', async () => {
    const subjectNo = `${investigation.caseNo}-G1`;
    const registration = investigation.neighbours.registrations.get(investigation.caseNo);
    if (registration) registration.seriousReport = '有漏电危险';
    expect((await investigation.start(COORDINATE, { subjectNo }))['problem']).toMatch(/^上报原因：有漏电危险\n/);
    const unknown = { opinion: '停电检修', responsibleGroup: 'no-such', toGeneralManager: true };
    expect((await investigation.check(COORDINATE, unknown, { subjectNo })).body.errors).toMatchObject([
      { field: 'responsibleGroup', code: 'unknown-role' },
    ]);
    await investigation.complete(COORDINATE, { ...unknown, responsibleGroup: 'engineering' }, { subjectNo });
    const form = await investigation.start('severity-review--gm-decides', { subjectNo, actorId: 'manager' });
    expect(form['coordination']).toBe('协调意见：停电检修\n责任部门：工程部');
  });

  it('R13.7 a corrective action gets its number, on the case and in its start message', async () => {
    await investigation.job(OpenCorrectiveActionWorker, 'investigation.open-corrective-action', {
      handlerGroup: 'engineering',
    });
    const { correctiveActionNo } = await handling();
    expect(correctiveActionNo).toMatch(/^JZ-FH01-20260302-\d{4}$/);
    const sent = (await messages('start-corrective-action')).at(-1);
    expect(sent?.partition_key).toBe(correctiveActionNo);
    expect(JSON.parse(sent?.data ?? '{}')).toMatchObject({
      startsProcess: 'corrective-action',
      variables: { subjectNo: correctiveActionNo, origin: 'case', responsibleGroup: 'engineering' },
    });
  });

  it('R09.2 R03.8 an unjustified delay goes to supervision, and no event tells of it', async () => {
    const before = await investigation.query(`SELECT 1 FROM outbox WHERE kind = 'event'`);
    await investigation.job(OpenSupervisionWorker, 'investigation.open-supervision', { limitId: 'R04.8' });
    expect((await messages('start-supervision')).at(-1)?.partition_key).toMatch(/^DB-FH01-20260302-\d{4}$/);
    const after = await investigation.query(`SELECT 1 FROM outbox WHERE kind = 'event'`);
    expect(after.length).toBeLessThanOrEqual(before.length);
  });

  it('R13.3 a repair request is a measure for the engineers, planned for the day that the diversion named', async () => {
    const targetNo = `${investigation.caseNo}-M1`;
    const data = {
      caseNo: investigation.caseNo,
      target: 'measure-follow-up',
      targetNo,
      plannedOn: '2026-03-05',
      admission: 'divert',
    };
    const consumer = investigation.service.app.get(OrderedMeasuresConsumer);
    for (let again = 0; again < 2; again++) {
      await investigation.inTransaction((manager) =>
        consumer.diverted({ data } as unknown as CloudEvent<'case.diverted'>, { manager } as never),
      );
    }
    expect((await handling()).measures).toMatchObject([
      { measureNo: targetNo, type: 'repair-service', plannedOn: '2026-03-05', state: 'in-force' },
    ]);
    const shown = await investigation.start('measure-follow-up--carry-out', { subjectNo: targetNo });
    expect(shown['measure']).toMatch(/^维修服务/);
  });
});
