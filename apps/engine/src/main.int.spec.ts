import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEngineChild, type EngineChild } from '../../../tools/engine-child.mjs';

const server = process.env['TEST_PG_URL'] ?? '';
const database = `engine_main_${String(process.pid)}`;
const databaseUrl = `${server}/${database}`;
const START_MS = 90_000;

async function administrate(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Starts the engine where it must not start. */
async function refused(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'apps/engine/src/main.ts'], {
    cwd: resolve(__dirname, '../../..'),
    env: { ...process.env, HUIYING_LOG_LEVEL: 'error', ZEEBE_GATEWAY_PORT: '0', ENGINE_MONITORING_PORT: '0', ...env },
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said };
}

describe('the engine as a process', () => {
  let engine: EngineChild;

  beforeAll(async () => {
    await administrate(`CREATE DATABASE ${database}`);
    engine = await startEngineChild({ databaseUrl });
  }, START_MS);

  afterAll(async () => {
    await engine.kill();
    await administrate(`DROP DATABASE ${database} WITH (FORCE)`);
  }, START_MS);

  const get = async (path: string) => {
    const reply = await fetch(`${engine.monitoring}${path}`);
    return { status: reply.status, body: await reply.text() };
  };

  it(
    'does not start beside another one, and names the lock',
    async () => {
      const { code, said } = await refused({ DATABASE_URL: databaseUrl });
      expect(code).toBe(1);
      expect(said.trim().split('\n')).toHaveLength(1);
      expect(said).toContain("another engine works on this database: the advisory lock 'huiying-engine:engine'");
    },
    START_MS,
  );

  it(
    'does not start with a wrong setting or without a database, and says so in one line',
    async () => {
      const wrong = await refused({ DATABASE_URL: databaseUrl, HUIYING_CLOCK: 'sundial' });
      expect([wrong.code, wrong.said]).toEqual([78, 'HUIYING_CLOCK: one of system, controlled\n']);
      const open = await refused({ DATABASE_URL: databaseUrl, ENGINE_GATEWAY_HOST: '0.0.0.0' });
      expect([open.code, open.said]).toEqual([
        78,
        'ENGINE_GATEWAY_HOST: the embedded engine listens on loopback alone\n',
      ]);
      const nowhere = await refused({ DATABASE_URL: 'postgres://postgres:x@127.0.0.1:1/postgres' });
      expect(nowhere.code).toBe(1);
      expect(nowhere.said.trim().split('\n')).toHaveLength(1);
      expect(nowhere.said).toContain('ECONNREFUSED');
    },
    START_MS,
  );

  it('answers at its monitoring port', async () => {
    expect(await get('/ready')).toEqual({ status: 200, body: '{"status":"UP"}' });
    expect((await get('/metrics')).body).toContain('huiying_engine_live{kind="processInstances"} 0');
    expect(JSON.parse((await get('/admin/records?after=0')).body)).toMatchObject({ items: [], oldest: 0 });
    expect((await get('/admin/process-instances/x')).status).toBe(400);
    expect((await get('/admin/process-instances/1')).status).toBe(404);
    expect((await get('/admin/nothing')).status).toBe(404);
  });

  it('moves its clock, and does not let a page in a browser do so', async () => {
    const clock = async () => (JSON.parse((await get('/actuator/clock')).body) as { epochMilli: number }).epochMilli;
    const before = await clock();
    const add = (headers: Record<string, string>) =>
      fetch(`${engine.monitoring}/actuator/clock/add`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ offsetMilli: 3_600_000 }),
      });
    expect((await add({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await add({})).status).toBe(200);
    expect((await clock()) - before).toBeGreaterThanOrEqual(3_600_000);
    expect((await fetch(`${engine.monitoring}/actuator/clock`, { method: 'DELETE' })).status).toBe(200);
  });

  it('is not ready while the database is away, and goes on without a restart', async () => {
    const ready = async (status: number) => {
      for (let tries = 0; tries < 100; tries++) {
        if ((await get('/ready')).status === status) return;
        // Something has to be written before anybody notices.
        await publish(engine.gateway);
        await sleep(100);
      }
      throw new Error(`/ready never was ${String(status)}`);
    };
    await administrate(
      `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
    );
    await ready(503);
    await administrate(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
    await ready(200);
    expect(engine.said.filter((line) => line.includes('engine.defect'))).toEqual([]);
  });

  it('ends with 0 at SIGTERM', async () => {
    await engine.stop();
    expect(await refusedPort(engine.monitoring)).toBe(true);
  });
});

async function refusedPort(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

/** A message that nobody waits for: the smallest command that writes. */
async function publish(address: string): Promise<void> {
  const { credentials, makeGenericClientConstructor } = await import('@grpc/grpc-js');
  const { gatewayService } = await import('./gateway/protocol.js');
  const Client = makeGenericClientConstructor(gatewayService(), 'Gateway');
  const client = new Client(address, credentials.createInsecure());
  const request = { name: 'm', correlationKey: 'k', timeToLive: 0, messageId: '', variables: '', tenantId: '' };
  await new Promise<void>((done) => {
    const call = client['PublishMessage'] as unknown as (r: object, options: object, done: () => void) => void;
    call.call(client, request, { deadline: Date.now() + 2_000 }, () => done());
  });
  client.close();
}
