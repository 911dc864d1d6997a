import { createHash } from 'node:crypto';
import type { ReportList } from '@huiying/contracts';
import readXlsxFile from 'read-excel-file/node';
import { Insights } from '../testing/insights-harness.js';
import { reportsDesk } from '../testing/reports-desk.js';

let insights: Insights;
beforeAll(async () => {
  insights = await Insights.open('2026-03-31T10:00:00+08:00');
});
afterAll(() => insights.stop());
beforeEach(async () => {
  await insights.clear();
  insights.clock.set('2026-03-31T10:00:00+08:00');
});

const { compiled, delivered, reports, view, file } = reportsDesk(() => insights);

describe('whoever receives a report', () => {
  it('R07.9 R09.8 R10.9 whoever receives a report is told: by letter with its title, in the console until they opened it', async () => {
    const [caseNo = ''] = await insights.several(7, { kind: 'sales', on: '2026-03-12' });
    const reportNo = await compiled('sales-monthly');
    const announced = () => insights.neighbours.asked.filter(({ route }) => route === 'POST /internal/report-notices');
    const before = announced().length;
    await delivered('sales-monthly', {
      recipients: ['sales-manager', 'engineering-head'],
      copies: ['engineering-head'],
    });
    expect(announced()).toHaveLength(before + 1);
    const { body } = announced().at(-1) ?? {};
    expect(body).toEqual({
      reportNo,
      title: 'FH01客户投诉报告（2026 年 3 月）',
      recipients: [
        { role: 'sales-manager', unitId: 'FH01-XS' },
        { role: 'engineering-head', unitId: 'FH01-GC' },
      ],
    });
    expect(JSON.stringify(body)).not.toContain(caseNo);
    const unread = async (login: string) =>
      (await insights.as<ReportList>(login, 'GET', '/api/insights/reports?unread=true')).body.items;
    const open = (login: string) => insights.as(login, 'POST', `/api/insights/reports/${reportNo}/reading`);
    expect((await unread('sm')).map((one) => [one.reportNo, one.unread])).toEqual([[reportNo, true]]);
    expect(await unread('lead')).toEqual([]); // compiled it, did not receive it
    expect((await open('seller')).status).toBe(404);
    expect((await open('sm')).status).toBe(204);
    expect((await open('sm')).status).toBe(204);
    expect(await unread('sm')).toEqual([]);
    expect((await reports('sm')).items.map((one) => one.unread)).toEqual([false]);
    expect(await unread('eng')).toHaveLength(1); // each for themselves
    expect((await insights.as('sm', 'GET', '/api/insights/reports?unread=yes')).status).toBe(400);
  });
});

describe('files of a delivered report', () => {
  it('R07.9 R12.5 the workbook reads back what the report says, and computes nothing that a name says', async () => {
    await insights.several(2, { kind: 'sales', project: '=HYPERLINK("http://x")' });
    const reportNo = await compiled('sales-monthly');
    await delivered('sales-monthly', { recipients: ['sales-manager'] });
    const { response, bytes } = await file('sm', reportNo, 'xlsx');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="sales-monthly_FH01_2026-03.xlsx"');
    const sheets = await readXlsxFile(bytes);
    const named = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(named('总体情况').slice(0, 5)).toEqual([
      ['FH01客户投诉报告', null],
      ['期间：2026 年 3 月（2026-03-01 至 2026-03-31）', null],
      [expect.stringContaining('编制：销售主办'), null],
      ['指标', '数值'],
      ['投诉件数', 2],
    ]);
    const list = named('投诉清单').slice(4);
    expect(list).toHaveLength(2);
    expect(list[0]?.[5]).toBe(`'=HYPERLINK("http://x")`);
    expect(bytes.includes(Buffer.from('<f>'))).toBe(false);
  });

  it('R07.9 the archive is what was delivered: its hash stands in the view, another delivery changes nothing', async () => {
    await insights.several(120, { kind: 'sales' });
    const reportNo = await compiled('sales-monthly');
    await delivered('sales-monthly', { recipients: ['sales-manager'] });
    const { bytes, response } = await file('sm', reportNo, 'pdf');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const { body } = await view('sm', reportNo);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(body.pdfSha256);
    await insights.several(5, { kind: 'sales' });
    await compiled('sales-monthly');
    expect((await view('sm', reportNo)).body).toMatchObject({ cases: 120, pdfSha256: body.pdfSha256 });
    expect((await file('sm', reportNo, 'pdf')).bytes.equals(bytes)).toBe(true);
    expect((await file('seller', reportNo, 'pdf')).response.status).toBe(404);
    expect(
      Buffer.from((await insights.query<{ pdf_enc: string }>('SELECT pdf_enc FROM report'))[0]?.pdf_enc ?? '').includes(
        '%PDF',
      ),
    ).toBe(false);
  });
});
