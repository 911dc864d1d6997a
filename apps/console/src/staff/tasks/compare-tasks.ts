import type { TaskPage, TaskSummary } from '@huiying/contracts';

const NOTHING = { added: 0, gone: new Set<string>() };

/** Pure: how many tasks the newer first page has that the list lacks, and which rows it no longer has. */
export function compareTasks(
  rows: readonly TaskSummary[],
  now: TaskPage | undefined,
  more: boolean,
): { added: number; gone: ReadonlySet<string> } {
  if (!now) return NOTHING;
  const known = new Set(rows.map((row) => row.id));
  const added = now.items.filter((item) => !known.has(item.id)).length;
  // A page that is not the whole list says nothing about the rows behind it.
  if (now.next || more) return { added: 0, gone: NOTHING.gone };
  const still = new Set(now.items.map((item) => item.id));
  return { added, gone: new Set(rows.filter((row) => !still.has(row.id)).map((row) => row.id)) };
}
