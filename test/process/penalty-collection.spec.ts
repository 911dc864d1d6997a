import type { JsonObject } from '@huiying/engine';
import { scenario } from './scenario.js';
import type { Workers } from './process-run.js';

const { run, everyFlowOf } = scenario();

/** A clock's chases: counted by the worker, handed to the region from the third on. Paid with the so-many-th payment. */
function workers(payments: number): Workers {
  let chases = 0;
  let paid = 0;
  return {
    'media-penalties.chase-payment': () => ({ chases: ++chases, chasesBeforeRegion: 3 }),
    'media-penalties.record-payment': () => ({ paidInFull: ++paid >= payments }),
  };
}

async function collection(more: JsonObject = {}, payments = 1) {
  const { it: penalty, caseNo } = await run('brokerage', workers(payments));
  const penaltyNo = caseNo.replace('TS', 'CF');
  const variables = { subjectNo: penaltyNo, orgId: 'JJ01', orgType: 'brokerage', storeId: 'FD01', hasPayees: false };
  await penalty.publish('start-penalty-collection', { ...variables, ...more }, penaltyNo, 0);
  return { penalty, penaltyNo };
}

describe('penalty-collection', () => {
  it('R11.7 the notice starts the limit; paid on time: settled', async () => {
    const { penalty, penaltyNo } = await collection();
    expect(penalty.did('media-penalties.issue-notice').headers).toMatchObject({ limits: 'R11.7' });
    const task = penalty.task('confirm-payment');
    expect(task.who).toEqual(['finance']);
    expect(task.headers).toMatchObject({ deadlineRule: 'R11.7' });
    expect(task.variables).toMatchObject({ subjectNo: penaltyNo, storeId: 'FD01' });
    expect(task.variables).not.toHaveProperty('caseNo');
    await penalty.complete('confirm-payment');
    expect(penalty.times('media-penalties.settle-penalty')).toBe(1);
    expect(penalty.times('media-penalties.chase-payment')).toBe(0);
    expect(penalty.over).toBe(true);
  });

  it('R11.7 unpaid: chased with a new limit each time, the third chase goes to the region; paying ends it', async () => {
    const { penalty, penaltyNo } = await collection();
    await penalty.reach('R11.7', penaltyNo);
    expect(penalty.did('media-penalties.chase-payment').headers).toMatchObject({ limits: 'R11.7' });
    expect(penalty.tasks).toEqual(['confirm-payment']);
    await penalty.reach('R11.7', penaltyNo);
    expect(penalty.tasks).toEqual(['confirm-payment']);
    await penalty.reach('R11.7', penaltyNo);
    expect(penalty.times('media-penalties.chase-payment')).toBe(3);
    expect(penalty.tasks).toEqual(['confirm-payment', 'collect-by-region']);
    expect(penalty.task('collect-by-region').who).toEqual(['region-head']);
    await penalty.complete('collect-by-region');
    expect(penalty.tasks).toEqual(['confirm-payment']);
    await penalty.complete('confirm-payment');
    expect(penalty.over).toBe(true);
  });

  it('R11.7 paid in parts: each goes on the ledger, the rest is confirmed and chased until it is paid', async () => {
    const { penalty, penaltyNo } = await collection({ hasPayees: true }, 3);
    await penalty.complete('confirm-payment');
    expect(penalty.times('media-penalties.record-payment')).toBe(1);
    expect(penalty.tasks).toEqual(['confirm-payment']);
    expect(penalty.task('confirm-payment').headers).toMatchObject({ deadlineRule: 'R11.7' });
    await penalty.reach('R11.7', penaltyNo);
    expect(penalty.times('media-penalties.chase-payment')).toBe(1);
    await penalty.complete('confirm-payment');
    expect(penalty.tasks).toEqual(['confirm-payment']);
    await penalty.reach('R11.7', penaltyNo);
    await penalty.reach('R11.7', penaltyNo);
    expect(penalty.tasks).toEqual(['confirm-payment', 'collect-by-region']);
    await penalty.complete('confirm-payment');
    expect(penalty.tasks).toEqual(['collect-by-region', 'pass-on']);
    expect(penalty.times('media-penalties.record-payment')).toBe(3);
    expect(penalty.times('media-penalties.settle-penalty')).toBe(0);
    await penalty.complete('pass-on');
    await penalty.complete('collect-by-region');
    expect(penalty.times('media-penalties.settle-penalty')).toBe(1);
    expect(penalty.over).toBe(true);
  });

  it('R11.7 revoked with a part paid: the rest is no longer asked for', async () => {
    const { penalty, penaltyNo } = await collection({}, 2);
    await penalty.complete('confirm-payment');
    await penalty.publish('penalty-revoked', {}, penaltyNo);
    expect(penalty.tasks).toEqual([]);
    expect(penalty.over).toBe(true);
  });

  it('R11.7 the region still at it: paying settles, the region’s word ends the instance', async () => {
    const { penalty, penaltyNo } = await collection();
    for (let chase = 0; chase < 3; chase += 1) await penalty.reach('R11.7', penaltyNo);
    await penalty.complete('confirm-payment');
    expect(penalty.times('media-penalties.settle-penalty')).toBe(1);
    expect(penalty.tasks).toEqual(['collect-by-region']);
    await penalty.complete('collect-by-region');
    expect(penalty.over).toBe(true);
  });

  it('R11.5 R11.6 R11.7 a media fine is passed on to the other stores before it is settled', async () => {
    const { penalty } = await collection({ hasPayees: true });
    await penalty.complete('confirm-payment');
    expect(penalty.tasks).toEqual(['pass-on']);
    expect(penalty.task('pass-on').who).toEqual(['finance']);
    expect(penalty.times('media-penalties.settle-penalty')).toBe(0);
    await penalty.complete('pass-on');
    expect(penalty.times('media-penalties.settle-penalty')).toBe(1);
    expect(penalty.over).toBe(true);
  });

  it('R11.7 revoked before payment: the collection ends, nothing is refunded', async () => {
    const { penalty, penaltyNo } = await collection();
    await penalty.publish('penalty-revoked', {}, penaltyNo);
    expect(penalty.tasks).toEqual([]);
    expect(penalty.over).toBe(true);
    expect(penalty.times('media-penalties.settle-penalty')).toBe(0);
    expect(penalty.went('penalty-collection/refund')).toBe(false);
  });

  it('R11.7 revoked while the region collects: both tasks go', async () => {
    const { penalty, penaltyNo } = await collection();
    for (let chase = 0; chase < 3; chase += 1) await penalty.reach('R11.7', penaltyNo);
    await penalty.publish('penalty-revoked', {}, penaltyNo);
    expect(penalty.tasks).toEqual([]);
    expect(penalty.over).toBe(true);
  });

  it('R11.7 revoked after payment: one refund task, which the revocation of the collection does not end', async () => {
    const { penalty, penaltyNo } = await collection({ hasPayees: true });
    await penalty.complete('confirm-payment');
    const subjectNo = `${penaltyNo}:refund`;
    const variables = { subjectNo, orgId: 'JJ01', orgType: 'brokerage', storeId: 'FD01' };
    await penalty.publish('start-penalty-refund', variables, subjectNo, 0);
    await penalty.publish('penalty-revoked', {}, penaltyNo);
    expect(penalty.tasks).toEqual(['refund']);
    // A second start of the same refund does nothing while it runs.
    await penalty.publish('start-penalty-refund', variables, subjectNo, 0);
    expect(penalty.tasks).toEqual(['refund']);
    expect(penalty.task('refund').who).toEqual(['finance']);
    expect(penalty.task('refund').variables).toMatchObject({ subjectNo });
    await penalty.complete('refund');
    expect(penalty.tasks).toEqual([]);
    expect(penalty.went('penalty-collection/refunded')).toBe(true);
    expect(penalty.times('media-penalties.settle-penalty')).toBe(0);
  });
});

everyFlowOf('penalty-collection');
