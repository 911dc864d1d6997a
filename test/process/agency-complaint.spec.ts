import type { JsonObject } from '@huiying/engine';
import { registered, reviewed } from './intake-answers.js';
import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const input = {
  handlerGroup: 'store-manager',
  respondents: ['person-9', 'FD05'],
  respondentGroup: [],
  kind: 'brokerage-store',
  topic: 'brokerage-business',
  severity: 'general',
  complexity: 'simple',
  complex: false,
  amountYuan: null,
  households: 1,
  escalated: null,
};
const workers = { 'media-penalties.impose-penalties': () => ({ penaltyNos: [] }) } as const;
/** 〔结论〕 of a settlement in which both agree and nothing is paid. */
const SETTLED = { payFen: null, agreed: true, correctiveNeeded: false };
const STORE_AT_FAULT = {
  respondentType: 'store',
  malicious: false,
  storeId: 'FD05',
  consultantId: null,
  violationCode: null,
  repeat: 0,
};
const CONSULTANT_AT_FAULT = { ...STORE_AT_FAULT, respondentType: 'consultant', consultantId: 'person-9' };
const MALICIOUS = { ...STORE_AT_FAULT, malicious: true };

async function atStore(more: JsonObject = {}) {
  const { it: complaint, common, caseNo } = await run('brokerage', workers);
  await complaint.call('agency-complaint', { ...common, ...input, ...more });
  return { complaint, caseNo };
}
type Complaint = Awaited<ReturnType<typeof atStore>>['complaint'];

async function investigated(complaint: Complaint) {
  await complaint.complete('name-investigator', { investigator: 'person-7', departments: [], complex: false });
  for (const element of ['collect-evidence', 'hear-complainant', 'hear-respondent']) await complaint.complete(element);
  await complaint.complete('write-report', { justified: 'yes', conclusive: true, fault: true });
}
/** The store was late; the region has investigated. */
async function atRegion() {
  const { complaint, caseNo } = await atStore();
  await complaint.reach('R11.10');
  await investigated(complaint);
  return { complaint, caseNo };
}
const imposed = (complaint: Complaint) => complaint.did('media-penalties.impose-penalties').variables['penalties'];

describe('agency-complaint', () => {
  it('R11.1 R11.10 settled by the store in time, at fault: store 500 and a reprimand, nothing for the climb', async () => {
    const { complaint, caseNo } = await atStore();
    expect(complaint.tasks).toEqual(['store-settles']);
    expect(complaint.task('store-settles').who).toEqual(['store-manager']);
    expect(complaint.task('store-settles').headers).toMatchObject({ deadlineRule: 'R11.10', contact: 'true' });
    await complaint.complete('store-settles', { satisfied: true, ...SETTLED });
    expect(complaint.tasks).toEqual(['judge-fault']);
    expect(complaint.task('judge-fault').who).toEqual(['region-office']);
    await complaint.complete('judge-fault', STORE_AT_FAULT);
    expect(imposed(complaint)).toEqual([
      { payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.1', reprimand: true },
    ]);
    expect(complaint.did('media-penalties.impose-penalties').variables).toMatchObject({
      source: `fault:${caseNo}`,
      storeId: 'FD05',
    });
    expect(complaint.times('media-penalties.publish-reprimand')).toBe(1);
    expect(complaint.times('media-penalties.charge-escalation')).toBe(0);
    expect(complaint.over).toBe(true);
    const outputs = ['handlerGroup', 'correctiveNeeded', 'decisionTold', 'escalated'];
    expect(outputs.map((name) => complaint.value(name))).toEqual(['store-manager', false, false, null]);
  });

  it('R11.2 consultant at fault: 100 for the consultant, 50 for the manager, a reprimand of both, nothing for the store', async () => {
    const { complaint } = await atStore();
    await complaint.complete('store-settles', { satisfied: true, ...SETTLED });
    await complaint.complete('judge-fault', CONSULTANT_AT_FAULT);
    expect(imposed(complaint)).toEqual([
      { payer: 'consultant', amountYuan: 100, kind: 'fine', ruleId: 'R11.2', reprimand: true },
      { payer: 'store-manager', amountYuan: 50, kind: 'fine', ruleId: 'R11.2', reprimand: true },
    ]);
    expect(complaint.did('media-penalties.publish-reprimand').variables).toMatchObject({ consultantId: 'person-9' });
  });

  it('R11.3 neither at fault: malicious, nothing is imposed', async () => {
    const { complaint } = await atStore();
    await complaint.complete('store-settles', { satisfied: true, ...SETTLED });
    await complaint.complete('judge-fault', MALICIOUS);
    expect(complaint.times('media-penalties.impose-penalties')).toBe(0);
    expect(complaint.over).toBe(true);
  });

  it('R11.3 R11.8 R11.10 malicious, but the store was late: the charges of the climb stand', async () => {
    const { complaint } = await atRegion();
    await complaint.complete('ask-willingness', { willing: false });
    await complaint.complete('region-settles', SETTLED);
    await complaint.complete('judge-fault', MALICIOUS);
    expect(complaint.times('media-penalties.charge-escalation')).toBe(1);
    expect(complaint.times('media-penalties.impose-penalties')).toBe(0);
  });

  it('R11.10 R11.8 late: the store’s task is gone, charged, investigated at the region', async () => {
    const { complaint } = await atStore();
    await complaint.reach('R11.10');
    expect(complaint.tasks).toEqual(['name-investigator']);
    expect(complaint.task('name-investigator').who).toEqual(['region-office']);
    expect(complaint.did('media-penalties.charge-escalation').variables).toMatchObject({
      escalated: 'late',
      respondents: ['person-9', 'FD05'],
    });
  });

  it('R11.10 in time, but the customer is not satisfied: the same', async () => {
    const { complaint } = await atStore();
    await complaint.complete('store-settles', { satisfied: false, ...SETTLED });
    expect(complaint.tasks).toEqual(['name-investigator']);
    expect(complaint.did('media-penalties.charge-escalation').variables['escalated'] ?? null).toBeNull();
    expect(complaint.value('escalated')).toBe('dissatisfied');
  });

  it('R11.10 sent back after 不满意: to the region at once, charged, the store has no second try', async () => {
    const { complaint } = await atStore({ escalated: 'dissatisfied' });
    expect(complaint.tasks).toEqual(['name-investigator']);
    expect(complaint.did('media-penalties.charge-escalation').variables).toMatchObject({ escalated: 'dissatisfied' });
  });

  it('R06.7 one side unwilling: mediation ends failed, the region settles; no region-settles before', async () => {
    const { complaint } = await atRegion();
    expect(complaint.tasks).toEqual(['ask-willingness']);
    await complaint.complete('ask-willingness', { willing: false });
    expect(complaint.went('mediation/failed')).toBe(true);
    expect(complaint.tasks).toEqual(['region-settles']);
    await complaint.complete('region-settles', SETTLED);
    expect(complaint.tasks).toEqual(['judge-fault']);
    await complaint.complete('judge-fault', STORE_AT_FAULT);
    expect(complaint.value('handlerGroup')).toBe('region-office');
    expect(complaint.value('escalated')).toBe('late');
  });

  it('R06.7 both agree, nothing paid: the agreement is told, its measure tracked, no decision task', async () => {
    const { complaint, caseNo } = await atRegion();
    const measures = [{ measureNo: `${caseNo}-M1`, group: 'store-manager', plannedOn: '2026-03-20' }];
    await complaint.complete('ask-willingness', { willing: true });
    await complaint.complete('mediate', { agreed: true, measures, payFen: null });
    await complaint.complete('region-settles', SETTLED);
    expect(complaint.notices).toEqual(['decision']);
    expect(complaint.tasks).toEqual(['carry-out']);
    await complaint.complete('carry-out');
    await complaint.complete('verify-measure', { done: true });
    await complaint.complete('write-reply', { correctiveNeeded: true });
    await complaint.complete('judge-fault', STORE_AT_FAULT);
    expect(complaint.went('decide-and-answer/decide')).toBe(false);
    expect([complaint.value('decisionTold'), complaint.value('correctiveNeeded')]).toEqual([true, true]);
  });

  it('R06.7 20,000 yuan agreed: the decider adopts it first', async () => {
    const { complaint } = await atRegion();
    await complaint.complete('ask-willingness', { willing: true });
    await complaint.complete('mediate', { agreed: true, measures: [], payFen: 2_000_000 });
    await complaint.complete('region-settles', { ...SETTLED, payFen: 2_000_000 });
    expect(complaint.tasks).toEqual(['decide']);
    expect(complaint.task('decide').who).toEqual(['region-head']);
  });

  it.each([
    ['1 yuan paid by the store', { payFen: 100 }],
    ['both sides do not agree', { agreed: false }],
    ['a major case', { severity: 'major' }],
  ])('R04.8 R10.2 %s: decided', async (_, more) => {
    const { complaint } = await atStore();
    await complaint.complete('store-settles', { satisfied: true, ...SETTLED, ...more });
    expect(complaint.tasks).toEqual(['decide']);
    await complaint.complete('decide', { payFen: null });
    await complaint.complete('write-reply', { correctiveNeeded: false });
    expect(complaint.tasks).toEqual(['judge-fault']);
  });

  it('R11.11 a code of the schedule: its fine beside that of R11.1; a code without a fine adds none', async () => {
    const fined = await atStore();
    await fined.complaint.complete('store-settles', { satisfied: true, ...SETTLED });
    await fined.complaint.complete('judge-fault', { ...STORE_AT_FAULT, violationCode: 'F1' });
    expect(imposed(fined.complaint)).toEqual([
      { payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.1', reprimand: true },
      { payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.11' },
    ]);
    const none = await atStore();
    await none.complaint.complete('store-settles', { satisfied: true, ...SETTLED });
    await none.complaint.complete('judge-fault', { ...MALICIOUS, violationCode: 'M4' });
    expect(none.complaint.times('media-penalties.impose-penalties')).toBe(0);
  });
});

describe('a complaint about a store from filing to archive', () => {
  it('R11.10 R11.13 the store ticks satisfied, the customer rates 不满意: region and charges; 不满意 again: guidance, no second charge', async () => {
    const { it: main, common } = await run('brokerage', workers);
    await main.start('start-complaint-handling', { ...common, ...registered() });
    await main.complete('review-intake', reviewed({ topic: 'brokerage-business', kind: 'brokerage-store' }));
    expect(main.did('investigation.dispatch-case').variables).toMatchObject({ calledProcess: 'agency-complaint' });
    await main.complete('store-settles', { satisfied: true, ...SETTLED });
    await main.complete('judge-fault', STORE_AT_FAULT);
    expect(main.times('media-penalties.charge-escalation')).toBe(0);
    await main.publish('rating-received', { satisfied: false, severity: 'general' });
    expect(main.times('media-penalties.charge-escalation')).toBe(1);
    expect(main.did('media-penalties.charge-escalation').variables).toMatchObject({ escalated: 'dissatisfied' });
    await investigated(main);
    await main.complete('ask-willingness', { willing: false });
    await main.complete('region-settles', SETTLED);
    await main.complete('judge-fault', STORE_AT_FAULT);
    expect(main.did('media-penalties.impose-penalties').variables['source']).toMatch(/^fault:TS-/);
    await main.publish('rating-received', { satisfied: false, severity: 'general' });
    expect(main.notices.at(-1)).toBe('remedies');
    await main.reach('R04.12');
    expect(main.times('media-penalties.charge-escalation')).toBe(1);
    expect(main.over).toBe(true);
  });

  it('R11.13 title certificate with a store named: the title office, no two-day store limit', async () => {
    const { it: main, common } = await run('brokerage', workers);
    await main.start('start-complaint-handling', { ...common, ...registered({ topic: 'title-certificate' }) });
    await main.complete('review-intake', reviewed({ topic: 'title-certificate', kind: 'title-certificate' }));
    expect(main.task('take-order').who).toEqual(['title-office']);
    expect(main.did('investigation.dispatch-case').variables).toMatchObject({ calledProcess: 'department-handling' });
    expect(main.task('take-order').headers).not.toMatchObject({ deadlineRule: 'R11.10' });
    await main.reach('R11.10');
    expect(main.times('media-penalties.charge-escalation')).toBe(0);
  });
});

everyFlowOf('agency-complaint');
