import { CompiledDecisions, CompiledFeel, Engine, FIRST_KEY, PostgresStore } from '@huiying/engine';
import type { AnyRecord, Recovery, Store } from '@huiying/engine';

const NOW = 1_795_600_000_000;

async function* nothing(): AsyncGenerator<never> {
  // No rows: as if there had never been a checkpoint.
}

/** The same log, read from its beginning: what the state must be, whatever checkpoints say. */
class WithoutCheckpoint implements Store {
  readonly append = this.store.append.bind(this.store);
  readonly read = this.store.read.bind(this.store);
  readonly oldest = this.store.oldest.bind(this.store);
  readonly close = this.store.close.bind(this.store);

  constructor(private readonly store: Store) {}

  async open(): Promise<Recovery> {
    await this.store.open();
    return { checkpointPosition: 0, lastKey: FIRST_KEY, rows: nothing(), tail: pages(this.store) };
  }

  checkpoint(): Promise<void> {
    return Promise.resolve();
  }
}

async function* pages(store: Store): AsyncGenerator<readonly AnyRecord[]> {
  for (let after = 0; ;) {
    const page = await store.read(after, 5_000);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.position;
  }
}

/** Every record that is in the log. */
export async function recordsOf(connectionString: string): Promise<AnyRecord[]> {
  const store = new PostgresStore({ connectionString, lockWaitMs: 10_000 });
  await store.open();
  const all: AnyRecord[] = [];
  for await (const page of pages(store)) all.push(...page);
  await store.close();
  return all;
}

async function stateOn(store: Store): Promise<string> {
  const engine = await Engine.open({
    store,
    now: () => NOW,
    feel: new CompiledFeel(),
    decisions: new CompiledDecisions(),
  });
  const state = engine.dumpState();
  await engine.close();
  return state;
}

/** The state as it is recovered (checkpoint and tail), and as the whole log gives it. */
export async function states(connectionString: string): Promise<{ recovered: string; replayed: string }> {
  const open = () => new PostgresStore({ connectionString, lockWaitMs: 10_000 });
  const replayed = await stateOn(new WithoutCheckpoint(open()));
  return { recovered: await stateOn(open()), replayed };
}
