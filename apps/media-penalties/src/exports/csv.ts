/** Head of a column and what stands in it. */
export type Column<T> = readonly [head: string, value: (row: T) => string];

/** What a spreadsheet takes for a formula, full width included (access.md §7). */
const FORMULA = /^[=+\-@＝＋－＠\t\r\0]/u;

/** Pure: RFC 4180 with a BOM, so that spreadsheets read Chinese; a cell that looks like a formula stays text. */
export function csvOf<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const lines = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, value]) => value(row)))];
  return `\uFEFF${lines.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
