import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeTestDatabases, testDatabase } from '@huiying/persistence/testing';
import type { Logger } from '@huiying/platform';
import { ManualClock } from '@huiying/platform/testing';
import type { DataSource } from 'typeorm';
import type { DeployedResource, Gateway } from '../gateway/gateway.js';
import { ModelDeployer } from './model-deployer.js';
import { modelsMigrations } from './models.migration.js';

const FILE = 'limits.dmn';

/** An engine that numbers versions as Zeebe does: the same content as the newest keeps its version. */
class Engine {
  readonly versions: string[] = [];

  deploy(_name: string, content: Buffer): Promise<DeployedResource[]> {
    const text = content.toString('utf8');
    if (this.versions.at(-1) !== text) this.versions.push(text);
    return Promise.resolve([
      { kind: 'drg', id: 'limits', version: this.versions.length, key: String(this.versions.length) },
    ]);
  }
}

describe('ModelDeployer', () => {
  let database: DataSource;
  let folder: string;
  let engine: Engine;
  let deployer: ModelDeployer;
  const bring = async (content: string) => {
    writeFileSync(join(folder, FILE), content);
    await deployer.deployFolder(folder);
  };

  beforeAll(async () => {
    database = await testDatabase({ name: 'models', migrations: modelsMigrations });
  });
  afterAll(closeTestDatabases);
  beforeEach(async () => {
    await database.query('delete from published');
    folder = mkdtempSync(join(tmpdir(), 'huiying-models-'));
    engine = new Engine();
    const quiet = { info: () => undefined } as unknown as Logger;
    deployer = new ModelDeployer(engine as unknown as Gateway, database, new ManualClock(), quiet);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('R03.2 what an operator changed stays in force over restarts', async () => {
    await bring('three days');
    await deployer.deploy(FILE, Buffer.from('two days'));
    await bring('three days');
    await bring('three days');
    expect(engine.versions).toEqual(['three days', 'two days']);
  });

  it('R03.2 a file that is new comes into force, once', async () => {
    await bring('three days');
    await deployer.deploy(FILE, Buffer.from('two days'));
    await bring('four days, by hour');
    await bring('four days, by hour');
    expect(engine.versions).toEqual(['three days', 'two days', 'four days, by hour']);
  });

  it('R03.2 an engine that lost everything gets what is in force', async () => {
    await bring('three days');
    await deployer.deploy(FILE, Buffer.from('two days'));
    engine.versions.length = 0;
    await bring('three days');
    expect(engine.versions).toEqual(['two days']);
  });
});
