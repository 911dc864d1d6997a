import { connect } from 'node:http2';
import { once } from 'node:events';
import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { gatewayService } from './protocol.js';
import { limitSessions } from './session-limit.js';

/** A gateway that answers nothing but Topology. */
async function listen(limit: number): Promise<{ server: Server; port: number }> {
  const server = new Server();
  const calls: UntypedServiceImplementation = {
    Topology: (_call: unknown, respond: (error: null, reply: object) => void) => respond(null, { clusterSize: 1 }),
  };
  server.addService(gatewayService(), calls);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  limitSessions(server, limit);
  return { server, port };
}

it('ends a session gracefully after so many streams, with every one of them answered', async () => {
  const { server, port } = await listen(10);
  const session = connect(`http://127.0.0.1:${String(port)}`);
  const goaway = once(session, 'goaway');
  const statuses: unknown[] = [];
  for (let n = 0; n < 10; n++) {
    const stream = session.request({
      ':method': 'POST',
      ':path': '/gateway_protocol.Gateway/Topology',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    stream.resume();
    stream.end(Buffer.from([0, 0, 0, 0, 0]));
    const [trailers] = (await once(stream, 'trailers')) as [Record<string, string>];
    statuses.push(trailers['grpc-status']);
  }
  expect(statuses).toEqual(Array.from({ length: 10 }, () => '0'));
  const [code] = (await goaway) as [number];
  expect(code).toBe(0);
  session.destroy();
  server.forceShutdown();
});
