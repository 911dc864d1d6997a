import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AnyRecord, Engine, Store } from '@huiying/engine';
import { recordRoutes } from './records.routes.js';
import type { RouteRequest } from './router.js';

type Told = (records: readonly AnyRecord[]) => Promise<void>;

/** A reader whose buffer is full after every write. */
class SlowReader extends EventEmitter {
  readonly written: string[] = [];
  readonly destroyed = false;
  writeHead = () => this;

  write(text: string): boolean {
    this.written.push(text);
    return false;
  }
}

describe('the record feed as a stream', () => {
  it('waits for a slow reader, again and again, and leaves nothing behind on the connection', async () => {
    let told: Told | undefined;
    const engine = {
      subscribe: (_: number, tell: Told) => {
        told = tell;
        return () => undefined;
      },
    };
    const response = new SlowReader();
    const request = {
      query: new URLSearchParams(),
      raw: { headers: { accept: 'text/event-stream' } },
      response: response as unknown as ServerResponse,
    };
    const route = recordRoutes(engine as unknown as Engine, { oldest: () => Promise.resolve(0) } as unknown as Store)[
      'GET /admin/records'
    ];
    await route?.(request as unknown as RouteRequest);
    const before = response.listenerCount('close');
    const record = { position: 1, key: 1, timestamp: 0, valueType: 'MESSAGE', value: {} } as unknown as AnyRecord;
    for (let n = 0; n < 20; n++) {
      const taken = told?.([record]);
      setImmediate(() => response.emit('drain'));
      await taken;
    }
    expect(response.written.filter((text) => text.startsWith('id: 1'))).toHaveLength(20);
    expect([response.listenerCount('close'), response.listenerCount('drain')]).toEqual([before, 0]);
    response.emit('close');
  });
});
