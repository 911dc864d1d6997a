import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { SERVICES } from '@huiying/contracts';
import { eventLogMigrations } from '@huiying/events';
import { schemaDataSource, type SchemaOptions } from '@huiying/persistence';
import { testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { asRole, serviceRole } from '@huiying/platform';
import {
  ManualClock,
  openTestService,
  type TestService,
  type TestUnit,
  writeDirectory,
} from '@huiying/platform/testing';
import { PublishedModels } from '@huiying/zeebe';
import type { DataSource } from 'typeorm';
import { Neighbours } from './neighbours.js';

export interface ServiceOptions {
  schema: SchemaOptions;
  module: Type | DynamicModule;
  /** Logins are person ids. */
  directory: TestUnit[];
  /** Of whom the service's subjects are, where a test does not say otherwise. */
  organisation: { id: string; orgType: string };
  /** Default: Monday 2 March 2026, 10:00, the day of the examples. */
  start?: string;
  env?: Record<string, string>;
}

/** A service that runs, for `ServiceUnderTest`. */
export interface OpenedService {
  options: ServiceOptions;
  service: TestService;
  clock: ManualClock;
  neighbours: Neighbours;
  admin: DataSource;
}

/** Starts a service as it runs, on its own database and among neighbours; the test plays the tasklist, the engine and the others. */
export async function openService(options: ServiceOptions): Promise<OpenedService> {
  const also = [
    { name: 'events', migrations: eventLogMigrations },
    { name: 'access', migrations: [] },
  ] as const;
  const database = await testDatabase({ ...options.schema, also: [...also] });
  const url = testDatabaseUrl(database);
  const { name } = options.schema;
  const admin = await schemaDataSource(url, { name, migrations: [], poolSize: 2 }).initialize();
  const access = schemaDataSource(asRole(url, serviceRole('access')), { name: 'access', migrations: [] });
  await access.initialize();
  await writeDirectory(access, options.directory);
  await access.destroy();
  const clock = new ManualClock(options.start ?? '2026-03-02T10:00:00+08:00');
  const neighbours = new Neighbours();
  const others = await neighbours.listen();
  const urls = SERVICES.filter((service) => service.replaceAll('-', '_') !== name);
  const service = await openTestService({
    module: options.module,
    databaseUrl: url,
    clock,
    env: {
      ZEEBE_ADDRESS: '127.0.0.1:9',
      ENGINE_MONITORING_URL: 'http://127.0.0.1:9',
      HUIYING_DEFAULT_ORGANISATION: options.organisation.id,
      HUIYING_SERVICE_URLS: urls.map((one) => `${one}=${others}`).join(','),
      ...options.env,
    },
  });
  await publishDecisions(admin);
  await service.app.get(PublishedModels).reload();
  return { options, service, clock, neighbours, admin };
}

/** The decisions of bpmn/decisions as they are published on the day that a service starts. */
async function publishDecisions(admin: DataSource): Promise<void> {
  const folder = join(process.cwd(), 'bpmn', 'decisions');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.dmn'))) {
    await admin.query(
      `INSERT INTO models.published (kind, id, version, key, resource_name, content, published_at)
       VALUES ('drg', $1, 1, 1, $1, $2, now())`,
      [file, readFileSync(join(folder, file), 'utf8')],
    );
  }
}
