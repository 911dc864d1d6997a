import { PDFDocument } from '@cantoo/pdf-lib';
import { BYTES_PER_REPORT, FILES_PER_REPORT } from './evidence/report-files.js';
import { MARKER, ReportsKit } from './testing/reports-harness.js';

const WRITTEN = '草稿里写到的供应商青松石材';
const AUTHOR = '草稿作者乙';

let kit: ReportsKit;
beforeAll(async () => {
  kit = await ReportsKit.open();
});
afterAll(() => kit.stop());

async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  document.setAuthor(AUTHOR);
  document.setSubject(MARKER);
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

describe('evidence (R05.3, access.md §5 "files")', () => {
  it('R05.3 a photo and a PDF are kept clean under the report’s key; they go out as downloads, never shown by the server', async () => {
    const { reportNo, receipt } = await kit.file();
    await kit.picked(reportNo);
    expect((await kit.attach(reportNo, receipt, await kit.pictureWithPlace())).body['files']).toBe(1);
    expect((await kit.attach(reportNo, receipt, await pdf())).body['files']).toBe(2);
    const { body } = await kit.as('hrhead', 'GET', `/api/jb/reports/${reportNo}`);
    expect(body['files']).toEqual([
      { n: 1, contentType: 'image/png', original: false },
      { n: 2, contentType: 'application/pdf', original: false },
    ]);
    const picture = await kit.download('hrhead', `/api/jb/reports/${reportNo}/files/1`);
    expect(picture.content.includes('GPS-MARKER')).toBe(false);
    const { headers, content } = await kit.download('hrhead', `/api/jb/reports/${reportNo}/files/2`);
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'application/pdf',
      'attachment; filename="2.pdf"',
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect((await PDFDocument.load(content, { updateMetadata: false })).getAuthor()).toBeUndefined();
    const [row] = await kit.query<{ content_enc: string; id: string }>(
      `SELECT f.content_enc, k.id FROM employee_reports.report_file f
       JOIN employee_reports.report_key k ON k.report_no = f.report_no WHERE f.report_no = $1 AND f.n = 2`,
      [reportNo],
    );
    expect(row?.content_enc.split('.')[1]).toBe(row?.id);
    expect((await kit.auditOf(reportNo)).filter(({ event }) => event === 'report.file-read')).toHaveLength(2);
  });

  it('what hides its author is refused with the way out; as it is: kept, and handlers are told that it is the original', async () => {
    const { reportNo, receipt } = await kit.file();
    await kit.picked(reportNo);
    const document = await PDFDocument.load(await pdf(), { updateMetadata: false });
    await document.attach(Buffer.from('清单'), 'list.txt');
    const hiding = Buffer.from(await document.save());
    const refused = await kit.attach(reportNo, receipt, hiding);
    expect([refused.status, refused.body['type']]).toEqual([422, 'report-file-hidden']);
    expect(String(refused.body['detail'])).toContain('按原样提交');
    expect((await kit.attach(reportNo, receipt, hiding, true)).status).toBe(200);
    const { body } = await kit.as('hrhead', 'GET', `/api/jb/reports/${reportNo}`);
    expect(body['files']).toEqual([{ n: 1, contentType: 'application/pdf', original: true }]);
    expect((await kit.download('hrhead', `/api/jb/reports/${reportNo}/files/1`)).content.equals(hiding)).toBe(true);
  });

  it('forty files and 300 MB a report, to the last one; nothing is unpacked without the receipt', async () => {
    const { reportNo, receipt } = await kit.file();
    const photo = await kit.pictureWithPlace();
    const fill = (files: number, bytes: number) =>
      kit.query(
        `INSERT INTO employee_reports.report_file (id, report_no, n, content_type, content_enc, bytes)
         SELECT gen_random_uuid(), $1, n, 'image/png', '', $3 FROM generate_series(1, $2::int) n`,
        [reportNo, files, bytes],
      );
    await fill(FILES_PER_REPORT - 1, 1);
    expect((await kit.attach(reportNo, receipt, photo)).status).toBe(200);
    const full = await kit.attach(reportNo, receipt, photo);
    expect([full.status, full.body['type']]).toEqual([422, 'report-files-full']);
    const [last] = await kit.query<{ bytes: number }>(
      `SELECT bytes FROM employee_reports.report_file WHERE report_no = $1 AND n = $2`,
      [reportNo, FILES_PER_REPORT],
    );
    await kit.query(`DELETE FROM employee_reports.report_file WHERE report_no = $1`, [reportNo]);
    // Two more fit to the byte.
    await fill(1, BYTES_PER_REPORT - 2 * (last?.bytes ?? 0));
    const two = [await kit.attach(reportNo, receipt, photo), await kit.attach(reportNo, receipt, photo)];
    expect(two.map(({ status }) => status)).toEqual([200, 200]);
    expect((await kit.attach(reportNo, receipt, photo)).status).toBe(422);
    const stranger = await kit.attach(reportNo, '0'.repeat(26), Buffer.from('%PDF-1.7 nothing'));
    expect([stranger.status, stranger.body['type']]).toEqual([404, 'not-found']);
  });
});

describe('drafts of sealed tasks (access.md §1 "drafts lie on the server")', () => {
  const draft = (login: string, id: string, data: object, version?: number) =>
    kit.as<{ version: number; type?: string }>(login, 'PUT', `/api/jb/tasks/${id}/draft`, {
      data,
      ...(version === undefined ? {} : { version }),
    });

  it('a long form is there again when it opens, sealed by the report’s key, and gone when it is sent', async () => {
    const { reportNo } = await kit.file();
    const { hrHandler } = await kit.picked(reportNo);
    await kit.task(reportNo, 'preliminary-check', hrHandler, 'R05.7#check');
    const id = await kit.taskId('hrhead', reportNo);
    expect((await draft('hrhead', id, { findings: WRITTEN })).body.version).toBe(1);
    expect((await draft('hrhead', id, { findings: `${WRITTEN}，补充` }, 1)).body.version).toBe(2);
    const late = await draft('hrhead', id, { findings: '另一窗口' }, 1);
    expect([late.status, late.body.type]).toEqual([409, 'draft-outdated']);
    expect(await kit.sheet('hrhead', reportNo, 'preliminary-check')).toMatchObject({
      draft: { data: { findings: `${WRITTEN}，补充` }, version: 2 },
      review: false,
    });
    expect(await kit.dump()).not.toContain(WRITTEN);
    const [row] = await kit.query<{ kid: string; id: string }>(
      `SELECT split_part(d.data_enc, '.', 2) AS kid, k.id FROM employee_reports.report_draft d
       JOIN employee_reports.report_key k ON k.report_no = d.report_no`,
    );
    expect(row?.kid).toBe(row?.id);
    await kit.finish('hrhead', reportNo, 'preliminary-check', { findings: WRITTEN, credible: false });
    expect(await kit.query(`SELECT 1 FROM employee_reports.report_draft`)).toEqual([]);
    expect((await draft('hrhead', id, { findings: '迟到' })).status).toBe(409);
  });

  it('whoever has the task next does not read what the one before wrote; for anybody else there is no such task', async () => {
    const { reportNo, receipt } = await kit.file();
    const { hrHandler } = await kit.picked(reportNo);
    await kit.task(reportNo, 'preliminary-check', hrHandler, 'R05.7#check');
    const id = await kit.taskId('hrhead', reportNo);
    await draft('hrhead', id, { findings: WRITTEN });
    await kit.say(reportNo, receipt, { text: '人力主管也参与了', named: [{ personId: 'hrhead' }] });
    expect(await kit.sheet('jthrhead', reportNo, 'preliminary-check')).not.toHaveProperty('draft');
    expect((await draft('jthrhead', id, { findings: '重新写' })).body.version).toBe(1);
    for (const login of ['hrhead', 'gm', 'admin', 'desk'])
      expect((await draft(login, id, { findings: '改' })).status).toBe(404);
    expect((await kit.as('jthrhead', 'PUT', `/api/jb/tasks/${id}/draft`, { data: 1 })).status).toBe(400);
  });

  it('R05.5 the outcome is read once more before it is sent, as the model says', async () => {
    const { reportNo } = await kit.file();
    const { hrHandler } = await kit.picked(reportNo);
    await kit.task(reportNo, 'give-outcome', hrHandler, 'R05.5');
    expect(await kit.sheet('hrhead', reportNo, 'give-outcome')).toMatchObject({ review: true });
  });
});

describe('a recent sign-in (access.md §1 step-up, RFC 9470)', () => {
  it('identity, evidence and openings open only to who signed in within five minutes; a number that is none answers alike', async () => {
    const { reportNo, receipt } = await kit.file({ identity: { name: '简直言' } });
    await kit.picked(reportNo);
    await kit.attach(reportNo, receipt, await kit.pictureWithPlace());
    const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;
    const routes = (no: string): [string, string, string, object?][] => [
      ['hrhead', 'GET', `/api/jb/reports/${no}/files/1`],
      ['hrhead', 'GET', `/api/jb/reports/${no}/identity`],
      ['cust1', 'POST', '/api/jb/emergency-openings', { reportNo: no, reason: '人身安全' }],
      ['cust1', 'POST', '/api/jb/openings/11111111-2222-4333-8444-555555555555/approvals'],
    ];
    for (const [index, [login, method, path, body]] of routes(reportNo).entries()) {
      const stale = await kit.bare(login, method, path, body, ago(302));
      expect(stale).toMatch(/^401 .*insufficient_user_authentication\\", max_age=300.*"type":"step-up-required"/);
      expect(stale).toContain('再次确认是您本人');
      const [, , invented = '', same] = routes('JB-0123456789')[index] ?? [];
      expect(await kit.bare(login, method, invented, same, ago(302))).toBe(stale);
      expect(await kit.bare(login, method, path, body, ago(240))).not.toMatch(/^401/);
    }
    expect(await kit.bare('hrhead', 'GET', `/api/jb/reports/${reportNo}`, undefined, ago(3600))).toMatch(/^200/);
  });

  it('a session that is renewed stays as old as it is; signing in again makes it recent', async () => {
    const login = (body: object) => kit.as<{ token: string }>(null, 'POST', '/api/dev/login', body);
    const opens = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${kit.service.url}/api/jb/reports/JB-0123456789/identity`, { headers })).status;
    };
    const old = await kit.service.token('hrhead', Math.floor(Date.now() / 1000) - 1800);
    expect(await opens((await login({ user: 'hrhead', renews: old })).body.token)).toBe(401);
    expect((await login({ user: 'gm', renews: old })).status).toBe(401);
    expect(await opens((await login({ user: 'hrhead' })).body.token)).toBe(404);
  });
});
