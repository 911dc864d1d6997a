import { Clock } from '@huiying/platform';
import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { connectionOf } from '../session/pool.js';
import { eventsDatabase, type EventsDatabase } from '../testing/events-database.js';
import { supplementReceived } from '../testing/factories.js';
import { Outbox } from './outbox.js';
import { OutboxDefect } from './outbox.errors.js';

interface Row {
  seq: string;
  id: string;
  kind: string;
  type: string;
  topic: string | null;
  partition_key: string;
  key_seq: string | null;
  envelope: Record<string, string>;
  data: string;
  held_for: string | null;
}

describe('Outbox', () => {
  let database: EventsDatabase;
  let dataSource: DataSource;
  let outbox: Outbox;
  const rows = () => dataSource.query<Row[]>('select * from outbox order by seq');

  beforeAll(async () => {
    database = await eventsDatabase(['intake']);
    dataSource = await database.open('intake', 25);
    outbox = new Outbox(dataSource, new Clock(), { service: 'intake' });
  });
  afterAll(() => database.destroy());
  beforeEach(() => database.clear());

  it('tells each kind that was inserted, once', async () => {
    const client = new Client(connectionOf(dataSource));
    const heard: (string | undefined)[] = [];
    client.on('notification', ({ payload }) => heard.push(payload));
    await client.connect();
    await client.query('listen outbox_intake');
    await dataSource.transaction(async (manager) => {
      await outbox.event(manager, supplementReceived('TS-1'));
      await outbox.event(manager, supplementReceived('TS-2'));
    });
    await client.query('select 1'); // what was told before arrives with the answer
    await client.end();
    expect(heard).toEqual(['event']);
  });

  it('takes many messages in one transaction, more than the server could lock one by one', async () => {
    const [room] = await dataSource.query<{ locks: number }[]>(
      `select current_setting('max_connections')::int * current_setting('max_locks_per_transaction')::int as locks`,
    );
    const count = 3 * (room?.locks ?? 0);
    await dataSource.transaction(async (manager) => {
      for (let n = 0; n < count; n++)
        await outbox.message(manager, { name: 'start-training', correlationKey: `PX:${n}`, variables: {} });
    });
    const [left] = await dataSource.query<{ count: number }[]>('select count(*)::int as count from outbox');
    expect(left?.count).toBe(count);
  });

  it('writes envelope, sequence and the bytes of data with the change', async () => {
    const ids = await dataSource.transaction(async (manager) => [
      await outbox.event(manager, supplementReceived('TS-1')),
      await outbox.event(manager, {
        ...supplementReceived('TS-1', 3),
        process: { processId: 'eligibility-check', processVersion: 7, elementId: 'review-intake' },
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      }),
    ]);
    const [first, second] = await rows();
    expect([first?.id, second?.id]).toEqual(ids);
    expect(first).toMatchObject({ kind: 'event', topic: 'supplement', partition_key: 'TS-1', key_seq: '1' });
    expect(second?.envelope).toEqual({
      specversion: '1.0',
      id: ids[1],
      source: '/huiying/intake',
      type: 'supplement.received',
      subject: 'TS-1',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/) as string,
      datacontenttype: 'application/json',
      dataschema: 'urn:huiying:schema:supplement.received:1.0',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      partitionkey: 'TS-1',
      sequence: '0000000002',
      orgid: 'FH01',
      caseno: 'TS-1',
      processid: 'eligibility-check',
      processversion: '7',
      elementid: 'review-intake',
      dataclassification: 'internal',
    });
    const data = JSON.parse(second?.data ?? '') as Record<string, unknown>;
    expect(data).toEqual({
      caseNo: 'TS-1',
      orgId: 'FH01',
      at: second?.envelope['time'],
      actorId: 'complainant',
      files: 3,
    });
  });

  it('emits nothing when the transaction is rolled back, and leaves no gap', async () => {
    const append = (fail: boolean) =>
      dataSource.transaction(async (manager) => {
        await outbox.event(manager, supplementReceived('TS-2'));
        if (fail) throw new Error('rolled back');
      });
    await append(false);
    await expect(append(true)).rejects.toThrow('rolled back');
    await append(false);
    expect((await rows()).map(({ key_seq }) => key_seq)).toEqual(['1', '2']);
  });

  it('numbers every key without gaps in order of commit, with 20 writers on 5 keys', async () => {
    const keys = ['TS-a', 'TS-b', 'TS-c', 'TS-d', 'TS-e'];
    const writer = async (n: number): Promise<void> => {
      for (let round = 0; round < 20; round++) {
        await dataSource
          .transaction(async (manager) => {
            // keys in another order every time: what would deadlock if the locks were taken as appended
            for (let k = 0; k < 3; k++)
              await outbox.event(manager, supplementReceived(keys[(n + round * 3 - k * 2 + 50) % 5] ?? '', n));
            if ((n + round) % 7 === 0) throw new Error('rolled back');
          })
          .catch((error: unknown) => expect(String(error)).toContain('rolled back'));
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => writer(n)));
    const written = await rows();
    expect(written.length).toBeGreaterThan(900);
    for (const key of keys) {
      const numbers = written.filter((row) => row.partition_key === key).map(({ key_seq }) => Number(key_seq));
      expect(numbers).toEqual(numbers.map((_, at) => at + 1)); // by seq: gapless and in commit order at once
    }
  });

  it('lets a restricted event tell no time, person or case', async () => {
    const ofReports = new Outbox(dataSource, new Clock(), { service: 'employee-reports' });
    await dataSource.transaction((manager) =>
      ofReports.event(manager, {
        type: 'employee-report.registered',
        subject: 'JB-4K7Q2M9X3T',
        orgId: 'FH00',
        actorId: 'system',
        data: { reportNo: 'JB-4K7Q2M9X3T' },
        cause: { route: 'report.file' },
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
        causationId: '0197a1c4-6c1e-7d3a-9b51-2f6f0f3f8a10',
      }),
    );
    const [row] = await rows();
    expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(row?.envelope['time']).toMatch(/T00:00:00\.000\+08:00$/);
    expect(row?.envelope).not.toHaveProperty('traceparent');
    expect(row?.envelope).not.toHaveProperty('causationid');
    expect(row?.envelope).not.toHaveProperty('caseno');
    await expect(
      dataSource.transaction((manager) =>
        ofReports.event(manager, {
          type: 'employee-report.registered',
          subject: 'JB-1',
          orgId: 'FH00',
          actorId: 'P-17',
          data: { reportNo: 'JB-1' },
          cause: { route: 'report.file' },
        }),
      ),
    ).rejects.toThrow(OutboxDefect);
  });

  it('writes messages, jobs and notices', async () => {
    await dataSource.transaction(async (manager) => {
      await outbox.message(manager, {
        name: 'start-complaint-handling',
        correlationKey: 'TS-1',
        variables: { kind: 'sales' },
        startsProcess: 'complaint-handling',
      });
      await outbox.message(manager, { name: 'case-changed', correlationKey: 'TS-1', variables: {} });
      await outbox.job(manager, { jobKey: '2251799813685251', variables: { approved: true }, taskId: 'T1' });
      await outbox.notice(manager, { noticeId: 'N1' });
    });
    const written = await rows();
    expect(written.map(({ kind, type, held_for }) => [kind, type, held_for])).toEqual([
      ['message', 'start-complaint-handling', 'complaint-handling'],
      ['message', 'case-changed', null],
      ['job', 'complete-job', null],
      ['notice', 'notice', null],
    ]);
    expect(written.map(({ data }) => (JSON.parse(data) as { ttlMs?: number }).ttlMs)).toEqual([
      0,
      600_000,
      undefined,
      undefined,
    ]);
  });

  describe('refuses as a defect', () => {
    const inTransaction = (work: (manager: EntityManager) => Promise<unknown>) => dataSource.transaction(work);
    const loose = (draft: object) => draft as ReturnType<typeof supplementReceived>;

    it.each<[string, (manager: EntityManager) => Promise<unknown>]>([
      [
        'a cause that is not listed',
        (m) => outbox.event(m, loose({ ...supplementReceived('TS-9'), cause: { job: 'intake.accept-case' } })),
      ],
      [
        'two causes',
        (m) => outbox.event(m, loose({ ...supplementReceived('TS-9'), cause: { route: 'portal.answer', clock: 'x' } })),
      ],
      [
        'a type of another service',
        (m) =>
          outbox.event(
            m,
            loose({ ...supplementReceived('TS-9'), type: 'task.created', cause: { consumer: 'engine-feed' } }),
          ),
      ],
      [
        'a type outside the registry',
        (m) => outbox.event(m, loose({ ...supplementReceived('TS-9'), type: 'case.invented' })),
      ],
      [
        'a property outside the schema',
        (m) => outbox.event(m, loose({ ...supplementReceived('TS-9'), data: { files: 1, phone: '13812345678' } })),
      ],
      ['a missing property', (m) => outbox.event(m, loose({ ...supplementReceived('TS-9'), data: {} }))],
      ['text where a code belongs', (m) => outbox.event(m, { ...supplementReceived('TS-9'), actorId: '张三' })],
      [
        'a text variable in a message',
        (m) => outbox.message(m, { name: 'x', correlationKey: 'k', variables: { note: 'leaks here' } }),
      ],
      [
        'a text variable deep in a job',
        (m) => outbox.job(m, { jobKey: '1', taskId: 'T', variables: { list: [{ name: '王 五' }] } }),
      ],
      ['a nested transaction', (m) => m.transaction((inner) => outbox.event(inner, supplementReceived('TS-9')))],
      ['no transaction at all', () => outbox.event(dataSource.manager, supplementReceived('TS-9'))],
    ])('%s', async (_name, work) => {
      await expect(inTransaction(work)).rejects.toThrow(OutboxDefect);
      expect(await rows()).toEqual([]);
    });

    it('names fields, never values', async () => {
      const leak = inTransaction((m) =>
        outbox.event(m, loose({ ...supplementReceived('TS-9'), data: { files: '13812345678', secretName: 'x' } })),
      );
      await expect(leak).rejects.toThrow(/files type.*secretName|secretName.*files type/);
      await expect(leak).rejects.not.toThrow(/13812345678/);
    });
  });

  it('still writes after a nested transaction was rolled back to its savepoint', async () => {
    await dataSource.transaction(async (manager) => {
      await outbox.event(manager, supplementReceived('TS-3'));
      await manager.transaction(() => Promise.reject(new Error('inner'))).catch(() => undefined);
      await outbox.event(manager, supplementReceived('TS-3'));
    });
    expect(await rows()).toHaveLength(2);
  });
});
