import type { ReportTable } from '@huiying/contracts';
import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node';

/** access.md §7; the full-width signs are read as formulas by Chinese spreadsheets. */
const FORMULA_STARTS = '=+-@＝＋－＠\t\r\n\0';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PERCENT = /^(\d+(?:\.\d+)?)%$/;
const WIDEST = 60;
const LONGEST_SHEET_NAME = 31;

/** A text that a spreadsheet would read as a formula, if it were typed in again, begins with an apostrophe. */
export function safeCell(text: string): string {
  return text !== '' && FORMULA_STARTS.includes(text.charAt(0)) ? `'${text}` : text;
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
      table.columns.map((column) => ({ ...text(column, true), backgroundColor: '#EEF2F7' })),
      ...(table.rows.length === 0 ? [[text('本期没有这类记录。', false)]] : []),
      ...table.rows.map((row): Row => row.map((value) => cellOf(value))),
    ],
  }));
  return writeXlsxFile(sheets, { fontFamily: '等线', fontSize: 11 }).toBuffer();
}

function cellOf(value: string | number | null): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'number') return { type: Number, value, format: Number.isInteger(value) ? '#,##0' : '#,##0.00' };
  const share = PERCENT.exec(value)?.[1];
  if (share !== undefined) return { type: Number, value: Number(share) / 100, format: '0.0%' };
  // Midnight in UTC is the day itself in the file, whatever zone it is opened in.
  if (DAY.test(value)) return { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'yyyy-mm-dd' };
  return value === '—' ? { ...text(value, false), align: 'right' } : text(value, false);
}

/** Always of type text: nothing that a cell says is ever computed. */
function text(value: string, bold: boolean): CellObject {
  const long = charactersOf(value) > WIDEST || value.includes('\n');
  return {
    type: String,
    value: safeCell(value),
    ...(bold ? { fontWeight: 'bold' as const } : {}),
    ...(long ? { wrap: true, alignVertical: 'top' as const } : {}),
  };
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
  return Math.min(Math.max(longest + 2, 8), WIDEST);
}

function charactersOf(value: string): number {
  return [...value].reduce(
    (sum, character) => sum + (/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1),
    0,
  );
}
