import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a route answers: JSON of `body`, or nothing when the route has written the response itself. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly contentType?: string;
}

export interface RouteRequest {
  /** Parts of the path that the route names, `:key` for example. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body; undefined when there is none. @throws HttpError 400 */
  body(): Promise<unknown>;
  readonly raw: IncomingMessage;
  readonly response: ServerResponse;
}

export type Route = (request: RouteRequest) => Promise<Reply | undefined> | Reply | undefined;

/** `GET /admin/incidents` → route. */
export type Routes = Readonly<Record<string, Route>>;

/** Ends a request with problem+json. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    /** Further members of the answer. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

const BODY_BYTES = 64 * 1024;

export class MonitoringServer {
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** `onDefect` gets what no route expected; the caller sees a 500 without it. */
  static async listen(
    routes: Routes,
    { host, port, onDefect }: { host: string; port: number; onDefect: (cause: unknown) => void },
  ): Promise<MonitoringServer> {
    const compiled = Object.entries(routes).map(([name, route]) => ({ ...pattern(name), route }));
    const server = createServer((raw, response) => {
      void answer(compiled, raw, response, onDefect);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, resolve);
    });
    return new MonitoringServer(server, (server.address() as AddressInfo).port);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }
}

interface Compiled {
  method: string;
  path: RegExp;
  route: Route;
}

function pattern(name: string): Omit<Compiled, 'route'> {
  const [method = '', path = ''] = name.split(' ');
  return { method, path: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) };
}

async function answer(
  routes: readonly Compiled[],
  raw: IncomingMessage,
  response: ServerResponse,
  onDefect: (cause: unknown) => void,
): Promise<void> {
  try {
    // A page in a browser must not move the clock or retry an incident behind its user's back.
    if (raw.headers['sec-fetch-site'] && raw.headers['sec-fetch-site'] !== 'none' && raw.method !== 'GET')
      throw new HttpError(403, 'cross-site', 'browsers may only read here');
    const url = new URL(raw.url ?? '/', 'http://monitoring');
    const onPath = routes.filter(({ path }) => path.test(url.pathname));
    if (onPath.length === 0) throw new HttpError(404, 'not-found', `there is no ${url.pathname}`);
    const found = onPath.find(({ method }) => method === raw.method);
    if (!found) throw new HttpError(405, 'method-not-allowed', `${String(raw.method)} is not allowed here`);
    const params = { ...found.path.exec(url.pathname)?.groups };
    const request = { params, query: url.searchParams, body: () => readBody(raw), raw, response };
    const reply = await found.route(request);
    if (reply) send(response, reply);
  } catch (cause) {
    const known = cause instanceof HttpError ? cause : new HttpError(500, 'internal', 'something went wrong here');
    if (!(cause instanceof HttpError)) onDefect(cause);
    if (response.headersSent) return void response.destroy();
    const body = { type: known.type, title: known.message, status: known.status, ...known.members };
    send(response, { status: known.status, body, contentType: 'application/problem+json' });
  }
}

function send(response: ServerResponse, { status, body, contentType = 'application/json' }: Reply): void {
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' });
  response.end(typeof body === 'string' && contentType.startsWith('text/') ? body : JSON.stringify(body));
}

async function readBody(raw: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of raw as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_BYTES) throw new HttpError(413, 'too-large', `at most ${String(BODY_BYTES)} bytes`);
    parts.push(part);
  }
  if (size === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    throw new HttpError(400, 'malformed', 'the body is no JSON');
  }
}
