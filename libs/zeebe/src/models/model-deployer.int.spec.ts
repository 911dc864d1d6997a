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
import { Releases } from './releases.js';

const FILE = 'limits.dmn';

/** A decision with the figures given. */
const limits = (parameters: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="limits-definitions" name="limits" namespace="urn:x">
  <decision id="limits-parameters" name="parameters">
    <description>R04.4 days：期限</description>
    <variable id="v" name="parameters" />
    <literalExpression id="l"><text>${parameters}</text></literalExpression>
  </decision>${more}
</definitions>`;
const THREE = limits('{days: 3}');
const TWO = limits('{days: 2}');

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
  let releases: Releases;
  let deployer: ModelDeployer;
  const bring = async (content: string) => {
    writeFileSync(join(folder, FILE), content);
    await deployer.deployFolder(folder);
  };
  const changed = (content: string) => deployer.deploy(`decisions/${FILE}`, Buffer.from(content));

  beforeAll(async () => {
    database = await testDatabase({ name: 'models', migrations: modelsMigrations });
  });
  afterAll(closeTestDatabases);
  beforeEach(async () => {
    await database.query('delete from published');
    await database.query('delete from shipped');
    folder = mkdtempSync(join(tmpdir(), 'huiying-models-'));
    engine = new Engine();
    const quiet = { info: () => undefined, warn: () => undefined } as unknown as Logger;
    const clock = new ManualClock();
    releases = new Releases(database, clock);
    deployer = new ModelDeployer(engine as unknown as Gateway, database, releases, clock, quiet);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('R03.2 what an operator changed stays in force over restarts', async () => {
    await bring(THREE);
    await changed(TWO);
    await bring(THREE);
    await bring(THREE);
    expect(engine.versions).toEqual([THREE, TWO]);
    expect(await releases.upgrades()).toEqual([]);
  });

  it('R03.2 a new file of the product brings what is new, once, and keeps the operator’s figure', async () => {
    await bring(THREE);
    await changed(TWO);
    await bring(limits('{days: 3, hours: 4}'));
    await bring(limits('{days: 3, hours: 4}'));
    expect(engine.versions).toEqual([THREE, TWO, limits('{days: 2, hours: 4}')]);
    expect(await releases.upgrades()).toMatchObject([
      { whole: false, figures: [{ id: 'limits/days', state: 'kept', shippedBefore: 3, own: 2, shippedNow: 3 }] },
    ]);
  });

  it('R03.2 over several releases: compared with the file shipped last, conflicts each time they arise', async () => {
    await bring(THREE);
    await changed(TWO);
    await bring(limits('{days: 4}'));
    await bring(limits('{days: 4, hours: 4}'));
    await bring(limits('{days: 5, hours: 6}'));
    expect(engine.versions.at(-1)).toBe(limits('{days: 2, hours: 6}'));
    const states = (await releases.upgrades()).map(({ figures }) => figures.map(({ state }) => state));
    expect(states.flat().sort()).toEqual(['conflict', 'conflict', 'kept']);
  });

  it('R03.2 the release that takes the operator’s figure over ends the difference', async () => {
    await bring(THREE);
    await changed(TWO);
    await bring(TWO);
    await bring(limits('{days: 5}'));
    expect(engine.versions).toEqual([THREE, TWO, limits('{days: 5}')]);
    expect(await releases.upgrades()).toEqual([]);
  });

  it('R03.2 nobody changed anything: the new file', async () => {
    await bring(THREE);
    await bring(limits('{days: 5}'));
    expect(engine.versions).toEqual([THREE, limits('{days: 5}')]);
  });

  it('R08.9 more than figures was changed: the operator’s file stays, and people are told', async () => {
    const own = limits(
      '{days: 3}',
      '<decision id="own" name="own"><literalExpression id="o"><text>1</text></literalExpression></decision>',
    );
    await bring(THREE);
    await changed(own);
    await bring(limits('{days: 5}'));
    await bring(limits('{days: 5}'));
    expect(engine.versions).toEqual([THREE, own]);
    expect(await releases.upgrades()).toMatchObject([{ resourceName: FILE, whole: true, figures: [] }]);
  });

  it('R03.2 a release before the record of releases: its first version counts as shipped', async () => {
    await bring(THREE);
    await changed(TWO);
    await database.query('delete from shipped');
    await bring(limits('{days: 3, hours: 4}'));
    expect(engine.versions.at(-1)).toBe(limits('{days: 2, hours: 4}'));
    await database.query('delete from shipped');
    await bring(THREE);
    expect(engine.versions.at(-1)).toBe(limits('{days: 2, hours: 4}'));
  });

  it('R03.2 the release before comes back: nothing is changed', async () => {
    await bring(THREE);
    await bring(limits('{days: 4}'));
    await bring(THREE);
    expect(engine.versions).toEqual([THREE, limits('{days: 4}')]);
  });

  it('R03.2 an engine that lost everything gets what is in force', async () => {
    await bring(THREE);
    await changed(TWO);
    engine.versions.length = 0;
    await bring(THREE);
    expect(engine.versions).toEqual([TWO]);
  });
});
