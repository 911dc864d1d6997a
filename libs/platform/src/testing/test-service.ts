import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfig } from '../config/read-config.js';
import { createService, initService } from '../http/create-service.js';
import { markInternal } from '../http/request-origin.js';
import { DevIssuer } from '../identity/dev-issuer.js';
import { InternalAddress } from '../services/internal-address.js';
import { ServiceTokens } from '../services/service-tokens.js';
import { ManualClock } from './clock.js';
import { testKeyring } from './vault.js';

export interface TestService {
  app: NestExpressApplication;
  /** Base address of the public port. */
  url: string;
  internalUrl: string;
  clock: ManualClock;
  /** A bearer token of a login that is in the directory; `signedInAt` (epoch seconds): of a sign-in that was then. */
  token(login: string, signedInAt?: number): Promise<string>;
  /** A token for the internal port. */
  serviceToken(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * The service as it runs, with guard, filter and pipe, on free ports and on a test database (`testDatabaseUrl` of
 * libs/persistence/testing). Stop it before the database is closed.
 */
export async function openTestService(options: {
  module: Type | DynamicModule;
  databaseUrl: string;
  clock?: ManualClock;
  env?: Record<string, string>;
}): Promise<TestService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-service-'));
  const clock = options.clock ?? new ManualClock();
  // The same keys each time, so that a test can start a service again on the database of the first.
  const keyringFile = join(dataDir, 'keyring.json');
  const keys = testKeyring();
  const encoded = Object.fromEntries(keys.ids().map((kid) => [kid, keys.get(kid).toString('base64')]));
  writeFileSync(keyringFile, JSON.stringify(encoded), { mode: 0o600 });
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: options.databaseUrl,
    HUIYING_DATA_DIR: dataDir,
    KEYRING_FILE: keyringFile,
    KEYRING_REPORTS_FILE: keyringFile,
    HUIYING_LOG_LEVEL: 'silent',
    HUIYING_CONSOLE_DIR: join(dataDir, 'console'),
    ...options.env,
  });
  const app = await createService({ name: 'test', module: options.module }, config, clock);
  try {
    await initService(app);
  } catch (error) {
    await app.close();
    throw error;
  }
  const listener = app.getHttpAdapter().getInstance() as RequestListener;
  const [outer, inner] = await Promise.all([
    listen(createServer(listener)),
    listen(
      createServer((request, response) => {
        markInternal(request);
        listener(request, response);
      }),
    ),
  ]);
  app.get(InternalAddress).listensAt(inner.url);
  return {
    app,
    url: outer.url,
    internalUrl: inner.url,
    clock,
    token: (login, signedInAt) => app.get(DevIssuer).sign(login, signedInAt),
    serviceToken: () => app.get(ServiceTokens).token(),
    stop: async () => {
      await Promise.all([close(outer.server), close(inner.server)]);
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function listen(server: Server): Promise<{ server: Server; url: string }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
