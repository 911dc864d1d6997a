import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { testStaff } from '@huiying/platform/testing';
import { eventually } from '@huiying/events/testing';
import { EventStream, type StreamSource } from './event-stream.js';
import type { LoggedEvent } from './event-log.read-model.js';

const reader = testStaff();
const times = { pollMs: 20, heartbeatMs: 50, undrainedMs: 300, renewMs: 100 };

/** A log that never ends. */
function endless(): StreamSource & { pages: number } {
  const source = {
    pages: 0,
    page: (_reader: unknown, _filter: unknown, after: string, limit: number) => {
      source.pages++;
      const items = Array.from({ length: limit }, (_, n): LoggedEvent => {
        const position = String(Number(after) + n + 1);
        return {
          position,
          envelope: { type: 'case.accepted' } as LoggedEvent['envelope'],
          data: `{"pad":"${'x'.repeat(2_000)}"}`,
        };
      });
      return Promise.resolve({ items, next: String(Number(after) + limit), more: true });
    },
    renew: () => Promise.resolve(reader),
  };
  return source;
}

describe('EventStream', () => {
  let server: Server;
  let socket: Socket | undefined;

  async function open(
    source: StreamSource,
    undrainedMs = times.undrainedMs,
  ): Promise<{ socket: Socket; finished: Promise<unknown> }> {
    let finish: (outcome: unknown) => void = () => undefined;
    const finished = new Promise((resolve) => (finish = resolve));
    server = createServer((_request, response) => {
      new EventStream(response, source, {}, { ...times, undrainedMs }).run(reader, '0').then(finish, finish);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    return { socket, finished };
  }
  afterEach(async () => {
    socket?.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('pulls nothing more for a client that takes nothing, and closes it', async () => {
    const source = endless();
    const { socket: client, finished } = await open(source);
    client.pause();
    await finished;
    const pages = source.pages;
    expect(pages).toBeLessThan(60); // what fits into the socket buffers, some megabytes; then it stood still
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(source.pages).toBe(pages);
  });

  it('goes on for a client that is slow but takes', async () => {
    const source = endless();
    const { socket: client } = await open(source, 2_000); // long enough for a busy machine to take something meanwhile
    const begun = performance.now();
    let bytes = 0;
    client.on('data', (chunk) => {
      bytes += chunk.length;
      client.pause();
      setTimeout(() => client.resume(), 20);
    });
    await eventually(() => bytes > 5_000_000 && performance.now() - begun > 3_000);
    expect(client.destroyed).toBe(false);
  });

  it('ends when the reader may no longer read', async () => {
    let renewed = 0;
    const source: StreamSource = {
      page: (_reader, _filter, after) => Promise.resolve({ items: [], next: after, more: false }),
      renew: () => (++renewed > 1 ? Promise.reject(new Error('token expired')) : Promise.resolve(reader)),
    };
    const { finished } = await open(source);
    expect(await finished).toMatchObject({ message: 'token expired' });
  });
});
