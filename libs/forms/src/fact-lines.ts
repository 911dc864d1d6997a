/** What a read-only field shows while nothing was recorded. */
export const NO_RECORD = '（暂无记录）';

/** Pure: `label：value`, one line a fact, for every value that is there; '' where none is. */
export function factLines(...entries: [label: string, value: string | null][]): string {
  return entries
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n');
}
