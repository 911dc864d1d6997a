import { isRestricted } from '@huiying/contracts';
import { appendToLog, type Envelope } from '@huiying/events';
import { schemaDataSource } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { RelationWriter } from '@huiying/platform';
import { openTestService, type TestService, writeDirectory } from '@huiying/platform/testing';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { IntegrationsModule } from '../integrations.module.js';

export interface Fixture {
  service: TestService;
  /** As the administrator of the database. */
  admin: DataSource;
  /** Puts events of a case (or of none) into the log as the relay does; `files` makes each one different. */
  append(
    ...events: { caseNo?: string; subject?: string; type?: string; orgId?: string; files?: number }[]
  ): Promise<void>;
  get(path: string, login: string): Promise<Response>;
  stop(): Promise<void>;
}

/** Cases TS-A (owner ann) and TS-B (owner bob) of organisation FH01; ivy integrates, oli operates, ada administers. */
export async function integrationsFixture(env: Record<string, string> = {}): Promise<Fixture> {
  const database = await testDatabase({ name: 'access', migrations: [], poolSize: 1 });
  await writeDirectory(database, [
    { id: 'G', orgType: 'group', staff: { ada: ['administrator'], ivy: ['integrator'], oli: ['operator'] } },
    { id: 'FH01', parent: 'G', orgType: 'developer' },
    { id: 'FH01-KF', parent: 'FH01', staff: { ann: ['maintenance-crew'], bob: ['salesperson'] } },
  ]);
  const url = testDatabaseUrl(database);
  const admin = await schemaDataSource(url, { name: 'events', migrations: [], poolSize: 2 }).initialize();
  const relations = new RelationWriter();
  for (const [caseNo, personId] of [
    ['TS-A', 'ann'],
    ['TS-B', 'bob'],
  ] as const) {
    await relations.caseFacts(admin.manager, { caseNo, orgId: 'FH01', receivedBy: 'G' });
    await relations.grant(admin.manager, { caseNo, rel: 'own', personId, source: 'intake:owner' });
  }
  const service = await openTestService({ module: IntegrationsModule.forRoot(), databaseUrl: url, env });
  const sequences = new Map<string, number>();
  return {
    service,
    admin,
    append: (...events) =>
      admin.transaction((manager) =>
        appendToLog(manager, () =>
          Promise.resolve(
            events.map(({ caseNo, subject = 'none', type = 'supplement.received', orgId = 'FH01', files = 1 }) => {
              const key = caseNo ?? subject;
              const sequence = (sequences.get(key) ?? 0) + 1;
              sequences.set(key, sequence);
              const at = '2026-03-02T10:15:00.123+08:00';
              const envelope: Envelope = {
                specversion: '1.0',
                id: v7(),
                source: '/huiying/intake',
                type: type as Envelope['type'],
                subject: key,
                time: at,
                datacontenttype: 'application/json',
                dataschema: `urn:huiying:schema:${type}:1.0`,
                partitionkey: key,
                sequence: String(sequence).padStart(10, '0'),
                orgid: orgId,
                ...(caseNo === undefined ? {} : { caseno: caseNo }),
                dataclassification: isRestricted(type) ? 'restricted' : 'internal',
              };
              return { envelope, data: JSON.stringify({ caseNo, orgId, at, actorId: 'complainant', files }) };
            }),
          ),
        ),
      ),
    get: async (path, login) =>
      fetch(`${service.url}/api/${path}`, { headers: { authorization: `Bearer ${await service.token(login)}` } }),
    stop: async () => {
      await service.stop();
      await admin.destroy();
      await closeTestDatabases();
    },
  };
}
