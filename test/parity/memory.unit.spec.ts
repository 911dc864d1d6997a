import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CompiledDecisions, CompiledFeel, Engine } from '@huiying/engine';
import { MemoryStore } from '@huiying/engine/testing';
import { MemoryGateway } from './memory-gateway.js';

// the kit's client would load gRPC, which is not needed here
jest.mock('./lib/gateway.mjs', () => jest.requireActual<object>('./memory-gateway.js'));

/**
 * The conformance cases on an engine in memory, without gRPC. After each of them the state has to be the same as the one that is
 * recovered from checkpoint and tail, and as the one that the whole log gives.
 */
const CASES = ['cases', 'more'].map((folder) => join(process.cwd(), 'test/parity', folder));
const CHECKPOINT_EVERY = 40;

interface Case {
  readonly id: string;
  readonly bpmn?: (builder: unknown) => unknown;
  run(steps: unknown, builder: unknown): Promise<void>;
}

interface Kit {
  readonly Steps: new (gateway: MemoryGateway, testCase: object, waits: object) => object;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.name.endsWith('.case.mjs') ? [path] : [];
  });
}

function openEngine(store: MemoryStore, now: () => number, defects: unknown[] = []): Promise<Engine> {
  const [feel, decisions] = [new CompiledFeel(), new CompiledDecisions()];
  const onError = (error: unknown) => defects.push(error);
  return Engine.open({ store, now, feel, decisions, checkpointEvery: CHECKPOINT_EVERY, onError });
}

async function stateOf(store: MemoryStore): Promise<string> {
  const engine = await openEngine(store, () => 0);
  const state = engine.dumpState();
  await engine.close();
  return state;
}

/** The same log, without the checkpoint. */
async function logOf(store: MemoryStore): Promise<MemoryStore> {
  const copy = new MemoryStore();
  await copy.append(await store.read(0, Infinity));
  return copy;
}

async function runCase(testCase: Case, restarts: boolean): Promise<void> {
  const { Steps } = (await import(join(process.cwd(), 'test/parity/lib/steps.mjs'))) as Kit;
  const builder = (await import(join(process.cwd(), 'test/parity/lib/bpmn.mjs'))) as object;
  const store = new MemoryStore();
  const defects: unknown[] = [];
  const gateway = new MemoryGateway((now) => openEngine(store, now, defects), restarts);
  await gateway.start();
  const definition = testCase.bpmn?.(builder);
  await testCase.run(new Steps(gateway, { ...testCase, definition }, { settle: 0, quiet: 1, wait: 500 }), builder);
  expect(defects).toEqual([]);
  const state = gateway.engine!.dumpState();
  await gateway.engine!.close();
  expect(await stateOf(store)).toBe(state);
  expect(await stateOf(await logOf(store))).toBe(state);
}

describe.each([
  ['in one go', false],
  ['with a recovery before every step', true],
] as const)('conformance on the memory store, %s', (_how, restarts) => {
  const files = CASES.flatMap(filesIn).map(
    (file) => [relative('test/parity', file).replace('.case.mjs', ''), file] as const,
  );

  it.each(files)(
    '%s',
    async (_name, file) => {
      const { default: exported } = (await import(file)) as { default: Case | Case[] };
      const failures: string[] = [];
      for (const testCase of [exported].flat())
        await runCase(testCase, restarts).catch((error: Error) => failures.push(`${testCase.id}: ${error.message}`));
      expect(failures).toEqual([]);
    },
    60_000,
  );
});
