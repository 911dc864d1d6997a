import type { RankedStore } from '@huiying/contracts';
import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

/** Stores of a region in the order of their counted complaints. */
const ranked = (...counts: number[]): RankedStore[] =>
  counts.map((counted, index) => ({
    storeId: `FD0${index + 1}`,
    rank: 1 + counts.filter((other) => other > counted).length,
    counted,
  }));

/** The clock starts the ranking of a year; `tallies` are the answers of the counts, one after the other. */
async function due(...tallies: { stores: RankedStore[]; undetermined: number }[]) {
  let n = 0;
  const { it: ranking, common } = await run('brokerage', {
    'media-penalties.tally-complaints': () => tallies[Math.min(n++, tallies.length - 1)] ?? tallies[0]!,
    'media-penalties.impose-penalties': () => ({ penaltyNos: [] }),
  });
  await ranking.start('start-annual-ranking', {
    subjectNo: ranking.subjectNo,
    orgId: 'JJ01',
    orgType: 'brokerage',
    posts: common['posts'] ?? {},
    unitId: 'QY01',
    period: '2026',
    periodFrom: '2026-01-01',
    periodUntil: '2026-12-31',
    dueOn: '2026-12-31',
  });
  return ranking;
}

describe('annual-ranking', () => {
  it.each([
    ['9, 7, 7, 5', [9, 7, 7, 5], { FD01: 2000, FD02: 1500, FD03: 1500 }],
    ['9, 9, 4, 4', [9, 9, 4, 4], { FD01: 2000, FD02: 2000, FD03: 1000, FD04: 1000 }],
    ['two stores: two fines', [2, 1], { FD01: 2000, FD02: 1500 }],
  ] as const)(
    'R11.9 %s: one fine for each of the first three ranks, after the region’s head approved',
    async (_, counts, fined) => {
      const ranking = await due({ stores: ranked(...counts), undetermined: 0 });
      expect(ranking.did('media-penalties.tally-complaints').variables).toMatchObject({
        unitId: 'QY01',
        period: '2026',
      });
      expect(ranking.tasks).toEqual(['approve-ranking']);
      expect(ranking.task('approve-ranking').who).toEqual(['region-head']);
      expect(ranking.task('approve-ranking').headers).toMatchObject({ review: 'true', unit: '=unitId' });
      expect(ranking.times('media-penalties.impose-penalties')).toBe(0);
      await ranking.complete('approve-ranking', { approved: true });
      const { penalties, source } = ranking.did('media-penalties.impose-penalties').variables;
      expect(source).toBe(`ranking:${ranking.subjectNo}`);
      expect(penalties).toEqual(
        Object.entries(fined).map(([payer, amountYuan]) => ({ payer, amountYuan, kind: 'fine', ruleId: 'R11.9' })),
      );
      expect(ranking.did('media-penalties.publish-ranking').variables).toMatchObject({
        unitId: 'QY01',
        period: '2026',
      });
      expect(ranking.over).toBe(true);
    },
  );

  it('R11.9 no complaint in the year: nobody is fined, the ranking is published all the same', async () => {
    const ranking = await due({ stores: ranked(0, 0), undetermined: 0 });
    await ranking.complete('approve-ranking', { approved: true });
    expect(ranking.did('media-penalties.impose-penalties').variables).toMatchObject({ penalties: [] });
    expect(ranking.times('media-penalties.publish-ranking')).toBe(1);
  });

  it('R11.9 R11.3 undecided complaints are judged by the region first, then counted again', async () => {
    const ranking = await due({ stores: ranked(9, 4), undetermined: 3 }, { stores: ranked(6, 4), undetermined: 0 });
    expect(ranking.tasks).toEqual(['settle-open']);
    expect(ranking.task('settle-open').who).toEqual(['region-office']);
    await ranking.complete('settle-open');
    expect(ranking.times('media-penalties.tally-complaints')).toBe(2);
    expect(ranking.tasks).toEqual(['approve-ranking']);
    await ranking.complete('approve-ranking', { approved: true });
    expect(ranking.did('media-penalties.publish-ranking').variables).toMatchObject({
      stores: [
        { storeId: 'FD01', rank: 1, counted: 6 },
        { storeId: 'FD02', rank: 2, counted: 4 },
      ],
      fines: [
        { storeId: 'FD01', fineYuan: 2000 },
        { storeId: 'FD02', fineYuan: 1500 },
      ],
    });
  });

  it('R11.9 not approved: counted and ranked anew, nothing imposed before', async () => {
    const ranking = await due({ stores: ranked(3, 1), undetermined: 0 });
    await ranking.complete('approve-ranking', { approved: false });
    expect(ranking.times('media-penalties.tally-complaints')).toBe(2);
    expect(ranking.times('media-penalties.impose-penalties')).toBe(0);
    expect(ranking.tasks).toEqual(['approve-ranking']);
  });
});

everyFlowOf('annual-ranking');
