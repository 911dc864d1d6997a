/** What a read-only field shows while nothing was recorded. */
export const NO_RECORD = '（暂无记录）';

/** A fact as a read-only field shows it: `label：value`; not shown where there is no value. */
export type Fact = readonly [label: string, value: string | null];

/** Pure: `label：value`, one line a fact, for every value that is there; '' where none is. */
export function factLines(...facts: Fact[]): string {
  return facts
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n');
}

/** Pure: the same for a field of its own, which says that there is no record where no value is. */
export function factSheet(...facts: Fact[]): string {
  return factLines(...facts) || NO_RECORD;
}
