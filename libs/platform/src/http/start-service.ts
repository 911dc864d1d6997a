import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Clock } from '../clock.js';
import { ClockFollower } from '../clock/clock-follower.js';
import type { Config } from '../config/config.js';
import { databaseUrlOf } from '../config/database-url.js';
import { ConfigError, EXIT_CONFIG, readConfig } from '../config/read-config.js';
import { Logger } from '../log/logger.js';
import { InternalAddress } from '../services/internal-address.js';
import { KeyMissing } from '../vault/keyring.js';
import { createService, initService, type ServiceOptions, StartRefused } from './create-service.js';
import { productionFaults } from './production-refusals.js';
import { markInternal } from './request-origin.js';

interface StartOptions {
  name: ServiceOptions['name'];
  /** Or what it is under these settings. */
  module: DynamicModule | ((config: Config) => DynamicModule);
}

/**
 * Starts a service: settings, clock, module, both ports. Every main.ts is a call of it. It listens then; whether it is ready, models and
 * database included, says `/health/ready`, which `npm start` waits for before its line `ready <address>`.
 * Ends the process with 78 and one clear line each when settings, keys or routes are not as they must be.
 */
export async function startService(options: StartOptions): Promise<void> {
  try {
    await run(options);
  } catch (error) {
    refuse(error);
  }
}

async function run({ name, module }: StartOptions): Promise<void> {
  const config = readConfig();
  const faults = productionFaults(config);
  if (faults.length > 0) throw new StartRefused(faults);
  const clock = new Clock();
  const options = { name, module: typeof module === 'function' ? module(config) : module };
  const app = await createService(options, config, clock);
  const logger = app.get(Logger);
  const follower = new ClockFollower(clock, databaseUrlOf(config, 'access'), options.name, (error) =>
    logger.warn('clock.lost', {}, error),
  );
  await follower.start();
  await initService(app);
  const internal = await openInternalPort(app, config);
  app.get(InternalAddress).listensAt(internal.url);
  stopOnSignals(app, async () => {
    await close(internal.server);
    await app.close();
    await follower.stop();
  });
  await app.listen(config.httpPort, config.host);
  logger.info('service.listening', { port: config.httpPort, pid: process.pid });
}

/** The same application behind a second door, which alone leads to /internal. */
async function openInternalPort(app: NestExpressApplication, config: Config): Promise<{ server: Server; url: string }> {
  const listener = app.getHttpAdapter().getInstance() as RequestListener;
  const server = createServer((request, response) => {
    markInternal(request);
    listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.internalPort, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://${config.host}:${port}` };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function stopOnSignals(app: NestExpressApplication, stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      app.get(Logger).info('service.stopping', { signal });
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function refuse(error: unknown): never {
  if (error instanceof ConfigError || error instanceof StartRefused) {
    for (const fault of error.faults) process.stderr.write(`${fault}\n`);
    process.exit(EXIT_CONFIG);
  }
  if (error instanceof KeyMissing) {
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CONFIG);
  }
  const { code, port } = error as { code?: string; port?: number };
  process.stderr.write(code === 'EADDRINUSE' ? `port ${port ?? ''} is in use\n` : `start failed: ${lineOf(error)}\n`);
  process.exit(1);
}

function lineOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
