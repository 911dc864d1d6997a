import type { JsonObject } from '@huiying/engine';
import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const [A, B, REGION] = ['FD01', 'FD02', 'QY01'];

/** Store A complains about store B. */
async function filed(more: JsonObject = {}) {
  const { it: dispute, common } = await run('brokerage', {
    'media-penalties.rule-by-default': () => ({ poorlyHandledBy: [B] }),
    'media-penalties.issue-ruling': ({ ruledBy, poorlyHandledBy }) => ({
      poorlyHandledBy: ruledBy === 'mediation' ? [] : (poorlyHandledBy ?? []),
    }),
    'media-penalties.impose-penalties': () => ({ penaltyNos: [] }),
  });
  await dispute.start('start-inter-store-dispute', {
    subjectNo: dispute.subjectNo,
    orgId: 'JJ01',
    orgType: 'brokerage',
    posts: common['posts'] ?? {},
    complainingStoreId: A,
    respondentStoreId: B,
    parties: [A, B],
    regionId: REGION,
    rulingGroup: 'region-head',
    ...more,
  });
  return dispute;
}
type Dispute = Awaited<ReturnType<typeof filed>>;
const known = { complainingStoreId: A, respondentStoreId: B, parties: [A, B], regionId: REGION };

async function notSettled(more: JsonObject = {}) {
  const dispute = await filed(more);
  await dispute.complete('self-settle', { settled: false, ...known });
  return dispute;
}
async function served(receivedOn = '2026-03-09') {
  const dispute = await notSettled();
  await dispute.complete('file-material');
  await dispute.complete('serve-notice', { receivedOn });
  return dispute;
}
async function toRule(): Promise<Dispute> {
  const dispute = await served();
  await dispute.complete('reply');
  await dispute.complete('ask-willingness', { willing: false });
  return dispute;
}
const F1 = (...stores: string[]) => stores.map((payer) => ({ payer, amountYuan: 500, kind: 'fine', ruleId: 'R11.8' }));

describe('inter-store-dispute', () => {
  it('R11.8 R11.12 the stores settle it themselves: both have the task, nothing is imposed', async () => {
    const dispute = await filed();
    expect(dispute.tasks).toEqual(['self-settle']);
    expect(dispute.task('self-settle').who).toEqual(['store-manager']);
    expect(dispute.task('self-settle').headers).toMatchObject({ unit: '=parties' });
    expect(dispute.task('self-settle').variables).toMatchObject({ parties: [A, B] });
    await dispute.complete('self-settle', { settled: true, ...known });
    expect(dispute.over).toBe(true);
    expect(dispute.times('media-penalties.impose-penalties')).toBe(0);
  });

  it('R11.12 not settled: the complaining store files within R11.12#filing, the region serves within R11.12#serve', async () => {
    const dispute = await notSettled();
    expect(dispute.task('file-material').headers).toMatchObject({
      deadlineRule: 'R11.12#filing',
      unit: '=complainingStoreId',
    });
    await dispute.complete('file-material');
    const serve = dispute.task('serve-notice');
    expect(serve.who).toEqual(['region-office']);
    expect(serve.headers).toMatchObject({ deadlineRule: 'R11.12#serve', review: 'true', unit: '=regionId' });
    await dispute.complete('serve-notice', { receivedOn: '2026-03-09' });
    const reply = dispute.task('reply');
    expect(reply.headers).toMatchObject({
      deadlineRule: 'R11.12#reply',
      deadlineFrom: 'receivedOn',
      unit: '=respondentStoreId',
    });
    expect(reply.variables).toMatchObject({ receivedOn: '2026-03-09', respondentStoreId: B });
  });

  it('R11.12 nothing filed in time: the region admits the late filing with a reason, and it goes on', async () => {
    const dispute = await notSettled();
    await dispute.reach('R11.12#filing');
    expect(dispute.tasks).toEqual(['late-filing']);
    expect(dispute.task('late-filing').who).toEqual(['region-office']);
    await dispute.complete('late-filing', { admitted: true });
    expect(dispute.tasks).toEqual(['serve-notice']);
  });

  it('R11.12 or it declines, and the dispute lapses; the same number could start again', async () => {
    const dispute = await notSettled();
    await dispute.reach('R11.12#filing');
    await dispute.complete('late-filing', { admitted: false });
    expect(dispute.times('media-penalties.lapse-dispute')).toBe(1);
    expect([dispute.over, dispute.times('media-penalties.impose-penalties')]).toEqual([true, 0]);
  });

  it('R11.12 R11.8 the respondent is silent for five days after receipt: the complaining store wins, row F1 for the respondent', async () => {
    const dispute = await served('2026-03-09');
    await dispute.reach('R11.12#reply');
    expect(dispute.did('media-penalties.rule-by-default').variables).toMatchObject({ receivedOn: '2026-03-09' });
    expect(dispute.did('media-penalties.issue-ruling').variables).toMatchObject({ ruledBy: 'default' });
    expect(dispute.did('media-penalties.impose-penalties').variables).toMatchObject({
      penalties: F1(B),
      source: `dispute:${dispute.subjectNo}`,
    });
    expect(dispute.over).toBe(true);
  });

  it('R06.7 R11.12 R11.8 both agree in mediation: told, nothing imposed', async () => {
    const dispute = await served();
    await dispute.complete('reply');
    expect(dispute.tasks).toEqual(['ask-willingness']);
    expect(dispute.task('ask-willingness')).toMatchObject({
      who: ['region-office'],
      variables: { unitId: REGION, parties: [A, B] },
    });
    await dispute.complete('ask-willingness', { willing: true });
    await dispute.complete('mediate', { agreed: true, measures: [], payFen: null });
    expect(dispute.did('media-penalties.issue-ruling').variables).toMatchObject({ ruledBy: 'mediation' });
    expect(dispute.times('media-penalties.impose-penalties')).toBe(0);
    expect(dispute.over).toBe(true);
  });

  it('R11.8 the region finds A handled it poorly, though B caused it: A pays row F1', async () => {
    const dispute = await toRule();
    expect(dispute.task('rule-dispute').who).toEqual(['region-head']);
    await dispute.complete('rule-dispute', { poorlyHandledBy: [A], toHeadquarters: false });
    expect(dispute.did('media-penalties.issue-ruling').variables).toMatchObject({
      ruledBy: 'region',
      poorlyHandledBy: [A],
    });
    expect(dispute.did('media-penalties.impose-penalties').variables).toMatchObject({ penalties: F1(A) });
  });

  it('R11.8 both handled it poorly: one row each; neither: none', async () => {
    const both = await toRule();
    await both.complete('rule-dispute', { poorlyHandledBy: [A, B], toHeadquarters: false });
    expect(both.did('media-penalties.impose-penalties').variables).toMatchObject({ penalties: F1(A, B) });
    const neither = await toRule();
    await neither.complete('rule-dispute', { poorlyHandledBy: [], toHeadquarters: false });
    expect(neither.times('media-penalties.impose-penalties')).toBe(0);
    expect(neither.over).toBe(true);
  });

  it('R11.8 报总部: the general manager rules, with the same fine', async () => {
    const dispute = await toRule();
    await dispute.complete('rule-dispute', { poorlyHandledBy: [], toHeadquarters: true });
    expect(dispute.task('rule-dispute').who).toEqual(['general-manager']);
    expect(dispute.times('media-penalties.issue-ruling')).toBe(0);
    await dispute.complete('rule-dispute', { poorlyHandledBy: [A], toHeadquarters: false });
    expect(dispute.did('media-penalties.impose-penalties').variables).toMatchObject({ penalties: F1(A) });
    expect(dispute.over).toBe(true);
  });

  it('R11.12 a complaint that names no store: the first task says which, and goes on with them', async () => {
    const dispute = await notSettled({
      complainingStoreId: null,
      respondentStoreId: B,
      parties: [],
      regionId: null,
    });
    expect(dispute.task('file-material').variables).toMatchObject({ complainingStoreId: A, regionId: REGION });
  });
});

everyFlowOf('inter-store-dispute');
