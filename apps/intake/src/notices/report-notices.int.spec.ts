import { Intake } from '../testing/intake-harness.js';
import { PostOffice } from '../testing/post-office.js';

const NO = 'sales-monthly:KF01:2026-03';
const TITLE = 'KF01客户投诉报告（2026 年 3 月）';
const TO = [
  { role: 'sales-manager', unitId: 'KF01-XS' },
  { role: 'general-manager', unitId: 'KF01' },
];

/** What a letter says, whatever its parts are encoded with. */
function plain(letter: string): string {
  return letter
    .split(/\r\n--/)
    .map((part) => {
      const body = part.slice(part.indexOf('\r\n\r\n') + 4);
      if (/encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString();
      const byte = (_: string, hex: string) => String.fromCharCode(parseInt(hex, 16));
      return Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, byte), 'latin1').toString();
    })
    .join('\n');
}

describe('报告送达通知', () => {
  const office = new PostOffice();
  let intake: Intake;
  beforeAll(async () => {
    intake = await Intake.open(undefined, { SMTP_URL: await office.open(), HUIYING_PUBLIC_URL: 'https://hy.example' });
  });
  afterAll(async () => {
    await intake.stop();
    office.close();
  });

  const announce = (body: object = {}) =>
    intake.internal('/internal/report-notices', { reportNo: NO, title: TITLE, recipients: TO, ...body });

  it('R07.9 whoever holds the posts is told once that the report is there and where, and nothing that it says', async () => {
    expect((await announce()).status).toBe(204);
    expect((await announce()).status).toBe(204);
    await office.arrived(1);
    expect((await announce({ reportNo: `${NO}-2` })).status).toBe(204);
    await office.arrived(2);
    expect(office.letters).toHaveLength(2);
    const [letter] = office.letters;
    expect(letter?.to.sort()).toEqual(['kfgm@example.com', 'salesman@example.com']);
    const said = plain(letter?.text ?? '');
    expect(said).toContain(`${TITLE}已送达，请查阅。`);
    expect(said).toContain(`https://hy.example/insights/reports/${encodeURIComponent(NO)}`);
    // Titles name a period; besides there is no figure.
    expect(said.replaceAll(TITLE, '').replaceAll(encodeURIComponent(NO), '')).not.toMatch(/\d+ ?(件|份|%)/);
  });

  it('is asked by services alone; a report to nobody, a title that is none are refused', async () => {
    expect((await intake.send('/internal/report-notices', { body: {} })).status).toBe(404);
    expect((await announce({ recipients: [] })).status).toBe(422);
    expect((await announce({ title: '' })).status).toBe(422);
    expect((await announce({ title: 'x'.repeat(201) })).status).toBe(422);
    expect((await announce({ reportNo: 'other', title: 'x'.repeat(200) })).status).toBe(204);
  });
});
