import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { file, walk, type WalkedCase } from '../../tools/demo/walk.mjs';
import { RunningProduct } from '../../tools/product/running-product.mjs';
import { Staff } from '../../tools/product/staff.mjs';
import { postgresHome } from '../../tools/start/data-directory.mjs';
import { dumpDatabase, findMarkers } from './marker-search.js';

/** One unique value per field of access.md §3 that a complainant can fill; none of them may be found outside its own row. */
const MARKERS = {
  'contact.name': '马可甲名先生',
  'contact.phone': '13877770001',
  'contact.email': 'marker.one@markers.example',
  'place.room': 'MK7771',
  'phone in the description': '13877770002',
  'e-mail in the demand': 'marker.two@markers.example',
  'phone in a supplement': '13877770003',
  'name of a file': 'marker-file-7771.jpg',
  'EXIF of a photo': 'EXIF-MARKER-7771',
  'desk: contact.phone': '13877770004',
  'desk: contact.address': '马可路七百七十一号',
};

/** A photo as a phone takes it: with a name of its own and a description in its EXIF. */
async function attachPhoto(address: string, { caseNo, trackingCode }: WalkedCase): Promise<void> {
  const photo = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#808080' } })
    .withExif({ IFD0: { ImageDescription: MARKERS['EXIF of a photo'] } })
    .jpeg()
    .toBuffer();
  expect(photo.includes(MARKERS['EXIF of a photo'])).toBe(true);
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), MARKERS['name of a file']);
  const headers = { 'x-tracking-code': trackingCode };
  const url = `${address}/api/portal/complaints/${caseNo}/attachments`;
  const response = await fetch(url, { method: 'POST', headers, body: form });
  expect(response.status).toBe(201);
}

describe('personal data stay where access.md §3 says (markers)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-markers-'));
  const logFile = join(folder, 'log');
  const log = openSync(logFile, 'w');
  let product: RunningProduct;
  let filed: WalkedCase;
  let markers: Record<string, string>;

  beforeAll(async () => {
    product = await RunningProduct.start({ log, env: { HUIYING_LOG_LEVEL: 'debug' } });
    filed = await file(product, {
      description: `地下车库入口照明坏了两个星期，请打 ${MARKERS['phone in the description']} 找 ${MARKERS['contact.name']}。`,
      demand: `修好后写信到 ${MARKERS['e-mail in the demand']}`,
      contact: {
        name: MARKERS['contact.name'],
        phone: MARKERS['contact.phone'],
        email: MARKERS['contact.email'],
      },
      place: { project: '青柠里', building: '3幢', room: MARKERS['place.room'] },
    });
    markers = { ...MARKERS, 'tracking code': filed.trackingCode };
    await product.anybody.post(
      `/api/portal/complaints/${filed.caseNo}/supplements`,
      { text: `另请联系我爱人 ${MARKERS['phone in a supplement']}，谢谢。` },
      { 'x-tracking-code': filed.trackingCode },
    );
    await attachPhoto(product.address, filed);
    const staff = new Staff(product);
    const desk = await staff.first('property-steward', filed.orgId);
    await desk.post(
      '/api/intake/complaints',
      {
        organisationId: filed.orgId,
        channel: 'letter',
        description: '来信反映单元门禁损坏，多日无人修理。',
        contact: { name: '钱女士', phone: MARKERS['desk: contact.phone'], address: MARKERS['desk: contact.address'] },
      },
      { 'idempotency-key': 'markers-1' },
    );
    await walk(staff, filed, { within: 120_000 });
  }, 900_000);

  afterAll(async () => {
    await product?.stop();
    closeSync(log);
    rmSync(folder, { recursive: true });
  });

  it('no table holds them in the clear: services, engine log, event log, audit', async () => {
    const port = readFileSync(join(postgresHome(product.dataDir), 'pg', 'postmaster.pid'), 'utf8').split('\n')[3];
    const dump = await dumpDatabase(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`);
    expect(dump.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['table access.audit', 'table intake.data_key']),
    );
    expect(dump.flatMap(({ place, text }) => findMarkers(markers, place, text))).toEqual([]);
  });

  it('no log, metric, health page, event or record of the engine holds them', async () => {
    const places = [
      `${product.address}/metrics`,
      `${product.address}/health/ready`,
      `${product.monitoring}/metrics`,
      `${product.monitoring}/admin/incidents`,
      `${product.monitoring}/admin/process-instances`,
    ];
    const texts = await Promise.all(places.map(async (url) => ({ place: url, text: await (await fetch(url)).text() })));
    const operator = await product.signIn({ group: 'operator' });
    const events = { place: 'events', text: JSON.stringify(await operator.get('/api/events?limit=500')) };
    const lines = { place: 'log', text: readFileSync(logFile, 'utf8') };
    expect(lines.text.length).toBeGreaterThan(0);
    expect([...texts, events, lines].flatMap(({ place, text }) => findMarkers(markers, place, text))).toEqual([]);
  });

  it('no list or page of anybody of the staff shows them: masked, or not there', async () => {
    const staff = new Staff(product);
    const seen: string[] = [];
    const roles = new Map(
      (await staff.everybody()).flatMap((person) => person.groups.map((role) => [role, person.login])),
    );
    for (const [role, login] of roles) {
      const client = await staff.as(login);
      for (const path of [
        '/api/cases',
        '/api/tasks?view=group',
        '/api/tasks?view=done',
        `/api/cases/${filed.caseNo}`,
        `/api/cases/${filed.caseNo}/timeline`,
        `/api/cases/${filed.caseNo}/notices`,
      ]) {
        const text = await client.get(path).then(
          (answer) => JSON.stringify(answer),
          (error: unknown) => String(error),
        );
        seen.push(...findMarkers(markers, `${path} for ${role}`, text));
      }
    }
    expect(seen).toEqual([]);
  });

  it('a case of others looks like one that never was: same status, same body, not in any list (access.md §0.4)', async () => {
    const staff = new Staff(product);
    const invented = filed.caseNo.replace(/\d{4}$/, '9999');
    for (const role of ['construction-engineering', 'administrator', 'privacy-officer']) {
      const client = await staff.first(role, 'JZ01');
      for (const part of ['', '/timeline', '/deadlines', '/notices', '/links']) {
        const [real, none] = await Promise.all(
          [filed.caseNo, invented].map((caseNo) =>
            client.get(`/api/cases/${caseNo}${part}`).then(
              () => ({ status: 200, message: '' }),
              ({ status, message }: { status: number; message: string }) => ({
                status,
                message: message.replace(caseNo, ''),
              }),
            ),
          ),
        );
        expect({ role, part, ...real }).toEqual({ role, part, ...none, status: 404 });
      }
      const lists = ['/api/cases', '/api/tasks?view=group', '/api/tasks?view=done', '/api/events?limit=500'];
      for (const list of lists) expect(JSON.stringify(await client.get(list))).not.toContain(filed.caseNo);
    }
  });

  it('the complainant sees their own words in full, with the code alone', async () => {
    const mine = await product.anybody.get(`/api/portal/complaints/${filed.caseNo}`, {
      'x-tracking-code': filed.trackingCode,
    });
    expect(JSON.stringify(mine)).toContain(MARKERS['phone in the description']);
    const wrong = { 'x-tracking-code': '0'.repeat(20) };
    await expect(product.anybody.get(`/api/portal/complaints/${filed.caseNo}`, wrong)).rejects.toMatchObject({
      status: 404,
    });
    await expect(product.anybody.get('/api/portal/complaints/TS-WY01-20260302-9999', wrong)).rejects.toMatchObject({
      status: 404,
    });
  });
});
