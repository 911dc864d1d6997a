import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config/config.js';
import { InternalAddress } from './internal-address.js';
import { ServiceClient } from './service-client.js';
import { ServiceTokens } from './service-tokens.js';

describe('ServiceClient', () => {
  let server: Server | undefined;

  async function clientOf(answer: RequestListener): Promise<ServiceClient> {
    server = createServer(answer);
    await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const config = { serviceUrls: { intake: `http://127.0.0.1:${port}` } } as unknown as Config;
    return new ServiceClient(
      config,
      new ServiceTokens('a secret of thirty-two characters', 'tasklist'),
      new InternalAddress(),
    );
  }

  afterEach(() => server?.close());

  it('gives what the other service answers', async () => {
    const client = await clientOf((_, response) => response.end('{"caseNo":"TS-1"}'));
    await expect(client.get('intake', '/internal/cases/TS-1')).resolves.toEqual({ caseNo: 'TS-1' });
  });

  it('is unavailable, not a fault, when an answer breaks off', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"caseNo"');
      setImmediate(() => response.destroy());
    });
    await expect(client.get('intake', '/internal/cases/TS-1')).rejects.toMatchObject({ status: 503, retryAfter: 2 });
  });

  it('is unavailable when the other service fails, and passes on what it refuses', async () => {
    const failing = await clientOf((_, response) => response.writeHead(500).end('{"type":"fault"}'));
    await expect(failing.get('intake', '/internal/x')).rejects.toMatchObject({ code: 'unavailable', status: 503 });
    server?.close();
    const refusing = await clientOf((_, response) =>
      response.writeHead(422).end('{"type":"not-a-day","errors":[{"field":"date","code":"not-a-day"}]}'),
    );
    await expect(refusing.post('intake', '/internal/x')).rejects.toMatchObject({
      code: 'not-a-day',
      status: 422,
      errors: [{ field: 'date', code: 'not-a-day' }],
    });
  });
});
