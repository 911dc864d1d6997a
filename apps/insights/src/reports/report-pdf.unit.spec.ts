import { writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { reportPdf } from './report-pdf.js';
import readXlsxFile from 'read-excel-file/node';
import { reportXlsx, safeCell } from './report-xlsx.js';

const AT = new Date('2026-03-31T10:00:00+08:00');
const cases = Array.from({ length: 90 }, (_, n) => [
  `TS-FH01-20260302-${String(n + 1).padStart(4, '0')}`,
  '2026-03-02',
  '和居青柠里项目公司',
  '工程质量',
  '一般',
  n % 7 === 0 ? '翡翠湾二期樾澜苑' : '石榴湾',
  '已答复',
  '否',
]);

/** Streams of the file, inflated where they are. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return body;
    }
  });
}

/** What the embedded fonts say their glyphs mean: every character that the file shows. */
function charactersOf(pdf: Buffer): string {
  const maps = streamsOf(pdf).filter((stream) => stream.includes('beginbfrange') || stream.includes('beginbfchar'));
  const codes = maps.flatMap((map) =>
    [...map.matchAll(/<([0-9a-f]{4,8})>/gi)].map(([, hex]) => parseInt(hex ?? '0', 16)),
  );
  return codes.map((code) => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '')).join('');
}

/** Ends of the lines of a page's tables, as the file draws them: `re` = a cell's box. */
function boxesOf(stream: string): { x: number; y: number; width: number; height: number }[] {
  return [...stream.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map(([, x, y, width, height]) => ({
    ...{ x: Number(x), y: Number(y) },
    ...{ width: Number(width), height: Number(height) },
  }));
}

describe('tables of a report as PDF', () => {
  const lines = (count: number) => Array.from({ length: count }, () => '一行').join('\n');
  const table = { title: '按单位', columns: ['单位', '件数'], rows: [['和居青柠里项目公司', 3]] };
  const pagesOf = async (text: string, tables: object[]) => {
    const said = { title: '报告', lines: ['期间：2026 年 3 月'], texts: [{ title: '分析', text }], at: AT };
    const pdf = await reportPdf({ ...said, tables: tables as never });
    return streamsOf(pdf).filter((stream) => stream.includes(' Tf') && stream.includes('TJ'));
  };

  it('R07.9 a heading or a header row is never left alone at the foot of a page, wherever the text before it ends', async () => {
    for (let count = 24; count <= 34; count++) {
      const pages = await pagesOf(lines(count), [table]);
      // Two cells of the header and two of the row stand on the same page.
      expect(pages.map((page) => boxesOf(page).length).filter((boxes) => boxes > 0)).toEqual([4]);
    }
  });

  it('R07.9 an empty wide list takes no landscape page of its own, and says that there is nothing', async () => {
    const columns = ['编号', '收到日期', '单位', '类别', '级别', '项目', '状态', '超期'];
    expect(await pagesOf('本月没有投诉。', [{ title: '投诉清单', columns, rows: [] }])).toHaveLength(1);
  });
});

describe('a report as PDF', () => {
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await reportPdf({
      title: '和居青柠里项目公司客户投诉报告',
      lines: ['期间：2026 年 3 月（2026-03-01 至 2026-03-31）', '编制：销售主办　送达：2026-03-31 10:00'],
      texts: [{ title: '分析', text: '本月以渗水为主，集中在翡翠湾。\n外墙 12 件，卫生间 4 件。' }],
      tables: [
        {
          title: '总体情况',
          columns: ['指标', '数值'],
          rows: [
            ['投诉件数', 90],
            ['满意率', null],
          ],
        },
        { title: '按原因', columns: ['原因', '件数'], rows: [] },
        {
          title: '投诉清单',
          columns: ['编号', '收到日期', '单位', '类别', '级别', '项目', '状态', '超期'],
          rows: cases,
        },
      ],
      at: AT,
    });
    if (process.env['REPORT_PDF']) writeFileSync(process.env['REPORT_PDF'], pdf);
  });
  const text = () => pdf.toString('latin1');

  it('R07.9 carries its Chinese font, cut down to the characters that it uses', () => {
    expect(text()).toMatch(/\/FontFile3/);
    expect(text()).toMatch(/\/FontName \/[A-Z]{6}\+NotoSans/);
    expect(pdf.length).toBeLessThan(200_000);
    const shown = charactersOf(pdf);
    for (const character of '和居青柠里客户投诉报告翡翠湾樾澜页共第') expect(shown).toContain(character);
  });

  it('R07.9 has its title, and a list of ninety cases on several numbered pages', () => {
    const pages = text().match(/\/Type \/Page\b(?!s)/g) ?? [];
    expect(pages.length).toBeGreaterThan(3);
    expect(text()).toContain('/Lang (zh-CN)');
    expect(text()).toContain('/DisplayDocTitle true');
    const title = Buffer.from('客户投诉报告', 'utf16le').swap16();
    expect(pdf.includes(title)).toBe(true);
  });

  it('R07.9 the header row of a table stands on each of its pages', () => {
    // The ground of a header cell is drawn eight times on each page of the list, twice for the summary.
    const heads = streamsOf(pdf).map((stream) => stream.match(/0\.9\d+ 0\.9\d+ 0\.9\d+ scn/g)?.length ?? 0);
    const pages = heads.filter((count) => count > 0);
    expect(pages.length).toBeGreaterThan(2);
  });
});

it.each([
  ['=1+1', `'=1+1`],
  ['+86', `'+86`],
  ['-', `'-`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['\0=1', `'\0=1`],
  ['＝1+1', `'＝1+1`],
  ['＠SUM(A1)', `'＠SUM(A1)`],
  ['', ''],
  ['翡翠湾', '翡翠湾'],
  ['2026-03-02', '2026-03-02'],
])('R07.9 a cell that says %j is kept as %j', (given, kept) => expect(safeCell(given)).toBe(kept));

it('R07.9 in the workbook a day is a day, a percentage a percentage, a number a number; an empty table says so', async () => {
  const columns = ['收到日期', '按时答复率', '件数', '项目'];
  const tables = [
    { title: '总体', columns, rows: [['2026-03-02', '91.7%', 1200, '=1+1']] },
    { title: '按原因', columns: ['原因', '件数'], rows: [] },
  ];
  const [full, empty] = await readXlsxFile(await reportXlsx(['报告'], tables));
  expect(full?.data[2]).toEqual([new Date('2026-03-02T00:00:00Z'), 0.917, 1200, `'=1+1`]);
  expect(empty?.data.slice(1)).toEqual([
    ['原因', '件数'],
    ['本期没有这类记录。', null],
  ]);
});
