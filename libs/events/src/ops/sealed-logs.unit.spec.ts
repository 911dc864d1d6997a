import { PassThrough } from 'node:stream';
import { Logger, Problem } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import type { CloudEvent } from '../envelope/cloud-event.js';
import { EventHandling } from '../consume/event-handling.js';
import { Backoff } from '../relay/backoff.js';
import { EventLogOutlet } from '../relay/event-log-outlet.js';
import type { OutboxReader, RelayRow } from '../relay/outbox-reader.js';
import { SinkOutlet } from '../relay/sink-outlet.js';

const REPORT = 'JB-A1B2C3D4E5';
const FILE = 'DB-FH01-20260302-0001';
const CASE = 'TS-FH01-20260302-0001';

/** Lines that are written while `run` runs. */
async function linesOf(run: (log: Logger) => Promise<unknown>): Promise<string> {
  const stream = new PassThrough();
  const written: string[] = [];
  stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  await run(Logger.open({ logLevel: 'debug' }, 'test', stream));
  return written.join('');
}

const row = (type: string, partitionKey: string) =>
  ({ seq: '1', id: 'row-1', type, partitionKey, data: '{}', attempts: 4 }) as RelayRow;
/** Everything is refused, the first time or for good. */
const reader = (parked: boolean) =>
  ({ kind: 'message', refuse: () => Promise.resolve(parked) }) as unknown as OutboxReader;
const refusing = { transaction: () => Promise.reject(Object.assign(new Error('refused'), { code: '22007' })) };

describe('what the log says of a sealed row', () => {
  describe.each([true, false])('refused, for good: %s', (parked) => {
    const ofEvent = (type: string, key: string, schema = 'investigation') =>
      linesOf((log) => {
        const outlet = new EventLogOutlet(
          refusing as unknown as DataSource,
          reader(parked),
          new Backoff(1, 1),
          log,
          schema,
        );
        return outlet.deliver([row(type, key)]);
      });
    const ofMessage = (type: string, key: string, schema = 'intake') =>
      linesOf((log) => {
        const sink = { deliver: () => Promise.resolve([{ refused: 'INVALID' }]) };
        return new SinkOutlet(reader(parked), sink, new Backoff(1, 1), log, schema).deliver([row(type, key)]);
      });

    it.each([
      ['employee-report.registered', REPORT],
      ['supervision.opened', FILE],
      ['task.created', FILE],
      ['measure.done', `${FILE}-M1`],
    ])('access.md §5 %s: the id, by which an operator lets it go, and neither type nor number', async (type, key) => {
      const line = await ofEvent(type, key);
      expect(line).toContain('row-1');
      expect(line).not.toContain(key);
      expect(line).not.toContain(type);
    });

    it.each([
      ['start-employee-report', REPORT],
      ['start-supervision', FILE],
      ['deadline-reached', `${FILE}:R03.5`],
    ])('access.md §5 message %s: the same', async (type, key) => {
      const line = await ofMessage(type, key);
      expect(line).toContain('row-1');
      expect(line).not.toContain(key);
    });

    it('access.md §5 of the schema of the reports nothing is named', async () => {
      expect(await ofMessage('case-changed', 'X-1', 'employee_reports')).not.toContain('X-1');
    });

    it('events.md §4 other rows are named', async () => {
      expect(await ofEvent('case.accepted', CASE)).toMatch(new RegExp(`case\\.accepted.*${CASE}`));
      expect(await ofMessage('case-changed', CASE)).toContain(CASE);
    });
  });

  it.each([
    ['supervision.opened', FILE, false],
    ['task.completed', FILE, false],
    ['case.accepted', CASE, true],
  ])('access.md §5 events.md §5 %s that a consumer refuses is named: %s %s', async (type, key, named) => {
    const counted: string[] = [];
    const database = {
      transaction: () => Promise.reject(new Problem('not-found', 'missing')),
      manager: { query: () => Promise.resolve([]) },
      driver: { master: { options: {} } },
    };
    const envelope = { partitionkey: key, dataclassification: named ? 'internal' : 'restricted' };
    const event = { id: 'event-1', type, ...envelope, dataschema: `urn:huiying:schema:${type}:1.0` };
    const line = await linesOf((log) =>
      new EventHandling(database as unknown as DataSource, log, (...labels) => counted.push(labels.join(' '))).handle(
        { type: 'case.accepted', group: 'insights.some', handle: () => Promise.resolve() },
        event as unknown as CloudEvent,
        new AbortController().signal,
      ),
    );
    expect(line).toContain('event-1');
    expect([line.includes(key), line.includes(type)]).toEqual([named, named]);
    // A counter of what sealed files go through would be a count of the files.
    expect(counted).toEqual(named ? [`insights.some ${type} parked`] : []);
  });
});
