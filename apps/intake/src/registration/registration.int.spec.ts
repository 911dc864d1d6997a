import type { FiledComplaint } from '@huiying/contracts';
import { Intake } from '../testing/intake-harness.js';

const desk = (more: Record<string, unknown> = {}) => ({
  channel: 'email',
  kind: 'property-service',
  description: '小区路灯坏了一周',
  contact: { name: '李四', email: 'li.si@example.com' },
  ...more,
});
type Refused = { type: string; errors: { field: string; code: string }[] };

describe('registration over HTTP', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  const register = (login: string, body: unknown, headers: Record<string, string> = {}) =>
    intake.as<FiledComplaint & Refused>(login, '/api/intake/complaints', { body, headers });

  it('R03.1: files by the portal with number, code and date of reply, and starts the process', async () => {
    const filed = await intake.file();
    expect(filed).toEqual({
      caseNo: expect.stringMatching(/^TS-WY01-20260302-\d{4}$/),
      trackingCode: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{20}$/),
      receivedAt: '2026-03-02T10:00:00+08:00',
      replyBy: '2026-03-23T23:59:59+08:00',
    });
    const [start] = (await intake.messages('start-complaint-handling')).filter(({ key }) => key === filed.caseNo);
    expect(start?.variables).toMatchObject({
      subjectNo: filed.caseNo,
      caseNo: filed.caseNo,
      orgId: 'WY01',
      orgType: 'property-company',
      ownerGroup: 'property-steward',
      channel: 'web',
      topic: 'house-quality',
      reopened: false,
      receiverHoldsPost: true,
      receivedOn: '2026-03-02',
      households: 1,
      anonymous: false,
      hasAddress: false,
    });
    expect(start?.variables['posts']).toMatchObject({
      firstContact: ['operations-head'],
      intake: ['property-steward'],
    });
    const changed = (await intake.messages('case-changed')).filter(({ key }) => key === filed.caseNo);
    expect(changed).toHaveLength(1);
    expect((await intake.events(filed.caseNo)).map(({ type }) => type)).toEqual(['case.registered']);
  });

  it('nothing that a person said leaves the case in the clear', async () => {
    const text = '标记词甲乙丙：天花板渗水，电话 13912340000';
    const filed = await intake.file({ description: text, contact: { name: '赵钱孙', phone: '13912340000' } });
    const dump = JSON.stringify([
      await intake.query('SELECT * FROM intake.complaint_case WHERE case_no = $1', [filed.caseNo]),
      await intake.query('SELECT * FROM intake.outbox'),
      await intake.query('SELECT * FROM events.event_log'),
      await intake.query('SELECT * FROM intake.notice'),
    ]);
    expect(dump).not.toContain('13912340000');
    expect(dump).not.toContain('赵钱孙');
    expect(dump).not.toContain(filed.trackingCode);
  });

  it('refuses what is missing with 422 and what is unknown with 400, by field', async () => {
    const empty = await intake.send<Refused>('/api/portal/complaints', { body: {} });
    expect(empty.status).toBe(422);
    expect(empty.body.errors.map(({ field }) => field).sort()).toEqual(['contact', 'description']);
    const unknown = await intake.send<Refused>('/api/portal/complaints', {
      body: { description: '厨房天花板渗水漏水了', anonymous: true, colour: 'red' },
    });
    expect(unknown.status).toBe(400);
    expect(unknown.body.errors).toEqual([expect.objectContaining({ field: 'colour', code: 'unknown-field' })]);
    const nested = await intake.send<Refused>('/api/portal/complaints', {
      body: { description: '厨房天花板渗水漏水了', contact: { name: '张', phone: '13800000000', fax: '1' } },
    });
    expect(nested).toMatchObject({ status: 400, body: { errors: [{ field: 'contact.fax' }] } });
  });

  it('R04.3, R01.1: takes every channel at the desk', async () => {
    for (const channel of ['phone', 'letter', 'email', 'web', 'visit', 'hotline', 'property-unit']) {
      const answer = await register('steward', desk({ channel, readBackConfirmed: true }));
      expect(answer.status).toBe(201);
      const page = await intake.as('steward', `/api/cases/${answer.body.caseNo}`);
      expect(page.body).toMatchObject({ channel, owner: { group: 'property-steward' } });
    }
    expect((await register('steward', desk({ channel: 'pigeon' }))).status).toBe(400);
    expect((await register('steward', { ...desk(), channel: undefined })).status).toBe(422);
  });

  it('R07.2, R07.1, R09.3: refuses at the desk what the channel and kind require', async () => {
    const fields = async (body: unknown, login = 'kfdesk') => {
      const answer = await register(login, body);
      return [answer.status, ...(answer.body.errors ?? []).map(({ field }) => field)];
    };
    expect(await fields(desk({ channel: 'phone' }), 'steward')).toEqual([422, 'readBackConfirmed']);
    expect(await fields(desk({ kind: 'sales' }))).toEqual([422, 'promisedOn']);
    expect(await fields(desk({ kind: 'sales', promisedOn: '2026-03-09' }))).toEqual([201]);
    expect(await fields(desk({ kind: 'sales' }), 'jjdesk')).toEqual([201]);
    const visit = desk({ channel: 'visit', readBackConfirmed: true });
    expect(await fields(visit)).toEqual([422, 'contact.address']);
    expect(await fields({ ...visit, contact: undefined, anonymous: true })).toEqual([201]);
  });

  it('R12.1: who holds no post of the organisation is first contact only', async () => {
    const builder = await register('builder', desk({ kind: 'construction-quality' }));
    const starts = await intake.messages('start-complaint-handling');
    const start = starts.find(({ key }) => key === builder.body.caseNo);
    expect(start?.variables).toMatchObject({
      orgId: 'KF01',
      receiverHoldsPost: false,
      explained: false,
      ownerGroup: 'engineering',
    });
  });

  it('gives numbers without a gap under twenty filings at once', async () => {
    intake.clock.set('2026-03-03T09:00:00+08:00');
    const filed = await Promise.all(Array.from({ length: 20 }, () => intake.file()));
    await intake.send('/api/portal/complaints', { body: { description: '太短' } });
    filed.push(await intake.file());
    const serials = filed.map(({ caseNo }) => Number(caseNo.slice(-4))).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
  });

  it('counts the days of Shanghai', async () => {
    intake.clock.set('2026-03-03T23:59:00+08:00');
    expect((await intake.file()).caseNo).toMatch(/^TS-WY01-20260303-/);
    intake.clock.set('2026-03-04T00:01:00+08:00');
    expect((await intake.file()).caseNo).toBe('TS-WY01-20260304-0001');
  });

  it('makes one case of one Idempotency-Key, bound to person and body', async () => {
    const headers = { 'idempotency-key': 'key-1' };
    const [first, second] = await Promise.all([
      register('steward', desk(), headers),
      register('steward', desk(), headers),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const other = await register('steward', desk({ demand: '修好' }), headers);
    expect(other).toMatchObject({ status: 422, body: { type: expect.stringContaining('idempotency-key-reused') } });
    const colleague = await register('wydesk', desk(), headers);
    expect(colleague.body.caseNo).not.toBe(first.body.caseNo);
    intake.clock.add(11 * 60_000);
    const late = await register('steward', desk(), headers);
    expect(late.status).toBe(409);
    expect(late.text).not.toContain(first.body.trackingCode);
  });

  it('R05.1: seals an employee report at once and leaves no text outside its schema', async () => {
    const marker = '标底透给供应商';
    const answer = await register('kfdesk', {
      ...desk({ kind: 'employee-report' }),
      description: `同部门某主管把${marker}`,
      contact: { name: '一名员工', phone: '13800000904' },
      respondent: { unit: 'KF01-ENG' },
    });
    expect(answer.status).toBe(201);
    const { caseNo } = answer.body;
    const page = await intake.as('kfdesk', `/api/cases/${caseNo}`);
    expect(page.body).toMatchObject({
      state: 'not-accepted',
      target: 'other-procedure',
      kind: null,
      suggestedKind: null,
    });
    const [sealed] = await intake.query<{ content: string; report_no: string }>(
      `SELECT * FROM employee_reports.sealed_report`,
    );
    expect(sealed?.report_no).toMatch(/^JB-[0-9A-Z]{10}$/);
    expect(sealed?.content).toMatch(/^v1\./);
    const tables = await intake.query<{ name: string }>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
       WHERE schemaname IN ('intake', 'events', 'access')`,
    );
    for (const { name } of tables) {
      const rows = JSON.stringify(await intake.query(`SELECT * FROM ${name}`));
      expect([name, rows.includes(marker)]).toEqual([name, false]);
      if (!name.endsWith('.outbox')) expect([name, rows.includes(sealed?.report_no ?? '-')]).toEqual([name, false]);
    }
    const starts = (await intake.messages()).filter(({ key }) => key === caseNo);
    expect(starts).toEqual([]);
    const held = await intake.messages('start-employee-report');
    expect(held.map(({ key }) => key)).toEqual([sealed?.report_no]);
    expect(JSON.stringify(held)).not.toContain(caseNo);
  });

  it('R05.1: words about a colleague on the internal channel are a report, in the portal a guess', async () => {
    const words = '夜班同事连续三晚脱岗睡觉，让我代签巡更记录';
    const oral = await register('steward', {
      channel: 'internal',
      description: words,
      contact: { name: '队员', phone: '13800000032' },
    });
    expect((await intake.as('steward', `/api/cases/${oral.body.caseNo}`)).body).toMatchObject({
      target: 'other-procedure',
    });
    const guess = await intake.file({ description: words });
    expect((await intake.as('steward', `/api/cases/${guess.caseNo}`)).body).toMatchObject({ state: 'registered' });
  });

  it('nobody of intake can read what was sealed', async () => {
    const role = intake.inTransaction((manager) => manager.query(`SELECT * FROM employee_reports.sealed_report`));
    await expect(role).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('finds earlier cases of a caller without showing who it is', async () => {
    await intake.file({ contact: { name: '周伯通', phone: '137 1234 9999' } });
    const found = await intake.as<{ name: string; cases: unknown[] }>('steward', '/api/intake/callers', {
      body: { phone: '13712349999' },
    });
    expect(found.status).toBe(200);
    expect(found.body.name).toBe('周**');
    expect(found.body.cases).toHaveLength(1);
    expect(
      (await intake.as<{ cases: unknown[] }>('kfdesk', '/api/intake/callers', { body: { phone: '13712349999' } })).body
        .cases,
    ).toEqual([]);
  });

  it('suggests cases of the same building', async () => {
    const place = { project: '翡翠湾', building: '3幢', room: '1201' };
    const first = await intake.file({ place });
    const found = await intake.as<{ items: { caseNo: string; because: string[] }[] }>(
      'steward',
      `/api/intake/similar?organisationId=WY01&project=${encodeURIComponent('翡翠湾')}&building=${encodeURIComponent('3幢')}`,
    );
    expect(found.body.items).toEqual([expect.objectContaining({ caseNo: first.caseNo, because: ['same-building'] })]);
  });
});
