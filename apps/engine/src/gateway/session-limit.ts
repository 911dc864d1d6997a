import type { Http2Server, ServerHttp2Session } from 'node:http2';
import type { Server } from '@grpc/grpc-js';

/**
 * Clients built on grpc-js 1.9 (zeebe-node pins it) reset every stream when they have their answer, and Node ends a session after
 * about a thousand resets, with calls in it. Closing it gracefully before makes such a client connect anew without losing a call.
 */
const STREAMS_PER_SESSION = 800;

/** Call it when the server is bound. grpc-js shows its HTTP/2 servers to nobody, so this looks them up by name and says so if they are gone. */
export function limitSessions(server: Server, limit = STREAMS_PER_SESSION): void {
  const servers: unknown = Reflect.get(server, 'http2Servers');
  if (!(servers instanceof Map) || servers.size === 0)
    throw new Error('this release of @grpc/grpc-js keeps its HTTP/2 servers elsewhere; sessions cannot be limited');
  for (const http2 of servers.keys() as Iterable<Http2Server>)
    http2.on('session', (session) => countStreams(session, limit));
}

function countStreams(session: ServerHttp2Session, limit: number): void {
  let left = limit;
  session.on('stream', () => {
    if (--left === 0) session.close();
  });
}
