import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DisputeView, FormId, ImposedPenalty, RegisteredExposure } from '@huiying/contracts';
import { NotifyExposureWorker } from './exposures/notify-exposure.worker.js';
import { ChargeEscalationWorker } from './faults/charge-escalation.worker.js';
import { ChasePaymentWorker } from './penalties/chase-payment.worker.js';
import { ImposePenaltiesWorker } from './penalties/impose-penalties.worker.js';
import { IssueNoticeWorker } from './penalties/issue-notice.worker.js';
import { RecordPaymentWorker } from './penalties/record-payment.worker.js';
import { BROKERAGE, MediaPenalties, STORES } from './testing/media-penalties-harness.js';

const [A = '', B = '', ...REST] = STORES;
const CONCLUSION = {
  ...{ bothStatements: '客户称隐瞒；顾问称已说明', findings: '未书面说明', basis: '服务规范第三条' },
  ...{ causeCode: 'information', causeText: '未书面告知', agreed: true, correctiveNeeded: false },
};

interface Component {
  key?: string;
  readonly?: boolean;
}

/** Whoever has one of these tasks decides by what its form shows: no read-only field of it may stay empty. */
describe('screens of the processes about stores and fines', () => {
  let company: MediaPenalties;
  let n = 0;

  beforeAll(async () => {
    company = await MediaPenalties.open();
  });
  beforeEach(() => company.clock.set('2026-03-02T10:00:00+08:00'));
  afterAll(() => company.stop());

  /** Opens a form and says which of its read-only fields nothing stands in. */
  async function opened(formId: FormId, filling: Parameters<MediaPenalties['start']>[1] = {}) {
    const values = await company.start(formId, filling);
    const [process = ''] = formId.split('--');
    const file = readFileSync(join(globalThis.process.cwd(), 'bpmn', process, `${formId}.form`), 'utf8');
    const { components } = JSON.parse(file) as { components: Component[] };
    const shown = components.flatMap(({ key, readonly }) => (readonly === true && key ? [key] : []));
    const empty = shown.filter((key) => {
      const value = values[key];
      return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    });
    return { values, empty, text: shown.map((key) => String(values[key])).join('\n') };
  }
  function complaint(): string {
    const caseNo = `TS-${BROKERAGE}-20260302-${String(++n).padStart(4, '0')}`;
    company.caseIs(caseNo, { kind: 'brokerage-store', respondentType: 'store', respondentUnitId: A, amountYuan: 1200 });
    company.neighbours.registrations.set(caseNo, {
      ...{
        caseNo,
        subject: '隐瞒瑕疵',
        description: '看房时未告知漏水',
        demand: '退还服务费',
        project: null,
        building: null,
      },
      ...{ explanation: null, seriousReport: null, appeal: null, authorityReply: null },
    });
    company.subjectNo = caseNo;
    return caseNo;
  }

  it('R11.1 R11.2 R11.8 R11.10 a complaint at a store: who judges sees both sides, what it has cost, what the store did before and what follows', async () => {
    const before = complaint();
    const fault = { respondentType: 'store', store: A, storeFault: true, consultantFault: false, reason: '未告知' };
    await company.complete('agency-complaint--judge-fault', { ...fault, violationCode: 'M1' }, { actorId: 'qu' });
    const caseNo = complaint();
    expect(caseNo).not.toBe(before);
    const store = await opened('agency-complaint--store-settles');
    expect(store.empty).toEqual([]);
    expect(store.text).toContain('涉及金额：¥1,200.00');
    expect(store.text).toMatch(
      /分店 ¥500\.00：处理不当致投诉升级.*（R11\.8）\n分店 ¥500\.00：分店两个工作日内未处理完.*（R11\.10）/,
    );
    const done = { store: A, process: '上门道歉', result: '退还服务费', ...CONCLUSION, satisfied: false };
    await company.complete('agency-complaint--store-settles', done, { actorId: 'dian01' });
    await company.job(ChargeEscalationWorker, 'media-penalties.charge-escalation', { escalated: 'dissatisfied' });
    expect((await opened('agency-complaint--region-settles')).empty).toEqual([]);
    const judging = await opened('agency-complaint--judge-fault');
    expect(judging.empty).toEqual([]);
    expect(judging.text).toMatch(/CF-.* 投诉升级处罚 ¥500\.00（R11\.8）已决定\nCF-.* 处理费 ¥500\.00（R11\.10）已决定/);
    expect(judging.text).toMatch(/M1 .*：1 次/);
    expect(judging.text).toContain('分店 ¥500.00：分店被客户投诉且有主观过错：分店罚款并通报批评（R11.1）');
    expect(judging.text).toContain('店长 ¥50.00：');
  });

  it('R11.4 R11.5 an exposure: what was published, how long to clarify, what it costs; who judges sees the evidence', async () => {
    const caseNo = complaint();
    const report = { medium: 'newspaper', outlet: '城市晚报', mediaLevel: 'municipal', publishedOn: '2026-03-02' };
    const input = { ...report, storeId: A, caseNo, summary: '门店收费不清' };
    const { body } = await company.as<RegisteredExposure>('qu', 'POST', '/api/exposures', input);
    company.subjectNo = body.exposureNo;
    const checking = await opened('media-exposure--check-exposure');
    expect(checking.empty).toEqual([]);
    expect(checking.text).toContain('付给其他 11 家分店各 ¥100.00，共 ¥1,100.00（R11.5 R11.6）');
    const online = { ...input, medium: 'online', outlet: '业主论坛' };
    const other = await company.as<RegisteredExposure>('qu', 'POST', '/api/exposures', online);
    company.subjectNo = other.body.exposureNo;
    const free = (await opened('media-exposure--check-exposure')).text;
    expect(free).toContain('规章没有为这类媒体规定赔付，被曝光分店不付（R11.5 R11.6）');
    expect(free).not.toContain('¥0.00');
    company.subjectNo = body.exposureNo;
    const checked = {
      ...report,
      ourStore: true,
      storeId: A,
      byCustomer: true,
      about: 'service',
      summary: '收费不清',
      caseNo,
    };
    const outcomeId = await company.complete('media-exposure--check-exposure', checked, { actorId: 'qu' });
    await company.job(NotifyExposureWorker, 'media-penalties.notify-exposure', { outcomeId });
    const answering = await opened('media-exposure--answer-exposure');
    expect(answering.empty).toEqual([]);
    expect(answering.text).toMatch(/澄清截止 2026-03-07[\s\S]*客户投诉引起：是[\s\S]*¥1,100\.00/);
    const clarified = {
      ...{ disputed: true, clarifiedOutlet: '城市晚报', clarifiedLevel: 'municipal', clarifiedOn: '2026-03-07' },
      ...{ evidence: '收费单据与合同一致', attachments: ['收费单据，存店'] },
    };
    await company.complete('media-exposure--answer-exposure', clarified, { actorId: 'dian01' });
    const judging = await opened('media-exposure--judge-clarification');
    expect(judging.empty).toEqual([]);
    expect(judging.text).toMatch(/收费单据，存店/);
  });

  it('R11.8 R11.12 a dispute between stores: each side sees until when and what the other filed, who rules sees both and what it costs', async () => {
    const filing = { complainingStoreId: A, respondentStoreId: B, description: '抢客户：已带看的客户被签走' };
    const { body } = await company.as<DisputeView>('dian01', 'POST', '/api/disputes', filing);
    company.subjectNo = body.disputeNo;
    expect((await opened('inter-store-dispute--self-settle')).empty).toEqual([]);
    const settling = { complainingStore: A, respondentStore: B, negotiation: '佣金未谈拢', settled: false };
    await company.complete('inter-store-dispute--self-settle', settling, { actorId: 'dian02' });
    const file = await opened('inter-store-dispute--file-material');
    expect(file.empty).toEqual([]);
    expect(file.text).toContain('本步期限：2026-03-05');
    expect((await opened('inter-store-dispute--late-filing')).empty).toEqual([]);
    const material = { facts: '客户由我店带看', evidence: '带看记录', files: ['带看确认书'] };
    await company.complete('inter-store-dispute--file-material', material, { actorId: 'dian01' });
    const serving = await opened('inter-store-dispute--serve-notice');
    expect(serving.empty).toEqual([]);
    const served = { servedOn: '2026-03-02', receivedBy: '店长', receivedOn: '2026-03-02' };
    await company.complete('inter-store-dispute--serve-notice', { ...serving.values, ...served }, { actorId: 'qu' });
    const replying = await opened('inter-store-dispute--reply');
    expect(replying.empty).toEqual([]);
    expect(replying.text).toMatch(/签收日期：2026-03-02\n本步期限：2026-03-07[\s\S]*带看确认书/);
    const reply = { reply: '客户自行选择', explanation: '未诱导', files: ['聊天记录'] };
    await company.complete('inter-store-dispute--reply', reply, { actorId: 'dian02' });
    const ruling = await opened('inter-store-dispute--rule-dispute');
    expect(ruling.empty).toEqual([]);
    for (const known of ['佣金未谈拢', '带看确认书', '客户自行选择', '聊天记录', '分店 ¥500.00：处理不当'])
      expect(ruling.text).toContain(known);
  });

  it('R11.7 a collection: who pays what by which rule and because of what, until when, what came in; the refund says why it was revoked', async () => {
    const fine: ImposedPenalty = { payer: 'store', amountYuan: 1100, kind: 'fine', ruleId: 'R11.5' };
    const input = { caseNo: null, source: 'exposure:BG-none', storeId: A, penalties: [fine], payees: [B, ...REST] };
    const output = await company.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', input);
    const [penaltyNo = ''] = (output as { penaltyNos: string[] }).penaltyNos;
    company.subjectNo = penaltyNo;
    await company.job(IssueNoticeWorker, 'media-penalties.issue-notice', { storeId: A });
    const confirming = await opened('penalty-collection--confirm-payment', { actorId: 'cai' });
    expect(confirming.empty).toEqual([]);
    for (const fact of [
      `缴款人：${A}（分店）`,
      '依据：报纸曝光客户投诉属实：被曝光分店向其他每家分店各付一份（R11.5）',
      '金额：¥1,100.00（壹仟壹佰元整）',
      '事由：媒体曝光 BG-none',
      '缴款期限：2026-03-04',
      '未缴余额：¥1,100.00',
    ])
      expect(confirming.text).toContain(fact);
    for (const day of ['05', '08', '11']) {
      company.clock.set(`2026-03-${day}T00:00:00+08:00`);
      await company.job(ChasePaymentWorker, 'media-penalties.chase-payment', { storeId: A });
    }
    const region = 'penalty-collection--collect-by-region';
    await company.complete(region, { opinion: '从店面费用中扣' }, { actorId: 'zhang' });
    const collecting = await opened(region, { actorId: 'zhang' });
    expect(collecting.empty).toEqual([]);
    expect(collecting.text).toContain('已催缴：3 次');
    const payment = { paidOn: '2026-03-11', amountFen: 110_000, receiptNo: 'SJ-1', receipts: ['收据联'] };
    const outcomeId = await company.complete('penalty-collection--confirm-payment', payment, { actorId: 'cai' });
    await company.job(RecordPaymentWorker, 'media-penalties.record-payment', { outcomeId, storeId: A });
    const passing = await opened('penalty-collection--pass-on', { actorId: 'cai' });
    expect(passing.empty).toEqual([]);
    expect(passing.text).toMatch(
      new RegExp(`2026-03-11 缴 ¥1,100\\.00，凭证号 SJ-1[\\s\\S]*收据联[\\s\\S]*${B}：¥100\\.00`),
    );
    const reason = { because: 'review', reason: '复查改变' };
    await company.as('zhang', 'POST', `/api/penalties/${penaltyNo}/revocation`, reason);
    const refund = { subjectNo: `${penaltyNo}:refund`, caseNo: null, actorId: 'cai' };
    const refunding = await opened('penalty-collection--refund', refund);
    expect(refunding.empty).toEqual([]);
    expect(refunding.text).toMatch(/撤销原因：复查改变\n撤销理由：复查改变\n撤销人：[\s\S]*应退：¥1,100\.00/);
  });
});
