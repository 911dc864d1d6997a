import type { RankedStore } from '@huiying/contracts';

/** Pure: stores in the order of their rank. Equal counts have equal rank, the ranks behind them move on (R11.9). */
export function rankStores(counts: ReadonlyMap<string, number>): RankedStore[] {
  const all = [...counts.values()];
  return [...counts]
    .map(([storeId, counted]) => ({ storeId, counted, rank: 1 + all.filter((other) => other > counted).length }))
    .sort((a, b) => a.rank - b.rank || a.storeId.localeCompare(b.storeId));
}
