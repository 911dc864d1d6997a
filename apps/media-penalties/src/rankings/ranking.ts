import type { RankedStore } from '@huiying/contracts';
import type { Day } from '@huiying/working-time';

/** A complaint, or where they count a dispute, against a store in the year of a ranking. */
export interface TalliedCase {
  no: string;
  storeId: string;
  receivedOn: Day;
  malicious: boolean;
}

/** Pure: stores in the order of their rank. Equal counts have equal rank, the ranks behind them move on (R11.9). */
export function rankStores(counts: ReadonlyMap<string, number>): RankedStore[] {
  const all = [...counts.values()];
  return [...counts]
    .map(([storeId, counted]) => ({ storeId, counted, rank: 1 + all.filter((other) => other > counted).length }))
    .sort((a, b) => a.rank - b.rank || a.storeId.localeCompare(b.storeId));
}
