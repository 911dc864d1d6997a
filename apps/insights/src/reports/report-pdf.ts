import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ReportTable } from '@huiying/contracts';
import PdfDocument from 'pdfkit';

/** A text of a report under its own heading. */
interface PdfText {
  title: string;
  text: string;
}

export interface PdfReport {
  title: string;
  /** Unit, period, who compiled it, when. */
  lines: readonly string[];
  texts: readonly PdfText[];
  tables: readonly ReportTable[];
  /** Moment that the file says it was made. */
  at: Date;
}

const MARGIN = 48;
const FOOT = 28;
const SIZE = { title: 18, heading: 12, text: 10.5, table: 9 };
const CELL = { padX: 4, padY: 3 };
/** A table of few columns stays this narrow, so that a figure stands near what it counts. */
const NARROW = { columns: 3, share: 0.6 };
const TEXT = '#1F2937';
const LINE = '#7A869A';
const HEAD = '#EEF2F7';

/** Read once: about eight megabytes each, of which a file carries the characters that it uses. */
let fonts: { regular: Buffer; bold: Buffer } | undefined;
function readFonts() {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
  fonts ??= {
    regular: readFileSync(join(folder, 'NotoSansHans-Regular.otf')),
    bold: readFileSync(join(folder, 'NotoSansHans-Bold.otf')),
  };
  return fonts;
}

/** A4; wide tables upright on a landscape page. The header row of a table stands again on each of its pages; pages are numbered. */
export async function reportPdf(report: PdfReport): Promise<Buffer> {
  const doc = new PdfDocument({
    ...sheet('portrait'),
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: report.title, Creator: '回应', Producer: '回应', CreationDate: report.at, ModDate: report.at },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve());
    doc.on('error', reject);
  });
  const { regular, bold } = readFonts();
  doc.registerFont('regular', regular).registerFont('bold', bold);
  doc.fillColor(TEXT).font('bold').fontSize(SIZE.title).text(report.title, { align: 'center' }).moveDown(0.5);
  doc.font('regular').fontSize(SIZE.text);
  for (const line of report.lines) doc.text(line, { align: 'center' });
  for (const { title, text } of report.texts) {
    heading(doc, title);
    doc.font('regular').fontSize(SIZE.text).text(text, { lineGap: 4 });
  }
  for (const table of report.tables) drawTable(doc, table);
  numberPages(doc, report.title);
  doc.end();
  await finished;
  return Buffer.concat(chunks);
}

type Doc = InstanceType<typeof PdfDocument>;

/** @param below height of what must stand on the same page: a heading is never left alone at the foot */
function heading(doc: Doc, title: string, below = 40): void {
  doc.font('bold').fontSize(SIZE.heading);
  if (doc.y + 2.5 * doc.currentLineHeight(true) + below > bottomOf(doc)) doc.addPage(sheetOf(doc));
  if (doc.y > MARGIN) doc.moveDown(1);
  doc.fillColor(TEXT).text(title, MARGIN, doc.y).moveDown(0.3);
}

function drawTable(doc: Doc, { title, columns, rows }: ReportTable): void {
  if (rows.length === 0) {
    heading(doc, title);
    doc.font('regular').fontSize(SIZE.text).text('本期没有这类记录。');
    return;
  }
  const layout = columns.length > 6 ? 'landscape' : 'portrait';
  if (doc.page.layout !== layout) doc.addPage(sheet(layout));
  const body = rows.map((row) => row.map((value) => (value === null ? '—' : String(value))));
  const grid = { widths: columnWidths(doc, columns, rows), right: columns.map((_, n) => isFigures(rows, n)) };
  heading(doc, title, heightOf(doc, columns, grid.widths) + heightOf(doc, body[0] ?? [], grid.widths));
  drawRow(doc, columns, grid, 'head');
  for (const cells of body) {
    if (doc.y + heightOf(doc, cells, grid.widths) > bottomOf(doc)) {
      doc.addPage(sheetOf(doc));
      drawRow(doc, columns, grid, 'head');
    }
    drawRow(doc, cells, grid, 'body');
  }
}

interface Grid {
  widths: readonly number[];
  /** Columns of figures stand to the right. */
  right: readonly boolean[];
}

function drawRow(doc: Doc, cells: readonly string[], { widths, right }: Grid, part: 'head' | 'body'): void {
  doc.font(part === 'head' ? 'bold' : 'regular').fontSize(SIZE.table);
  const height = heightOf(doc, cells, widths);
  const top = doc.y;
  let left = MARGIN;
  for (const [n, cell] of cells.entries()) {
    const width = widths[n] ?? 0;
    doc.lineWidth(0.5).rect(left, top, width, height);
    if (part === 'head') doc.fillAndStroke(HEAD, LINE);
    else doc.stroke(LINE);
    const align = right[n] ? 'right' : 'left';
    doc.fillColor(TEXT).text(cell, left + CELL.padX, top + CELL.padY, { width: width - 2 * CELL.padX, align });
    left += width;
  }
  doc.x = MARGIN;
  doc.y = top + height;
}

/** Numbers, percentages and dashes in every row, and a number at least once. */
function isFigures(rows: ReportTable['rows'], n: number): boolean {
  const values = rows.map((row) => row[n] ?? '—');
  const figures = values.every((value) => typeof value === 'number' || /^(—|[\d.]+%)$/.test(value));
  return figures && values.some((value) => value !== '—');
}

function heightOf(doc: Doc, cells: readonly string[], widths: readonly number[]): number {
  doc.fontSize(SIZE.table);
  const heights = cells.map((cell, n) => doc.heightOfString(cell, { width: (widths[n] ?? 0) - 2 * CELL.padX }));
  return Math.max(...heights) + 2 * CELL.padY;
}

/** Each column as wide as its longest cell, squeezed in proportion where the page is too narrow. */
function columnWidths(doc: Doc, columns: readonly string[], rows: ReportTable['rows']): number[] {
  doc.font('bold').fontSize(SIZE.table);
  const share = columns.length <= NARROW.columns ? NARROW.share : 1;
  const available = (doc.page.width - 2 * MARGIN) * share;
  const wanted = columns.map((column, n) => {
    const texts = [column, ...rows.slice(0, 200).map((row) => String(row[n] ?? '—'))];
    return Math.min(Math.max(...texts.map((text) => doc.widthOfString(text))) + 2 * CELL.padX + 2, available / 2);
  });
  const sum = wanted.reduce((total, width) => total + width, 0);
  return wanted.map((width) => (width / sum) * available);
}

/** Another page like this one. */
function sheetOf(doc: Doc) {
  return sheet(doc.page.layout === 'landscape' ? 'landscape' : 'portrait');
}

function sheet(layout: 'portrait' | 'landscape') {
  return { size: 'A4', layout, margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT } };
}

function bottomOf(doc: Doc): number {
  return doc.page.height - MARGIN - FOOT;
}

/** 第 2 页，共 5 页, and what the page belongs to. */
function numberPages(doc: Doc, title: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(start + page);
    doc.page.margins.bottom = 0; // the foot stands in the margin; else writing there would begin a page
    const y = doc.page.height - MARGIN;
    const width = doc.page.width - 2 * MARGIN;
    doc.font('regular').fontSize(SIZE.table).fillColor('#4B5563');
    doc.text(title, MARGIN, y, { width, align: 'left', lineBreak: false });
    doc.text(`第 ${page + 1} 页，共 ${count} 页`, MARGIN, y, { width, align: 'right', lineBreak: false });
  }
}
