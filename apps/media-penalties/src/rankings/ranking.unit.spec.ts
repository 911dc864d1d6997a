import fc from 'fast-check';
import { rankStores } from './ranking.js';

const ranksOf = (...counts: number[]) =>
  rankStores(new Map(counts.map((counted, index) => [`S${index}`, counted]))).map(({ rank, counted }) => [
    counted,
    rank,
  ]);

describe('ranks of a year', () => {
  it('R11.9 equal counts share a rank, the ranks behind them move on', () => {
    expect(ranksOf(9, 7, 7, 5)).toEqual([
      [9, 1],
      [7, 2],
      [7, 2],
      [5, 4],
    ]);
    expect(ranksOf(9, 9, 4, 4).map(([, rank]) => rank)).toEqual([1, 1, 3, 3]);
  });

  it('R11.9 a region without stores has no ranking, one without complaints only first places', () => {
    expect(ranksOf()).toEqual([]);
    expect(ranksOf(0, 0).map(([, rank]) => rank)).toEqual([1, 1]);
  });

  it('R11.9 whatever the counts: more complaints, better rank; as many stores are in front as have more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }), (counts) => {
        const ranked = rankStores(new Map(counts.map((counted, index) => [`S${index}`, counted])));
        expect(ranked).toHaveLength(counts.length);
        for (const { counted, rank } of ranked) {
          expect(rank).toBe(1 + ranked.filter((other) => other.counted > counted).length);
        }
      }),
    );
  });
});
