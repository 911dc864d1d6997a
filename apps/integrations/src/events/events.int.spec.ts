import { eventually } from '@huiying/events/testing';
import { testStaff } from '@huiying/platform/testing';
import { type Fixture, integrationsFixture } from '../testing/integrations-fixture.js';
import { openSse, type SseClient } from '../testing/sse-client.js';
import { EventLogReadModel } from './event-log.read-model.js';

interface Page {
  items: { position: string; caseno?: string; subject: string; type: string; data: { files: number } }[];
  next: string;
  oldest: string;
}

describe('the event log outside', () => {
  let fixture: Fixture;
  const clients: SseClient[] = [];
  const page = async (query: string, login: string) =>
    (await (await fixture.get(`events?${query}`, login)).json()) as Page;
  const cases = ({ items }: Page) => items.map(({ caseno }) => caseno);
  async function stream(query: string, login: string, headers: Record<string, string> = {}): Promise<SseClient> {
    const client = await openSse(
      `${fixture.service.url}/api/events/stream?${query}`,
      await fixture.service.token(login),
      headers,
    );
    clients.push(client);
    return client;
  }
  async function grant(body: object): Promise<string> {
    const response = await fetch(`${fixture.service.url}/api/admin/event-grants`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await fixture.service.token('ada')}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  }

  beforeAll(async () => {
    fixture = await integrationsFixture();
  });
  afterAll(() => fixture.stop());
  beforeEach(() =>
    fixture.admin.query(
      `truncate event_log restart identity; update log_horizon set position = 0; truncate integrations.event_grant`,
    ),
  );
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });

  it('shows staff the events of cases they may read, in pages', async () => {
    await fixture.append(...Array.from({ length: 10 }, (_, n) => ({ caseNo: n % 2 ? 'TS-B' : 'TS-A', files: n })));
    const first = await page('limit=3', 'ann');
    expect(cases(first)).toEqual(['TS-A', 'TS-A', 'TS-A']);
    expect(first).toMatchObject({ next: '5', oldest: '1' });
    const second = await page(`limit=3&after=${first.next}`, 'ann');
    expect(second.items.map(({ data }) => data.files)).toEqual([6, 8]);
    expect(await page(`after=${second.next}`, 'ann')).toEqual({ items: [], next: '10', oldest: '1' });
    expect(await page('caseNo=TS-A', 'bob')).toMatchObject({ items: [] });
  });

  it('filters by type, case, organisation and time', async () => {
    await fixture.append(
      { caseNo: 'TS-A' },
      { caseNo: 'TS-A', type: 'case.accepted' },
      { caseNo: 'TS-A', type: 'case.archived' },
    );
    const types = async (query: string) => (await page(query, 'ann')).items.map(({ type }) => type);
    expect(await types('type=case.*')).toEqual(['case.accepted', 'case.archived']);
    expect(await types('type=case.archived&type=supplement.received')).toEqual([
      'supplement.received',
      'case.archived',
    ]);
    expect(await types('type=case.accepted,case.archived&caseNo=TS-A&orgId=FH01')).toHaveLength(2);
    expect(await types('orgId=FH02')).toEqual([]);
    expect(await types('from=2026-03-02T10:15:00%2B08:00&to=2026-03-02T10:16:00%2B08:00')).toHaveLength(3);
    expect(await types('to=2026-03-02T10:15:00%2B08:00')).toEqual([]);
  });

  it.each([
    ['limit=0', 422],
    ['limit=1001', 422],
    ['after=abc', 422],
    ['unknown=1', 400],
    ['type=case.invented', 403],
    ['type=employee-report.registered', 403],
    ['type=supervision.*', 403],
  ])('refuses %s', async (query, status) => {
    const response = await fixture.get(`events?${query}`, 'ann');
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('events.md §2 what a sealed file goes through is not in the log, by no type: its key is its number', async () => {
    await grant({ personId: 'ivy', types: ['*'] });
    await expect(fixture.append({ subject: 'DB-FH01-20260302-0001' })).rejects.toThrow('event_log_open');
    await fixture.append({ subject: 'JZ-FH01-20260302-0001' });
    const { items } = await page('', 'ivy');
    expect(items.map(({ subject }) => subject)).toEqual(['JZ-FH01-20260302-0001']);
  });

  it('gives sealed and invented types the same answer', async () => {
    const answer = async (type: string) =>
      (await (await fixture.get(`events?type=${type}`, 'ivy')).text()).replaceAll(type, '…');
    const [sealed, invented] = [await answer('employee-report.registered'), await answer('case.invented')];
    expect(sealed.replace(/"traceId":"\w+"/, '')).toBe(invented.replace(/"traceId":"\w+"/, ''));
  });

  it('answers 410 with the oldest kept where events after the position were dropped', async () => {
    await fixture.append(...Array.from({ length: 6 }, () => ({ caseNo: 'TS-A' })));
    await fixture.admin.query(`delete from event_log where position <= 4; update log_horizon set position = 4`);
    const gone = await fixture.get('events?after=2', 'ann');
    expect(gone.status).toBe(410);
    expect(await gone.json()).toMatchObject({
      type: 'event-position-expired',
      detail: expect.stringContaining('5') as string,
    });
    expect(await page('after=4', 'ann')).toMatchObject({ next: '6', oldest: '5' });
    expect((await page('', 'ann')).items).toHaveLength(2);
    expect((await stream('after=1', 'ann')).status).toBe(410);
    expect((await fixture.get('events?after=7', 'ann')).status).toBe(410); // of a log that had come farther, before a restore
  });

  it('does not skip what is dropped while it is read, and stands where the log ends also when all of it was dropped', async () => {
    const log = fixture.service.app.get(EventLogReadModel);
    const ann = testStaff({ personId: 'ann' });
    await fixture.append(...Array.from({ length: 6 }, () => ({ caseNo: 'TS-A' })));
    await fixture.admin.query(`delete from event_log where position <= 4; update log_horizon set position = 4`);
    await expect(log.page(ann, {}, '2', 10)).rejects.toMatchObject({ kind: 'gone', code: 'event-position-expired' });
    await fixture.admin.query(`delete from event_log; update log_horizon set position = 6`);
    await expect(log.page(ann, {}, '4', 10)).rejects.toMatchObject({ kind: 'gone' });
    expect(await log.latest()).toBe('6');
    expect(await log.page(ann, {}, '6', 10)).toMatchObject({ items: [], next: '6' });
  });

  it('misses nothing when the connection is lost before the first event came', async () => {
    await fixture.append({ caseNo: 'TS-A', files: 1 });
    const first = await stream('', 'ann');
    await eventually(() => first.lastId === '1');
    first.close();
    await fixture.append({ caseNo: 'TS-A', files: 2 });
    const again = await stream('', 'ann', { 'last-event-id': first.lastId });
    await eventually(() => again.events.length === 1);
    expect(again.events[0]?.data.data.files).toBe(2);
  });

  it('lets integrators see what they were granted, until it is withdrawn', async () => {
    await fixture.append(
      { caseNo: 'TS-A' },
      { caseNo: 'TS-B', type: 'case.accepted' },
      { orgId: 'FH99', type: 'case.accepted' },
    );
    expect((await page('', 'ivy')).items).toEqual([]);
    const id = await grant({ personId: 'ivy', types: ['case.*'], unitId: 'G' });
    expect(cases(await page('', 'ivy'))).toEqual(['TS-B']);
    await grant({ role: 'integrator', types: ['*'] });
    expect((await page('', 'ivy')).items).toHaveLength(3);
    expect((await page('', 'oli')).items).toHaveLength(0);
    await fixture.admin.query(`update integrations.event_grant set revoked_at = now() where id <> $1`, [id]);
    expect(cases(await page('', 'ivy'))).toEqual(['TS-B']);
  });

  it('keeps a recused person out, whatever was granted', async () => {
    await grant({ personId: 'ivy', types: ['*'] });
    await fixture.append({ caseNo: 'TS-A' }, { caseNo: 'TS-B' });
    await fixture.admin.query(
      `insert into access.case_relation (case_no, rel, person_id, source) values ('TS-A', 'conflicted', 'ivy', 'intake:recusal')`,
    );
    expect(cases(await page('', 'ivy'))).toEqual(['TS-B']);
    await fixture.admin.query(`delete from access.case_relation where rel = 'conflicted'`);
  });

  it.each([
    [{ types: ['*'] }, 422],
    [{ personId: 'ivy', role: 'integrator', types: ['*'] }, 422],
    [{ personId: 'nobody', types: ['*'] }, 422],
    [{ personId: 'ada', types: ['*'] }, 403],
    [{ personId: 'ivy', types: ['employee-report.*'] }, 403],
    [{ personId: 'ivy', types: ['*'], classes: ['restricted'] }, 400],
  ])('refuses the grant %j', async (body, status) => {
    const response = await fetch(`${fixture.service.url}/api/admin/event-grants`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await fixture.service.token('ada')}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(status);
  });

  describe('as a stream', () => {
    it('sends what comes, with position, type and a heartbeat', async () => {
      await fixture.append({ caseNo: 'TS-A', files: 0 });
      const client = await stream('', 'ann');
      expect(client.headers).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
      });
      await fixture.append({ caseNo: 'TS-B', files: 1 }, { caseNo: 'TS-A', files: 2 });
      await eventually(() => client.events.length === 1);
      expect(client.events[0]).toMatchObject({
        id: '3',
        event: 'supplement.received',
        data: { position: '3', data: { files: 2 } },
      });
      await eventually(() => client.comments.length > 0);
      expect(client.comments[0]).toBe(': hb');
    });

    it('resumes at every position without gap or repeat', async () => {
      const total = 1_000;
      for (let from = 0; from < total; from += 100)
        await fixture.append(
          ...Array.from({ length: 100 }, (_, n) => ({ caseNo: (from + n) % 3 ? 'TS-A' : 'TS-B', files: from + n })),
        );
      const wanted = Array.from({ length: total }, (_, n) => n).filter((n) => n % 3);
      const seen: number[] = [];
      let last = '0';
      for (let round = 0; seen.length < wanted.length; round++) {
        const client = await stream('', 'ann', { 'last-event-id': last });
        // cut after a few events, at another place each time; what came is what the client has
        await eventually(() => client.events.length >= Math.min(1 + ((round * 37) % 90), wanted.length - seen.length));
        client.close();
        await client.ended;
        const got = client.events.slice(0, 1 + ((round * 37) % 90));
        seen.push(...got.map(({ data }) => data.data.files));
        last = got.at(-1)?.id ?? last;
      }
      expect(seen).toEqual(wanted);
    });

    it('lets Last-Event-ID win over after', async () => {
      await fixture.append({ caseNo: 'TS-A', files: 1 }, { caseNo: 'TS-A', files: 2 }, { caseNo: 'TS-A', files: 3 });
      const client = await stream('after=0', 'ann', { 'last-event-id': '2' });
      await eventually(() => client.events.length === 1);
      expect(client.events.map(({ id }) => id)).toEqual(['3']);
    });

    it('ends within seconds when the person is disabled', async () => {
      const client = await stream('', 'bob');
      await fixture.admin.query(`update access.person set disabled = true where id = 'bob'`);
      await client.ended;
      await fixture.admin.query(`update access.person set disabled = false where id = 'bob'`);
    });

    it('refuses the sixth stream of a person', async () => {
      for (let n = 0; n < 5; n++) expect((await stream('', 'oli')).status).toBe(200);
      const sixth = await fixture.get('events/stream', 'oli');
      expect(sixth.status).toBe(429);
    });
  });

  describe('catalogue', () => {
    it('names open types only', async () => {
      const { items } = (await (await fetch(`${fixture.service.url}/api/events/types`)).json()) as {
        items: { type: string }[];
      };
      expect(items).toHaveLength(94);
      expect(items.filter(({ type }) => /employee-report|supervision/.test(type))).toEqual([]);
    });

    it('gives the schema of a type, and 404 for sealed and invented ones', async () => {
      const schema = await fetch(`${fixture.service.url}/api/events/types/case.accepted`);
      expect(await schema.json()).toMatchObject({ $id: 'urn:huiying:schema:case.accepted:1.0', title: 'CaseAccepted' });
      for (const type of ['employee-report.registered', 'case.invented'])
        expect((await fetch(`${fixture.service.url}/api/events/types/${type}`)).status).toBe(404);
    });

    it('serves the AsyncAPI document', async () => {
      const document = (await (await fetch(`${fixture.service.url}/api/asyncapi.json`)).json()) as {
        asyncapi: string;
        channels: object;
      };
      expect(document.asyncapi).toBe('3.0.0');
      expect(Object.keys(document.channels)).toHaveLength(46); // 45 open topics and the stream
    });
  });
});
