import type { JsonObject } from '@huiying/engine';
import { scenario } from './scenario.js';
import type { Workers } from './process-run.js';

const { run, everyFlowOf } = scenario();

const OTHERS = Array.from({ length: 11 }, (_, index) => `FD${String(index + 2).padStart(2, '0')}`);
const NEWSPAPER: JsonObject = {
  ourStore: true,
  medium: 'newspaper',
  publishedOn: '2026-03-02',
  storeId: 'FD01',
  byCustomer: true,
  about: 'service',
};
const TRUE_CLARIFICATION = { sameLevel: true, inTime: true, disproved: true };

async function exposure(stores: string[] = OTHERS) {
  const workers: Workers = {
    'media-penalties.confirm-exposure': () => ({
      otherStores: stores.length,
      payees: stores,
      linkedCaseNo: 'TS-JJ01-20260302-0001',
    }),
    'media-penalties.impose-penalties': () => ({ penaltyNos: ['CF-JJ01-20260308-0001'] }),
  };
  const { it: media, caseNo } = await run('brokerage', workers);
  const exposureNo = caseNo.replace('TS', 'BG');
  const variables = { subjectNo: exposureNo, orgId: 'JJ01', orgType: 'brokerage', storeId: null, regionId: 'JJ01-QY1' };
  await media.publish('start-media-exposure', variables, exposureNo, 0);
  return { media, exposureNo };
}

describe('media-exposure', () => {
  it('R11.4 checked by the region, answered by the exposed store within five days of publication', async () => {
    const { media, exposureNo } = await exposure();
    const check = media.task('check-exposure');
    expect(check.who).toEqual(['region-office']);
    // While no store is known the task is that region's which reads the exposure.
    expect([check.headers['unit'], check.variables['regionId']]).toEqual(['=regionId', 'JJ01-QY1']);
    await media.complete('check-exposure', NEWSPAPER);
    expect(media.times('media-penalties.notify-exposure')).toBe(1);
    const task = media.task('answer-exposure');
    expect(task.who).toEqual(['store-manager']);
    expect(task.headers).toMatchObject({ deadlineRule: 'R11.4', deadlineFrom: 'publishedOn', review: 'true' });
    expect(task.variables).toMatchObject({ publishedOn: '2026-03-02', storeId: 'FD01', subjectNo: exposureNo });
    expect(task.variables).not.toHaveProperty('caseNo');
  });

  it('R11.4 clarified on 7 March in the same paper: cleared, no fine', async () => {
    const { media } = await exposure();
    await media.complete('check-exposure', NEWSPAPER);
    await media.complete('answer-exposure', { disputed: true });
    expect(media.task('judge-clarification').who).toEqual(['region-office']);
    await media.complete('judge-clarification', TRUE_CLARIFICATION);
    expect(media.times('media-penalties.clear-exposure')).toBe(1);
    expect(media.times('media-penalties.confirm-exposure')).toBe(0);
    expect(media.times('media-penalties.impose-penalties')).toBe(0);
    expect(media.over).toBe(true);
  });

  it.each([
    ['clarified on 8 March', { ...TRUE_CLARIFICATION, inTime: false }],
    ['clarified on 5 March in a lower-level paper', { ...TRUE_CLARIFICATION, sameLevel: false }],
    ['not disproved', { ...TRUE_CLARIFICATION, disproved: false }],
  ])('R11.4 R11.5 %s: counts as true', async (_, judged) => {
    const { media } = await exposure();
    await media.complete('check-exposure', NEWSPAPER);
    await media.complete('answer-exposure', { disputed: true });
    await media.complete('judge-clarification', judged);
    expect(media.did('media-penalties.confirm-exposure').variables).toMatchObject({ disputed: true });
    expect(media.value('totalYuan')).toBe(1100);
  });

  it('R11.4 R11.5 silent until the end of 7 March: counts as true, twelve stores pay 1,100 to the other eleven', async () => {
    const { media, exposureNo } = await exposure();
    await media.complete('check-exposure', NEWSPAPER);
    await media.reach('R11.4', exposureNo);
    expect(media.tasks).toEqual([]);
    expect(media.did('media-penalties.confirm-exposure').variables).not.toHaveProperty('disputed');
    expect(media.did('media-penalties.impose-penalties').variables).toMatchObject({
      penalties: [{ payer: 'store', amountYuan: 1100, kind: 'fine', ruleId: 'R11.5' }],
      source: `exposure:${exposureNo}`,
      storeId: 'FD01',
      caseNo: 'TS-JJ01-20260302-0001',
      payees: OTHERS,
    });
    expect(media.over).toBe(true);
  });

  it('R11.6 television, admitted: 2,200 to the other eleven', async () => {
    const { media } = await exposure();
    await media.complete('check-exposure', { ...NEWSPAPER, medium: 'television', about: 'violation' });
    await media.complete('answer-exposure', { disputed: false });
    expect(media.did('media-penalties.confirm-exposure').variables).toMatchObject({ disputed: false });
    expect(media.did('media-penalties.impose-penalties').variables).toMatchObject({
      penalties: [{ payer: 'store', amountYuan: 2200, kind: 'fine', ruleId: 'R11.6' }],
    });
    expect(media.over).toBe(true);
  });

  it('R11.6 television, cleared: nothing', async () => {
    const { media } = await exposure();
    await media.complete('check-exposure', { ...NEWSPAPER, medium: 'television' });
    await media.complete('answer-exposure', { disputed: true });
    await media.complete('judge-clarification', TRUE_CLARIFICATION);
    expect(media.times('media-penalties.impose-penalties')).toBe(0);
    expect(media.over).toBe(true);
  });

  it.each([
    ['brought up by no customer', { byCustomer: false }, OTHERS],
    ['about neither service nor violation', { about: 'other' }, OTHERS],
    ['online, which the source does not name', { medium: 'online' }, OTHERS],
    ['a company with one store', {}, []],
  ])('R11.5 R11.6 %s: counts as true, 0, no notice', async (_, change, stores) => {
    const { media } = await exposure(stores);
    await media.complete('check-exposure', { ...NEWSPAPER, ...change });
    await media.complete('answer-exposure', { disputed: false });
    expect(media.times('media-penalties.confirm-exposure')).toBe(1);
    expect(media.value('totalYuan')).toBe(0);
    expect(media.times('media-penalties.impose-penalties')).toBe(0);
    expect(media.over).toBe(true);
  });

  it('R11.4 no store of ours: it ends with the check', async () => {
    const { media } = await exposure();
    await media.complete('check-exposure', { ...NEWSPAPER, ourStore: false, storeId: null });
    expect(media.times('media-penalties.notify-exposure')).toBe(0);
    expect(media.went('media-exposure/not-ours')).toBe(true);
    expect(media.over).toBe(true);
  });
});

everyFlowOf('media-exposure');
