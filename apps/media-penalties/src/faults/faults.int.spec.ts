import type { InternalHandling, InternalStoreSettlement } from '@huiying/contracts';
import { ImposePenaltiesWorker } from '../penalties/impose-penalties.worker.js';
import { BROKERAGE, MediaPenalties, REGION, STORES } from '../testing/media-penalties-harness.js';
import { ChargeEscalationWorker } from './charge-escalation.worker.js';

const STORE = 'agency-complaint--store-settles';
const SETTLE = 'agency-complaint--region-settles';
const JUDGE = 'agency-complaint--judge-fault';
const D05 = STORES[4] ?? '';
const CONCLUSION = {
  bothStatements: '客户称隐瞒房屋瑕疵；顾问称已说明',
  findings: '未书面说明',
  basis: '服务规范第三条',
  causeCode: 'information',
  causeText: '未书面告知瑕疵',
  agreed: true,
  correctiveNeeded: false,
};
const DONE = { process: '电话沟通后上门道歉', result: '退还服务费', ...CONCLUSION, satisfied: true };
const FAULT = { respondentType: 'store', store: D05, storeFault: true, consultantFault: false, reason: '未按规范告知' };

describe('complaints about stores and consultants', () => {
  let company: MediaPenalties;
  let n = 0;

  beforeAll(async () => {
    company = await MediaPenalties.open('2026-05-07T10:00:00+08:00');
  });
  afterAll(() => company.stop());

  /** A case about store D05 and its consultant gu05. */
  function complaint(facts: Record<string, unknown> = {}): string {
    company.subjectNo = `TS-${BROKERAGE}-20260507-${String(++n).padStart(4, '0')}`;
    company.caseIs(company.subjectNo, {
      ...{ kind: 'brokerage-store', receivedOn: '2026-05-07', respondentType: 'store' },
      ...{ respondentUnitId: D05, respondentPersonId: 'gu05', ...facts },
    });
    company.neighbours.registrations.set(company.subjectNo, {
      ...{ caseNo: company.subjectNo, subject: '隐瞒瑕疵', description: '看房时未告知漏水', demand: '退还服务费' },
      ...{ project: null, building: null, explanation: null, seriousReport: null, appeal: null, authorityReply: null },
    });
    return company.subjectNo;
  }
  const penalties = () =>
    company.query<Record<string, unknown>>(
      `SELECT payer_type, payer_id, amount_fen::int, kind, rule_id FROM media_penalties.penalty WHERE case_no = $1 ORDER BY penalty_no`,
      [company.subjectNo],
    );
  const charge = (escalated: string | null, outcomeId?: string) =>
    company.job(ChargeEscalationWorker, 'media-penalties.charge-escalation', { escalated, outcomeId });

  it('R11.10 R03.11 the store settles: form prefilled with case and store, 〔结论〕 and the customer’s word required', async () => {
    complaint();
    const opened = await company.start(STORE);
    expect(opened['store']).toBe(D05);
    expect(opened['stores']).toContainEqual({ value: D05, label: D05 });
    expect(opened['order']).toMatch(/类别：分店[\s\S]*被投诉分店：.*D05[\s\S]*内容：看房时未告知漏水/);
    const refused = await company.refused(STORE, { store: D05 });
    for (const field of [
      'process',
      'result',
      'satisfied',
      'bothStatements',
      'findings',
      'basis',
      'causeCode',
      'causeText',
    ])
      expect(refused).toContain(`${field} required`);
    const { body } = await company.check(STORE, { ...DONE, store: D05 }, { actorId: 'dian05' });
    expect(body.variables).toEqual({
      ...{
        satisfied: true,
        payFen: null,
        agreed: true,
        correctiveNeeded: false,
        severity: 'general',
        amountYuan: null,
        round: 1,
      },
    });
    await company.complete(STORE, { ...DONE, store: D05 }, { actorId: 'dian05' });
    expect(await company.events('store.settled')).toMatchObject([
      { caseNo: company.subjectNo, storeId: D05, satisfied: true, onTime: true, actorId: 'dian05' },
    ]);
  });

  it('R04.8 R03.11 what the store settled is there for the notice, the decider and the case’s cause', async () => {
    complaint();
    const path = `/internal/agency-settlements/${company.subjectNo}`;
    expect((await company.internal(path)).status).toBe(404);
    await company.complete(STORE, { ...DONE, store: D05, payFen: 50_000 }, { actorId: 'dian05' });
    const { status, body } = await company.internal<InternalStoreSettlement>(path);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        findings: '未书面说明',
        basis: '服务规范第三条',
        causeCode: 'information',
        payFen: 50_000,
        agreed: true,
      }),
    ]);
  });

  it('R11.10 R13.6 R04.11 handled again: the settlement of the round before is none of this one, however late it is heard of', async () => {
    const caseNo = complaint();
    const path = `/internal/agency-settlements/${caseNo}`;
    const settlement = async (round: number) =>
      (await company.internal<InternalStoreSettlement>(`${path}?round=${round}`)).body.findings;
    const byStore = await company.completeUnheard(STORE, { ...DONE, store: D05 }, { actorId: 'dian05' });
    company.neighbours.rounds.set(caseNo, 2);
    await byStore.heard();
    expect([await settlement(1), await settlement(2)]).toEqual(['未书面说明', undefined]);
    const byRegion = { opinion: '退费', result: '已退', customerOpinion: '接受', ...CONCLUSION, findings: '隐瞒属实' };
    await company.complete(SETTLE, byRegion, { actorId: 'qu' });
    expect([await settlement(1), await settlement(2)]).toEqual(['未书面说明', '隐瞒属实']);
    expect((await company.internal<InternalStoreSettlement>(path)).body.findings).toBe('隐瞒属实');
    expect((await company.internal(`${path}?round=last`)).status).toBe(400);
  });

  it('R11.10 R04.11 what a store settled before the rounds were told apart counts for any', async () => {
    const caseNo = complaint();
    await company.complete(STORE, { ...DONE, store: D05 }, { actorId: 'dian05' });
    await company.query(`UPDATE media_penalties.form_record SET round = 0 WHERE subject_no = $1`, [caseNo]);
    const { body } = await company.internal<InternalStoreSettlement>(`/internal/agency-settlements/${caseNo}?round=2`);
    expect(body.findings).toBe('未书面说明');
  });

  it('R11.10 R04.11 with the customer dissatisfied the store settled nothing: the letter is of what the region settles', async () => {
    const path = `/internal/agency-settlements/${complaint()}?round=1`;
    await company.complete(STORE, { ...DONE, store: D05, satisfied: false }, { actorId: 'dian05' });
    expect((await company.internal(path)).status).toBe(404);
    const byRegion = { opinion: '退费', result: '已退', customerOpinion: '接受', ...CONCLUSION, findings: '隐瞒属实' };
    await company.complete(SETTLE, byRegion, { actorId: 'qu' });
    expect((await company.internal<InternalStoreSettlement>(path)).body).toMatchObject({
      findings: '隐瞒属实',
      process: '退费',
    });
  });

  it('R11.10 R11.8 late: 500 fine of the schedule and 500 fee, told to the region, once a case however often it comes back', async () => {
    complaint();
    await charge('late');
    const due = [
      { payer_type: 'store', payer_id: D05, amount_fen: 50_000, kind: 'escalation-fine', rule_id: 'R11.8' },
      { payer_type: 'store', payer_id: D05, amount_fen: 50_000, kind: 'handling-fee', rule_id: 'R11.10' },
    ];
    expect(await penalties()).toEqual(due);
    await charge('dissatisfied');
    expect(await penalties()).toEqual(due);
    expect(await company.events('case.escalated-to-region')).toMatchObject([
      { escalated: 'late', storeId: D05, regionId: REGION },
    ]);
    const started = (await company.messages('start-penalty-collection')).filter(
      ({ variables }) => variables['storeId'] === D05,
    );
    expect(started.length).toBeGreaterThanOrEqual(2);
  });

  it('R11.10 the store itself says not satisfied, or the customer does later: the same charges', async () => {
    complaint();
    await company.complete(STORE, { ...DONE, store: D05, satisfied: false }, { actorId: 'dian05' });
    await charge(null);
    expect((await penalties()).map(({ rule_id }) => rule_id)).toEqual(['R11.8', 'R11.10']);
    expect(await company.events('case.escalated-to-region')).toMatchObject([{ escalated: 'dissatisfied' }]);
  });

  it('R11.10 R11.8 the charge comes before the event of the settlement: the store that settled pays, not the one of the register', async () => {
    const [D01 = ''] = STORES;
    for (const respondentUnitId of [null, D01]) {
      complaint({ respondentUnitId, respondentPersonId: null });
      const said = { ...DONE, store: D05, satisfied: false };
      const { outcomeId, heard } = await company.completeUnheard(STORE, said, { actorId: 'dian05' });
      await charge(null, outcomeId);
      expect((await penalties()).map(({ payer_id }) => payer_id)).toEqual([D05, D05]);
      expect(await company.events('case.escalated-to-region')).toMatchObject([{ storeId: D05, regionId: REGION }]);
      await heard();
      expect(await company.start(JUDGE)).toMatchObject({ store: D05 });
    }
  });

  it('R11.10 a consultant without a named store: that of the day of receipt pays; nobody known: nobody had the two days', async () => {
    complaint({ respondentUnitId: null });
    await charge('late');
    expect((await penalties()).map(({ payer_id }) => payer_id)).toEqual([D05, D05]);
    complaint({ respondentUnitId: null, respondentPersonId: null });
    await charge('late');
    expect(await penalties()).toEqual([]);
    expect(await company.events('case.escalated-to-region')).toMatchObject([{ escalated: 'late' }]);
  });

  it('R06.7 R11.10 the region settles: report and agreement are shown, the agreement fills in the 〔结论〕', async () => {
    complaint();
    await charge('late');
    company.neighbours.handlings.set(company.subjectNo, {
      report: {
        ...{ findings: '隐瞒属实', justified: 'yes', conclusive: true, responsibleParty: '分店', fault: true },
        ...{ causeCode: 'information', causeText: '未告知', suggestedMeasures: '退费' },
      },
      mediation: {
        agreed: true,
        payFen: 2_000_000,
        remark: '双方签字',
        measures: ['退还服务费，计划 2026-05-20 完成'],
      },
    } as unknown as InternalHandling);
    const opened = await company.start(SETTLE);
    expect(opened).toMatchObject({ findings: '隐瞒属实', causeCode: 'information', agreed: true, payFen: 2_000_000 });
    expect(opened['report']).toContain('是否成立：成立');
    expect(opened['agreement']).toContain('赔付金额：¥20,000.00');
    expect(opened['escalation']).toContain('升级原因：分店逾期未处理完');
    const said = { opinion: '退费', result: '已退', customerOpinion: '接受', ...CONCLUSION, payFen: 2_000_000 };
    const { body } = await company.check(SETTLE, said, { actorId: 'qu' });
    expect(body.variables).toMatchObject({ payFen: 2_000_000, agreed: true });
    expect(await company.refused(SETTLE, {})).toContain('customerOpinion required');
  });

  it.each([
    ['R11.1 the store', { storeFault: true, consultantFault: false }, false],
    ['R11.2 the consultant', { storeFault: false, consultantFault: true, consultant: 'gu05' }, false],
    ['R11.3 neither: malicious', { storeFault: false, consultantFault: false }, true],
  ])('%s is at fault: malice is computed, never typed', async (_, said, malicious) => {
    complaint();
    const opened = await company.start(JUDGE);
    expect(opened).toMatchObject({ respondentType: 'store', store: D05, consultant: 'gu05' });
    await company.complete(JUDGE, { ...FAULT, ...said }, { actorId: 'qu' });
    expect(await company.events('fault.judged')).toMatchObject([
      {
        storeId: D05,
        respondentType: 'store',
        malicious,
        storeFault: said.storeFault,
        consultantFault: said.consultantFault,
      },
    ]);
  });

  it('R11.2 a consultant must be named where they pay or were at fault; a store must be one of the company', async () => {
    complaint({ kind: 'brokerage-consultant', respondentType: 'consultant' });
    expect(await company.start(JUDGE)).toMatchObject({ respondentType: 'consultant' });
    const said = { ...FAULT, respondentType: 'consultant' };
    expect(await company.refused(JUDGE, said)).toEqual(['consultant required']);
    expect(await company.refused(JUDGE, { ...said, consultant: 'nobody' })).toEqual(['consultant consultant-unknown']);
    expect(await company.refused(JUDGE, { ...FAULT, store: 'DM-D01' })).toEqual(['store store-unknown']);
    const { body } = await company.check(JUDGE, { ...said, consultant: 'gu05' });
    expect(body.variables).toMatchObject({
      respondentType: 'consultant',
      storeId: D05,
      consultantId: 'gu05',
      malicious: false,
    });
  });

  it('R11.11 an unknown code is refused when it is typed; the climb is charged by the system; repeats are counted', async () => {
    complaint();
    const offered = (await company.start(JUDGE))['violations'] as { value: string; label: string }[];
    expect(offered.map(({ value }) => value)).toEqual(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8']);
    expect(offered[3]?.label).toBe('M4 吃拿卡要：责令整改');
    expect(await company.refused(JUDGE, { ...FAULT, violationCode: 'F99' })).toEqual([
      'violationCode unknown-violation',
    ]);
    expect(await company.refused(JUDGE, { ...FAULT, violationCode: 'F1' })).toEqual([
      'violationCode climb-charged-already',
    ]);
    await company.complete(JUDGE, { ...FAULT, violationCode: 'M4' }, { actorId: 'qu' });
    complaint();
    const { body } = await company.check(JUDGE, { ...FAULT, violationCode: 'M4' });
    expect(body.variables).toMatchObject({ violationCode: 'M4', repeat: 1 });
  });

  it('R11.1 R11.10 a redo of the case imposes nothing twice', async () => {
    complaint();
    const lines = [{ payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.1', reprimand: true }];
    const given = { penalties: lines, source: `fault:${company.subjectNo}`, storeId: D05, consultantId: null };
    await company.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', given);
    await company.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', given);
    expect(await penalties()).toMatchObject([{ amount_fen: 50_000, rule_id: 'R11.1', kind: 'fine' }]);
  });
});
