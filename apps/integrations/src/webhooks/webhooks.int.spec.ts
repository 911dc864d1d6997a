import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@huiying/events/testing';
import { Webhook } from 'standardwebhooks';
import { type Fixture, integrationsFixture } from '../testing/integrations-fixture.js';
import { DeliveryBook } from './delivery-book.js';
import type { DeliveryView, WebhookView } from './webhook.dto.js';

interface Received {
  headers: Record<string, string>;
  body: string;
}

/** A receiver of ours: answers with the statuses it is given, then 204. */
class Receiver {
  readonly received: Received[] = [];
  readonly answers: number[] = [];
  /** Says nothing, as one that hangs. */
  silent = false;
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      this.received.push({ headers, body: Buffer.concat(chunks).toString() });
      const status = this.answers.shift() ?? 204;
      if (!this.silent) response.writeHead(status).end(status === 200 ? 'a\0b' : undefined);
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/events`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  async until(count: number): Promise<Received[]> {
    await eventually(() => this.received.length >= count);
    return this.received;
  }
}

const types = (received: Received[]) => received.map(({ body }) => (JSON.parse(body) as { type: string }).type);

describe('webhooks', () => {
  let fixture: Fixture;
  let receiver: Receiver;
  let url: string;
  beforeAll(async () => {
    fixture = await integrationsFixture({ HUIYING_SAMPLE_DATA: 'false' });
  });
  beforeEach(async () => {
    receiver = new Receiver();
    url = await receiver.listen();
  });
  afterEach(async () => {
    receiver.close();
    await fixture.admin.query('delete from integrations.webhook');
    await fixture.admin.query('delete from integrations.event_grant');
  });
  afterAll(() => fixture.stop());

  const call = async <T = Record<string, unknown>>(login: string, method: string, path: string, body?: object) => {
    const response = await fetch(`${fixture.service.url}/api/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await fixture.service.token(login)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as T };
  };
  const deliveriesOf = async (id: string) =>
    (await call<{ items: DeliveryView[] }>('ivy', 'GET', `webhooks/${id}/deliveries`)).body.items;
  /** What a receiver got is kept a moment later. */
  const triesKept = (id: string, tries: number) =>
    eventually(async () => {
      const items = await deliveriesOf(id);
      return items.reduce((sum, { attempt }) => sum + attempt, 0) === tries && items;
    });
  const grant = (body: object) => call('ada', 'POST', 'admin/event-grants', body);
  const subscribe = async (more: object = {}) => {
    const made = await call<WebhookView & { secret: string; type?: string }>('ivy', 'POST', 'webhooks', {
      url,
      types: ['supplement.received'],
      ...more,
    });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.body;
  };

  it('sends what its owner was granted, signed so that the standard package believes it, and nothing else', async () => {
    await grant({ personId: 'ivy', types: ['supplement.received'] });
    const { secret } = await subscribe();
    await fixture.append({ caseNo: 'TS-A' }, { caseNo: 'TS-B', type: 'case.accepted' }, { caseNo: 'TS-B', files: 2 });
    const received = await receiver.until(2);
    for (const { headers, body } of received) expect(new Webhook(secret).verify(body, headers)).toBeTruthy();
    expect(() => new Webhook(secret).verify('{}', received[0]?.headers ?? {})).toThrow();
    expect(types(received)).toEqual(['supplement.received', 'supplement.received']);
    expect(received[0]?.headers['content-type']).toContain('application/cloudevents+json');
  });

  it('without a grant sends events of cases that the owner may read alone; a grant that is withdrawn counts at once', async () => {
    await subscribe();
    await fixture.append({ caseNo: 'TS-A' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(receiver.received).toEqual([]);
  });

  it('a failing event holds back its key alone, goes again, and keeps its order', async () => {
    await grant({ personId: 'ivy', types: ['supplement.received'] });
    const { id } = await subscribe();
    receiver.answers.push(500);
    await fixture.append({ caseNo: 'TS-A', files: 1 }, { caseNo: 'TS-A', files: 2 });
    await triesKept(id, 1);
    // Not while this test is at it, however long that takes.
    await fixture.admin.query(
      `update integrations.webhook_delivery set next_at = now() + interval '1 day' where attempt = 1`,
    );
    await fixture.append({ caseNo: 'TS-B', files: 3 });
    const waiting = await triesKept(id, 2);
    expect(waiting.map(({ state, attempt, status }) => ({ state, attempt, status }))).toEqual([
      { state: 'sent', attempt: 1, status: 204 },
      { state: 'waiting', attempt: 0, status: null },
      { state: 'waiting', attempt: 1, status: 500 },
    ]);
    await fixture.admin.query(`update integrations.webhook_delivery set next_at = now() where state = 'waiting'`);
    const all = await receiver.until(4);
    const files = all.map(({ body }) => (JSON.parse(body) as { data: { files: number } }).data.files);
    expect(files).toEqual([1, 3, 1, 2]);
  });

  it('is switched off after five days of failures, never after a quiet week', async () => {
    await grant({ personId: 'ivy', types: ['supplement.received'] });
    const { id } = await subscribe();
    const stateOf = async () => (await call<WebhookView>('ivy', 'GET', `webhooks/${id}`)).body.state;
    await fixture.admin.query(`update integrations.webhook set last_success_at = now() - interval '7 days'`);
    receiver.answers.push(...Array.from({ length: 9 }, () => 500));
    await fixture.append({ caseNo: 'TS-A' });
    await triesKept(id, 1);
    expect(await stateOf()).toBe('enabled');
    await fixture.admin.query(
      `update integrations.webhook_delivery set created_at = now() - interval '6 days', next_at = now()`,
    );
    await eventually(async () => (await stateOf()) === 'disabled');
  });

  it('of which one hangs holds up no other, and an answer may hold anything', async () => {
    await grant({ personId: 'ivy', types: ['supplement.received'] });
    receiver.silent = true;
    await subscribe();
    const other = new Receiver();
    other.answers.push(200);
    const { id } = await subscribe({ url: await other.listen() });
    await fixture.append({ caseNo: 'TS-A' }, { caseNo: 'TS-B' });
    await other.until(2);
    await fixture.append({ caseNo: 'TS-A' });
    expect(await other.until(3)).toHaveLength(3);
    const items = await triesKept(id, 3);
    other.close();
    expect(items.map(({ state, attempt }) => `${state} ${attempt}`)).toEqual(['sent 1', 'sent 1', 'sent 1']);
    expect(items.some(({ answer }) => answer === 'a\uFFFDb')).toBe(true);
  });

  it('of which one cannot be read for holds up no other', async () => {
    await grant({ personId: 'ivy', types: ['supplement.received'] });
    const { id } = await subscribe();
    await subscribe();
    await fixture.admin.query(`update integrations.webhook set types = '{of.yore}' where id = $1`, [id]);
    await fixture.append({ caseNo: 'TS-A' });
    expect(await receiver.until(1)).toHaveLength(1);
  });

  it('that was off for longer than the log is kept goes on with what is kept', async () => {
    await grant({ personId: 'ivy', types: ['supplement.received'] });
    const { id } = await subscribe();
    await call('ivy', 'PATCH', `webhooks/${id}`, { state: 'disabled' });
    await fixture.append({ caseNo: 'TS-A', files: 1 }, { caseNo: 'TS-A', files: 2 });
    await fixture.admin.query(
      `with gone as (delete from event_log where data::jsonb ->> 'files' = '1' and position =
         (select max(position) - 1 from event_log) returning position)
       update log_horizon set position = (select position from gone)`,
    );
    await call('ivy', 'PATCH', `webhooks/${id}`, { state: 'enabled' });
    const received = await receiver.until(1);
    expect(received.map(({ body }) => (JSON.parse(body) as { data: { files: number } }).data.files)).toEqual([2]);
    await fixture.admin.query(`update log_horizon set position = 0`);
  });

  it('410 ends it; enabling goes on where it stopped', async () => {
    await grant({ personId: 'ivy', types: ['supplement.received'] });
    const { id } = await subscribe();
    receiver.answers.push(410);
    await fixture.append({ caseNo: 'TS-A' });
    const off = await eventually(async () => {
      const { body } = await call<WebhookView>('ivy', 'GET', `webhooks/${id}`);
      return body.state === 'disabled' && body;
    });
    expect(off).toMatchObject({ state: 'disabled', disabledBecause: 'gone' });
    await fixture.append({ caseNo: 'TS-B' });
    await call('ivy', 'PATCH', `webhooks/${id}`, { state: 'enabled' });
    expect(await receiver.until(3)).toHaveLength(3);
  });

  it('can be removed while one of its answers is being kept: neither waits for the other', async () => {
    const { id } = await subscribe();
    await fixture.admin.query(
      `insert into integrations.webhook_delivery (webhook_id, event_id, event_type, key, body, state, next_at, created_at)
       values ($1, gen_random_uuid(), 'supplement.received', 'TS-A', '{}', 'waiting', now() + interval '1 day', now())`,
      [id],
    );
    const [{ n }] = await fixture.admin.query<[{ n: string }]>(
      `select n from integrations.webhook_delivery where webhook_id = $1`,
      [id],
    );
    const book = fixture.service.app.get(DeliveryBook);
    const due = { n, webhookId: id, eventId: '', body: '{}', attempt: 0, url, secretEnc: '' };
    let kept: Promise<void> = Promise.resolve();
    await fixture.admin.transaction(async (manager) => {
      await manager.query(`select 1 from integrations.webhook where id = $1 for update`, [id]);
      kept = book.tried(due, { status: 204, answer: null }, 1, { state: 'sent' });
      await eventually(async () => {
        const waiting = await manager.query<unknown[]>(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return waiting.length > 0;
      });
      await manager.query(`delete from integrations.webhook where id = $1`, [id]);
    });
    await kept;
    expect((await call('ivy', 'GET', `webhooks/${id}`)).status).toBe(404);
  });

  it('refuses addresses inside the house, types that cannot be granted, and other people', async () => {
    const { id } = await subscribe();
    const inside = await call('ivy', 'POST', 'webhooks', { url: 'https://10.0.0.1/', types: ['case.accepted'] });
    expect([inside.status, inside.body['type']]).toEqual([422, 'webhook-address']);
    const sealed = await call('ivy', 'POST', 'webhooks', { url, types: ['employee-report.registered'] });
    expect([sealed.status, sealed.body['type']]).toEqual([403, 'event-type-not-granted']);
    expect((await call('ann', 'POST', 'webhooks', { url, types: ['case.accepted'] })).status).toBe(403);
    expect((await call('oli', 'GET', `webhooks/${id}`)).status).toBe(404);
    expect((await call('ivy', 'GET', 'webhooks')).body).not.toHaveProperty('secret');
  });

  it('R06.4 an authority hears of cases for which it was consulted, never of others', async () => {
    await grant({ personId: 'ivy', types: ['investigation.reported'], consultedUnitId: 'ZJJ' });
    await subscribe({ types: ['investigation.reported'] });
    await fixture.append({ caseNo: 'TS-A', type: 'investigation.reported', files: 1 });
    await fixture.append({ caseNo: 'TS-A', type: 'consultation.opened' });
    await fixture.admin.query(
      `update events.event_log set data = replace(data::text, '}', ', "authorities": ["ZJJ"]}')::json
       where type = 'consultation.opened' and case_no = 'TS-A'`,
    );
    await fixture.append(
      { caseNo: 'TS-A', type: 'investigation.reported', files: 2 },
      { caseNo: 'TS-B', type: 'investigation.reported', files: 3 },
    );
    const received = await receiver.until(1);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(received.map(({ body }) => (JSON.parse(body) as { data: { files: number } }).data.files)).toEqual([2]);
  });
});
