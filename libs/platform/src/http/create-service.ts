import { type DynamicModule, type INestApplication, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AccessGuard } from '../access/access.guard.js';
import { AccessRegistry } from '../access/access.registry.js';
import { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { Metrics } from '../health/metrics.js';
import { Logger } from '../log/logger.js';
import { Problem } from '../problem/problem.js';
import { ProblemFilter, sendProblem } from '../problem/problem.filter.js';
import { bodyFault } from './body-depth.js';
import { serveConsole } from './console-files.js';
import type { HttpRequest } from './http-request.js';
import { isMeasured } from './measured.js';
import { NestLog } from './nest-log.js';
import { PlatformModule } from './platform.module.js';
import { rememberNetwork } from './request-origin.js';
import { KeyCheck } from '../vault/key-check.js';
import { type Middleware, securityHeaders } from './security-headers.js';
import { withTrace } from './trace-context.js';
import { validationPipe } from './validation.js';

export interface ServiceOptions {
  /** `intake`, `all-in-one`: in logs and metrics. */
  name: string;
  module: Type | DynamicModule;
}

/** Settings that keep a service from starting, all of them at once (exit 78). */
export class StartRefused extends Error {
  constructor(readonly faults: string[]) {
    super(`start refused:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'StartRefused';
  }
}

const BODY_LIMIT = '1mb';
/** Query parameters that may stand more than once (events.md §6). */
const REPEATABLE = new Set(['type']);

/**
 * The Nest application with everything that is the same for all services; not listening and not initialised yet, so that the clock
 * can be set before anything runs. Tests use it too (`openTestService` of libs/platform/testing).
 */
export async function createService(
  options: ServiceOptions,
  config: Config,
  clock: Clock,
): Promise<NestExpressApplication> {
  const root = {
    module: class ServiceRoot {},
    imports: [PlatformModule.forRoot({ config, name: options.name, clock }), options.module],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const logger = app.get(Logger);
  app.useLogger(new NestLog(logger));
  app.disable('x-powered-by', 'etag');
  app.set('query parser', 'simple');
  const chain = [trace, remember(config), measure(app.get(Metrics)), ...securityHeaders(config)];
  for (const middleware of chain) app.use(middleware);
  serveConsole(app, config.consoleDir);
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.use(refuseHostileBodies);
  app.setGlobalPrefix('api', { exclude: ['health/{*path}', 'metrics', 'internal/{*path}'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalGuards(app.get(AccessGuard));
  serveOpenApi(app);
  return app;
}

/**
 * Everything that must hold before a request is served: keys that open what was sealed, modules that started, routes that say who may
 * use them.
 * @throws KeyMissing, StartRefused
 */
export async function initService(app: INestApplication): Promise<void> {
  await app.get(KeyCheck).run();
  await app.init();
  const faults = app.get(AccessRegistry).faults();
  if (faults.length > 0) throw new StartRefused(faults);
}

const trace: Middleware = (request, _response, next) => {
  const { traceparent } = request.headers;
  withTrace(typeof traceparent === 'string' ? traceparent : undefined, () => next());
};

function remember(config: Config): Middleware {
  return (request, _response, next) => {
    rememberNetwork(request, config.trustedProxies);
    next();
  };
}

function measure(metrics: Metrics): Middleware {
  return (request, response, next) => {
    if (!isMeasured(request.url ?? '')) return next();
    const end = metrics.requests.startTimer();
    response.once('finish', () => end(labelsOf(request, response)));
    next();
  };
}

/** The route as declared, never the address asked for: that holds case numbers. */
function labelsOf(request: IncomingMessage & { route?: { path?: string } }, response: ServerResponse) {
  return {
    method: request.method ?? '',
    route: request.route?.path ?? 'none',
    status: String(response.statusCode),
  };
}

const refuseHostileBodies: Middleware = (request, response, next) => {
  const { body, query } = request as HttpRequest;
  const fault = bodyFault(body) ?? bodyFault(query);
  const doubled = Object.entries(query ?? {}).some(
    ([name, value]) => typeof value === 'object' && !REPEATABLE.has(name),
  );
  if (!fault && !doubled) return next();
  sendProblem(request, response, new Problem(fault ?? 'malformed-body', 'malformed'));
};

function serveOpenApi(app: NestExpressApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Huiying')
    .setVersion('1')
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Tracking-Code' }, 'tracking-code')
    .build();
  let document: unknown;
  app.use('/api/openapi.json', (_request: IncomingMessage, response: ServerResponse) => {
    document ??= SwaggerModule.createDocument(app, description);
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(document));
  });
}
