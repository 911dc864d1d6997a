import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { ServerUnaryCall, ServerWritableStream, UntypedServiceImplementation, sendUnaryData } from '@grpc/grpc-js';
import { isRefusal } from '@huiying/engine';
import type { Command, CommandName, Engine } from '@huiying/engine';
import { activateJobs, streamJobs } from './activation.js';
import { TRANSLATIONS } from './commands.js';
import { JobDispatcher } from './job-dispatcher.js';
import { gatewayService } from './protocol.js';
import { isDefect, statusOf } from './refused.js';
import { limitSessions } from './session-limit.js';
import { topology } from './topology.js';
import type { Requests } from './wire.js';

export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  /** Called after every call with its gRPC code (0: OK) and its duration in seconds; `defect` is set for what must be looked at. */
  readonly observe?: (method: string, code: number, seconds: number, defect?: unknown) => void;
}

/** As in Zeebe: 4 MB a request. */
const MESSAGE_BYTES = 4 * 1024 * 1024;
const CLOSE_WAIT_MS = 2_000;

/** The Zeebe gateway protocol in front of an engine. */
export class GatewayServer {
  private constructor(
    private readonly server: Server,
    readonly port: number,
    readonly jobs: JobDispatcher,
  ) {}

  /** Listens; `port: 0` takes a free one. */
  static async listen(engine: Engine, options: GatewayOptions): Promise<GatewayServer> {
    const server = new Server({
      'grpc.max_receive_message_length': MESSAGE_BYTES,
      'grpc.max_send_message_length': -1,
    });
    const jobs = new JobDispatcher(engine);
    let port = options.port;
    server.addService(
      gatewayService(),
      implementation(engine, jobs, options, () => topology(options.host, port)),
    );
    port = await new Promise<number>((resolve, reject) =>
      server.bindAsync(`${options.host}:${String(options.port)}`, ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      ),
    );
    limitSessions(server);
    return new GatewayServer(server, port, jobs);
  }

  /** Lets running calls end for a moment, then cuts what still waits (long polls, streams). */
  async close(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.server.tryShutdown(() => resolve()));
    const timer = setTimeout(() => this.server.forceShutdown(), CLOSE_WAIT_MS);
    await gone;
    clearTimeout(timer);
  }
}

type Observe = NonNullable<GatewayOptions['observe']>;

function implementation(
  engine: Engine,
  jobs: JobDispatcher,
  { observe = () => undefined }: GatewayOptions,
  describe: () => object,
): UntypedServiceImplementation {
  const calls: UntypedServiceImplementation = {
    Topology: unary('Topology', observe, () => Promise.resolve(describe())),
    ActivateJobs: streaming<Requests['ActivateJobs']>('ActivateJobs', observe, (call) => activateJobs(call, jobs)),
    StreamActivatedJobs: streaming<Requests['StreamActivatedJobs']>('StreamActivatedJobs', observe, (call) =>
      streamJobs(call, jobs),
    ),
  };
  for (const [method, translation] of Object.entries(TRANSLATIONS)) {
    // The table pairs each request with its command and that command's answer; here they are handled alike.
    const { command, reply } = translation as {
      command: (request: unknown) => Command;
      reply: (answer: unknown) => object;
    };
    calls[method] = unary(method, observe, async (request) => {
      const answer = await engine.execute<CommandName>(command(request));
      return isRefusal(answer) ? answer : reply(answer);
    });
  }
  return calls;
}

function unary(method: string, observe: Observe, handle: (request: unknown) => Promise<object>) {
  return (call: ServerUnaryCall<unknown, object>, respond: sendUnaryData<object>): void => {
    const begin = performance.now();
    const done = (code: number, defect?: unknown) => observe(method, code, (performance.now() - begin) / 1000, defect);
    const refuse = (cause: unknown) => {
      const error = statusOf(cause, method);
      done(error.code, isDefect(cause) ? cause : undefined);
      respond(error);
    };
    // In a promise, so that a request that cannot be translated is refused like any other.
    Promise.resolve()
      .then(() => handle(call.request))
      .then(
        (answer) => {
          if (isRefusal(answer)) return refuse(answer);
          done(0);
          respond(null, answer);
        },
        (cause: unknown) => refuse(cause),
      );
  };
}

function streaming<Q>(method: string, observe: Observe, handle: (call: ServerWritableStream<Q, object>) => void) {
  return (call: ServerWritableStream<Q, object>): void => {
    const begin = performance.now();
    const done = (code: number, defect?: unknown) => observe(method, code, (performance.now() - begin) / 1000, defect);
    call.on('finish', () => done(0));
    try {
      handle(call);
    } catch (cause) {
      const error = statusOf(cause, method);
      done(error.code, isDefect(cause) ? cause : undefined);
      call.emit('error', error);
    }
  };
}
