import type { ReportTable } from '@huiying/contracts';
import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node';

const FORMULA_START = /^[=+\-@\t\r]/;
const LONGEST_SHEET_NAME = 31;

/** A text that a spreadsheet would read as a formula, if it were typed in again, begins with an apostrophe. */
export function safeCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** One sheet a table; title and heading lines above it, the header row stays in view. */
export async function reportXlsx(heading: readonly string[], tables: readonly ReportTable[]): Promise<Buffer> {
  const names = new Set<string>();
  const sheets = tables.map((table) => ({
    sheet: sheetName(table.title, names),
    ...(table.columns.length > 4 ? { orientation: 'landscape' as const } : {}),
    stickyRowsCount: heading.length + 1,
    columns: table.columns.map((column, n) => ({
      width: widthOf(
        column,
        table.rows.map((row) => row[n] ?? null),
      ),
    })),
    data: [
      ...heading.map((line, n): Row => [text(line, n === 0)]),
      table.columns.map((column) => text(column, true)),
      ...table.rows.map((row): Row => row.map((value) => cellOf(value))),
    ],
  }));
  return writeXlsxFile(sheets, { fontFamily: '等线', fontSize: 11 }).toBuffer();
}

function cellOf(value: string | number | null): CellObject | null {
  if (value === null) return null;
  return typeof value === 'number' ? { type: Number, value } : text(value, false);
}

/** Always of type text: nothing that a cell says is ever computed. */
function text(value: string, bold: boolean): CellObject {
  return { type: String, value: safeCell(value), ...(bold ? { fontWeight: 'bold' as const } : {}) };
}

function sheetName(title: string, names: Set<string>): string {
  const bare = title.replace(/[\\/?*[\]:]/g, ' ').slice(0, LONGEST_SHEET_NAME);
  const name = names.has(bare) ? `${bare.slice(0, LONGEST_SHEET_NAME - 3)} ${names.size + 1}` : bare;
  names.add(name);
  return name;
}

/** In characters; a Chinese one takes two. */
function widthOf(column: string, values: readonly (string | number | null)[]): number {
  const longest = Math.max(...[column, ...values].map((value) => charactersOf(String(value ?? ''))));
  return Math.min(Math.max(longest + 2, 8), 60);
}

function charactersOf(value: string): number {
  return [...value].reduce(
    (sum, character) => sum + (/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1),
    0,
  );
}
