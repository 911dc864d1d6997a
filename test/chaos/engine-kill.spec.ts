import { setTimeout as sleep } from 'node:timers/promises';
import { startEngineChild, type EngineChild } from '../../tools/engine-child.mjs';
import { Client } from 'pg';
import { EngineLoad } from './engine-load.js';
import { recordsOf, states } from './engine-log.js';

/** 5 in CI; `ENGINE_KILLS=100` for the long run. */
const KILLS = Number(process.env['ENGINE_KILLS'] ?? 5);
const CLIENTS = 10;

describe('an engine that is killed with -9 under load', () => {
  const server = process.env['TEST_PG_URL'] ?? '';
  const database = `engine_kill_${String(process.pid)}`;
  let engine: EngineChild | undefined;

  const asAdministrator = async (statement: string) => {
    const client = new Client({ connectionString: `${server}/postgres` });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };

  beforeAll(() => asAdministrator(`CREATE DATABASE ${database}`));

  afterAll(async () => {
    await engine?.kill();
    await asAdministrator(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  });

  /** Kills at a moment that nobody chose, and starts it again on the same ports. */
  async function killAndRestart(databaseUrl: string): Promise<void> {
    if (!engine) throw new Error('no engine');
    await sleep(300 + Math.random() * 1_500);
    const { gatewayPort, monitoringPort } = engine;
    await engine.kill();
    engine = await startEngineChild({ databaseUrl, gatewayPort, monitoringPort });
  }

  async function waitUntilNothingIsLive(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      const reply = await fetch(`${engine?.monitoring ?? ''}/admin/process-instances?limit=1`);
      const { items } = (await reply.json()) as { items: unknown[] };
      if (items.length === 0) return;
      await sleep(200);
    }
    throw new Error('instances are still alive a minute after the last kill');
  }

  it(
    'loses no acknowledged command, doubles none, and recovers the state that the log gives',
    async () => {
      const databaseUrl = `${server}/${database}`;
      engine = await startEngineChild({ databaseUrl });
      const load = new EngineLoad(engine.gateway);
      await load.deploy();
      const running = load.run(CLIENTS);
      for (let kill = 0; kill < KILLS; kill++) await killAndRestart(databaseUrl);
      load.stopCreating();
      await waitUntilNothingIsLive();
      load.stopWorking();
      await running;
      load.close();
      await engine.kill();

      const { recovered, replayed } = await states(databaseUrl);
      expect(recovered).toBe(replayed);
      const records = await recordsOf(databaseUrl);
      expect(records.map(({ position }) => position)).toEqual(records.map((_record, i) => i + 1));

      const created = records.flatMap((record) =>
        record.valueType === 'VARIABLE' && record.value.name === 'id' && typeof record.value.value === 'string'
          ? [record.value.value]
          : [],
      );
      expect(new Set(created).size).toBe(created.length);
      expect([...load.created].filter((id) => !created.includes(id))).toEqual([]);

      const completed = records.flatMap((record) =>
        record.valueType === 'JOB' && record.intent === 'COMPLETED' ? [String(record.key)] : [],
      );
      expect(new Set(completed).size).toBe(completed.length);
      expect([...load.completed].filter((key) => !completed.includes(key))).toEqual([]);
      expect(completed).toHaveLength(created.length * 2);
      expect(load.created.size).toBeGreaterThan(0);
    },
    120_000 + KILLS * 30_000,
  );
});
