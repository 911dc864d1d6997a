import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AnyRecord, Engine, Store } from '@huiying/engine';
import { recordRoutes } from './records.routes.js';
import type { RouteRequest } from './router.js';

type Told = (records: readonly AnyRecord[]) => Promise<void>;

/** A reader whose buffer is full after every write. */
class SlowReader extends EventEmitter {
  readonly written: string[] = [];
  destroyed = false;
  writeHead = () => this;

  destroy(): void {
    this.destroyed = true;
  }

  write(text: string): boolean {
    this.written.push(text);
    return false;
  }
}

const record = (position: number) =>
  ({ position, key: 1, timestamp: 0, valueType: 'MESSAGE', value: {} }) as unknown as AnyRecord;

/** The route on an engine and a store that the test plays. */
function ask(
  query: string,
  accept: string,
  { committed = 0, ...store }: { committed?: number; read?: Store['read']; oldest?: Store['oldest'] },
) {
  let told: Told = () => Promise.reject(new Error('nobody listens'));
  const figures = { committedPosition: committed };
  const engine = {
    figures: () => ({ ...figures }),
    subscribe: (_: number, tell: Told) => {
      told = tell;
      return () => undefined;
    },
  };
  const response = new SlowReader();
  const request = {
    query: new URLSearchParams(query),
    raw: { headers: { accept } },
    response: response as unknown as ServerResponse,
  };
  const played = { oldest: () => Promise.resolve(0), ...store } as unknown as Store;
  const route = recordRoutes(engine as unknown as Engine, played)['GET /admin/records'];
  if (!route) throw new Error('no route');
  const reply = Promise.resolve().then(() => route(request as unknown as RouteRequest));
  return { reply, response, figures, tell: (...records: AnyRecord[]) => told(records) };
}

describe('the record feed as a stream', () => {
  const open = async (after = 0, committed = after) => {
    const stream = ask(`after=${after}`, 'text/event-stream', { committed });
    await stream.reply;
    return stream;
  };
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  it('waits for a slow reader, again and again, and leaves nothing behind on the connection', async () => {
    const { response, tell } = await open();
    const before = response.listenerCount('close');
    for (let n = 1; n <= 20; n++) {
      const taken = tell(record(n));
      setImmediate(() => response.emit('drain'));
      await taken;
    }
    expect(response.written.filter((text) => text.startsWith('id: '))).toHaveLength(20);
    expect([response.listenerCount('close'), response.listenerCount('drain')]).toEqual([before, 0]);
    response.emit('close');
  });

  it('tells now and then how far it looked, so that a reader of few records does not stay behind', async () => {
    const stream = ask('after=4&valueType=JOB', 'text/event-stream', { committed: 4 });
    await stream.reply;
    await stream.tell(record(5), record(6));
    jest.advanceTimersByTime(15_000);
    expect(stream.response.written).toEqual([': records\n\n', ':\nid: 6\n\n']);
    stream.response.emit('close');
  });

  it('breaks off where records were dropped before the reader had them', async () => {
    const { response, tell } = await open();
    setImmediate(() => response.emit('drain'));
    await tell(record(1));
    await tell(record(3));
    expect(response.destroyed).toBe(true);
    expect(response.written.join('')).not.toContain('id: 3');
  });
});

describe('the record feed in pages', () => {
  it('goes on before what commits while the page is read', async () => {
    const page: ReturnType<typeof ask> = ask('after=7', 'application/json', {
      committed: 9,
      read: () => {
        page.figures.committedPosition = 12; // records 10 to 12 are not in this page
        return Promise.resolve([record(8)]);
      },
    });
    expect(await page.reply).toMatchObject({ status: 200, body: { next: 9 } });
  });

  it.each([
    ['dropped before', '3', 4],
    ['dropped while the page is read', '5', 6],
    ['of another log, which has come farther', '30', 4],
  ])('answers 410 and the oldest kept for records %s', async (_, after, oldest) => {
    let asked = 0;
    const { reply } = ask(`after=${after}`, 'application/json', {
      committed: 20,
      read: () => Promise.resolve([record(10)]),
      oldest: () => Promise.resolve(after === '5' && asked++ === 0 ? 5 : oldest),
    });
    await expect(reply).rejects.toMatchObject({ status: 410, members: { oldest } });
  });
});
