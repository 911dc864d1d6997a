/**
 * npm run bench:engine [-- --seconds 5] [--live 1000,100000]
 *
 * W1: instances of five service tasks, 1, 20 and 100 in flight, in process and through gRPC, on a PostgreSQL of its own with fsync on.
 * Next to it the commit rate of that PostgreSQL, one connection, a row of 4 kB: what one instance at a time can reach at best.
 * With --live the same at 20 in flight while so many other instances are alive: the figure must stay flat.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { credentials, loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { Client } from 'pg';
import { CompiledDecisions, CompiledFeel, Engine, PostgresStore, isRefusal } from '@huiying/engine';
import { startEngineChild } from './engine-child.mjs';
import { startPostgres } from './postgres.mjs';

const { values: given } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, live: { type: 'string', default: '' } },
});
const SECONDS = Number(given.seconds);
const TASKS = 5;
/** Create, and for each task activate and complete. */
const COMMANDS = 1 + 2 * TASKS;

const task = (n: number) =>
  `<bpmn:serviceTask id="t${n}"><bpmn:extensionElements><zeebe:taskDefinition type="w1-${n}"/></bpmn:extensionElements></bpmn:serviceTask>`;
const model = (id: string, tasks: number) => {
  const steps = ['s', ...Array.from({ length: tasks }, (_, i) => `t${i + 1}`), 'e'];
  const flows = steps
    .slice(1)
    .map((to, i) => `<bpmn:sequenceFlow id="f${i}" sourceRef="${steps[i]}" targetRef="${to}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
<bpmn:process id="${id}" isExecutable="true"><bpmn:startEvent id="s"/>${Array.from({ length: tasks }, (_, i) => task(i + 1)).join('')}<bpmn:endEvent id="e"/>${flows.join('')}</bpmn:process></bpmn:definitions>`;
};
const W1 = model('w1', TASKS);
const PARKED = model('parked', 1).replace('type="w1-1"', 'type="parked"');

/** The few calls that the workload needs, in process or through gRPC. */
interface Target {
  deploy(name: string, content: string): Promise<void>;
  create(processId: string): Promise<void>;
  activate(type: string): Promise<string>;
  complete(jobKey: string): Promise<void>;
}

function inProcess(engine: Engine): Target {
  const ask: Engine['execute'] = async (command) => {
    const answer = await engine.execute(command);
    if (isRefusal(answer)) throw new Error(answer.message);
    return answer;
  };
  return {
    deploy: async (name, content) => void (await ask({ type: 'DeployResource', resources: [{ name, content }] })),
    create: async (bpmnProcessId) =>
      void (await ask({
        type: 'CreateProcessInstance',
        bpmnProcessId,
        version: -1,
        variables: { caseNo: 'C-1', amount: 5 },
        startInstructions: [],
      })),
    activate: async (jobType) => {
      const common = { worker: 'bench', timeout: 600_000, maxJobs: 1, fetchVariables: [] };
      for (;;) {
        const answer = await ask({ type: 'ActivateJobs', jobType, ...common });
        const [job] = 'jobs' in answer ? answer.jobs : [];
        if (job) return String(job.key);
      }
    },
    complete: async (key) => void (await ask({ type: 'CompleteJob', jobKey: Number(key), variables: { done: true } })),
  };
}

interface Reply {
  key: string;
  jobs: { key: string }[];
}

function throughGrpc(address: string): Target & { close(): void } {
  const file = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
  const loaded = loadPackageDefinition(
    loadSync(file, { longs: String, keepCase: true, defaults: true }),
  ) as unknown as {
    gateway_protocol: {
      Gateway: new (address: string, credentials: unknown) => Record<string, (...a: unknown[]) => unknown>;
    };
  };
  const client = new loaded.gateway_protocol.Gateway(address, credentials.createInsecure());
  const call = (method: string, request: object) =>
    new Promise<Reply>((resolve, reject) =>
      client[method]?.(request, (error: Error | null, reply: Reply) => (error ? reject(error) : resolve(reply))),
    );
  return {
    deploy: async (name, content) =>
      void (await call('DeployResource', { resources: [{ name, content: Buffer.from(content) }] })),
    create: async (bpmnProcessId) =>
      void (await call('CreateProcessInstance', {
        bpmnProcessId,
        version: -1,
        variables: '{"caseNo":"C-1","amount":5}',
      })),
    activate: (type) =>
      new Promise((resolve, reject) => {
        const request = { type, worker: 'bench', timeout: 600_000, maxJobsToActivate: 1, requestTimeout: 10_000 };
        const stream = client['ActivateJobs']?.(request) as NodeJS.EventEmitter;
        stream.on('data', ({ jobs }: Reply) => jobs[0] && resolve(jobs[0].key));
        stream.on('error', reject);
      }),
    complete: async (jobKey) => void (await call('CompleteJob', { jobKey, variables: '{"done":true}' })),
    close: () => void client['close']?.(),
  };
}

interface Figures {
  instances: number;
  p50: number;
  p99: number;
}

async function w1(target: Target, inFlight: number, seconds = SECONDS): Promise<Figures> {
  const begin = performance.now();
  const until = begin + seconds * 1_000;
  const times: number[] = [];
  const loop = async () => {
    while (performance.now() < until) {
      const start = performance.now();
      await target.create('w1');
      for (let n = 1; n <= TASKS; n++) await target.complete(await target.activate(`w1-${n}`));
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, loop));
  const elapsed = (performance.now() - begin) / 1_000;
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { instances: times.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

/** Commits of 4 kB each, a second, one after another on one connection. */
async function commitRate(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS commit_rate (position bigserial PRIMARY KEY, batch text NOT NULL)');
  const text = Array.from({ length: 4_096 }, (_, i) => String.fromCharCode(97 + ((i * 7) % 26))).join('');
  const begin = performance.now();
  let commits = 0;
  for (; performance.now() - begin < 3_000; commits++)
    await client.query({ name: 'rate', text: 'INSERT INTO commit_rate (batch) VALUES ($1)', values: [text] });
  await client.end();
  return commits / ((performance.now() - begin) / 1_000);
}

function print(what: string, inFlight: number, { instances, p50, p99 }: Figures, rate: number): void {
  const cells = [
    what.padEnd(12),
    String(inFlight).padStart(4),
    instances.toFixed(1).padStart(9),
    (instances * TASKS).toFixed(1).padStart(9),
    p50.toFixed(1).padStart(9),
    p99.toFixed(1).padStart(9),
    ((instances * COMMANDS) / rate).toFixed(2).padStart(9),
  ];
  console.log(cells.join('  '));
}

async function park(target: Target, count: number): Promise<void> {
  await target.deploy('parked.bpmn', PARKED);
  let left = count;
  const loop = async () => {
    while (left-- > 0) await target.create('parked');
  };
  await Promise.all(Array.from({ length: 500 }, loop));
}

const dir = mkdtempSync(join(tmpdir(), 'huiying-bench-'));
const postgres = await startPostgres({ dataDir: dir, persistent: true });
const url = `${postgres.url}/postgres`;
try {
  const rate = await commitRate(url);
  console.log(`PostgreSQL, fsync on: ${rate.toFixed(0)} commits/s on one connection`);
  console.log('W1            in flight  instances/s  jobs/s  p50 ms  p99 ms  commands per commit of the bare database');
  const open = () =>
    Engine.open({
      store: new PostgresStore({ connectionString: url, schema: 'bench' }),
      now: () => Date.now(),
      feel: new CompiledFeel(),
      decisions: new CompiledDecisions(),
    });
  const engine = await open();
  const direct = inProcess(engine);
  await direct.deploy('w1.bpmn', W1);
  for (const inFlight of [1, 20, 100]) print('in process', inFlight, await w1(direct, inFlight), rate);
  for (const live of given.live.split(',').filter(Boolean).map(Number)) {
    await park(direct, live - engine.figures().processInstances);
    print(`${live} live`, 20, await w1(direct, 20), rate);
  }
  await engine.close();
  if (given.live) {
    const begin = performance.now();
    await (await open()).close();
    console.log(`recovery and a checkpoint with them: ${((performance.now() - begin) / 1_000).toFixed(1)} s`);
  }
  const child = await startEngineChild({ databaseUrl: url });
  const remote = throughGrpc(child.gateway);
  await remote.deploy('w1.bpmn', W1);
  for (const inFlight of [1, 20, 100]) print('gRPC', inFlight, await w1(remote, inFlight), rate);
  remote.close();
  await child.stop();
  for (const line of child.said) console.error(line);
} finally {
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
