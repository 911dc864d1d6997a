import { FIRST_KEY } from '../record/key.js';
import type { AnyRecord } from '../record/record.js';
import type { StateRow, Store } from '../store/store.js';

/** A record that says no more than where it stands. */
export function aRecord(position: number, processInstanceKey = FIRST_KEY + 1): AnyRecord {
  return {
    position,
    sourcePosition: -1,
    key: FIRST_KEY + position,
    timestamp: 1_772_000_000_000 + position,
    recordType: 'EVENT',
    valueType: 'PROCESS_INSTANCE_MODIFICATION',
    intent: 'MODIFIED',
    value: { processInstanceKey, activate: [`元素-${position}`], terminate: [] },
  };
}

/** What every store does, whatever it is made of. @param create makes a store over the same, at first empty, place each time */
export function describeStore(name: string, create: () => Promise<() => Store>): void {
  describe(`${name} as a store`, () => {
    let open: () => Store;

    beforeEach(async () => {
      open = await create();
    });

    it('is empty at first', async () => {
      const store = open();
      const recovery = await store.open();
      expect([recovery.checkpointPosition, recovery.lastKey]).toEqual([0, FIRST_KEY]);
      expect(await collect(recovery.rows)).toEqual([]);
      expect(await collect(recovery.tail)).toEqual([]);
      await store.close();
    });

    it('gives appended records back in their order, after a recovery too', async () => {
      const store = open();
      await drain(store);
      await store.append([aRecord(1), aRecord(2)]);
      await store.append([aRecord(3)]);
      expect(await store.read(1, 10)).toEqual([aRecord(2), aRecord(3)]);
      expect(await store.read(0, 2)).toEqual([aRecord(1), aRecord(2)]);
      await store.close();

      const again = open();
      const recovery = await again.open();
      await collect(recovery.rows);
      expect(await collect(recovery.tail)).toEqual([aRecord(1), aRecord(2), aRecord(3)]);
      await again.close();
    });

    it('leaves a batch that is appended a second time as it is', async () => {
      const store = open();
      await drain(store);
      await store.append([aRecord(1), aRecord(2)]);
      await store.append([aRecord(1), aRecord(2)]);
      await store.append([aRecord(3)]);
      expect((await store.read(0, 10)).map(({ position }) => position)).toEqual([1, 2, 3]);
      await store.close();
    });

    it('recovers from the checkpoint with all its changes, and the tail behind it', async () => {
      const store = open();
      await drain(store);
      await store.append([aRecord(1), aRecord(2)]);
      const row = (key: string, value: unknown) => ({ table: 'job', key, value });
      await store.checkpoint({
        position: 1,
        lastKey: FIRST_KEY + 5,
        changes: [row('1', { a: 1 }), row('2', { b: '二' })],
      });
      await store.append([aRecord(3)]);
      await store.checkpoint({
        position: 2,
        lastKey: FIRST_KEY + 9,
        changes: [row('1', undefined), row('2', { b: 3 })],
      });
      await store.close();

      const again = open();
      const recovery = await again.open();
      expect([recovery.checkpointPosition, recovery.lastKey]).toEqual([2, FIRST_KEY + 9]);
      expect(await collect<StateRow>(recovery.rows)).toEqual([row('2', { b: 3 })]);
      expect(await collect(recovery.tail)).toEqual([aRecord(3)]);
      await again.close();
    });

    it('filters what it reads', async () => {
      const store = open();
      await drain(store);
      await store.append([aRecord(1), aRecord(2, FIRST_KEY + 99), aRecord(3)]);
      expect(await store.read(0, 10, { processInstanceKey: FIRST_KEY + 99 })).toEqual([aRecord(2, FIRST_KEY + 99)]);
      expect(await store.read(0, 10, { valueTypes: ['JOB'] })).toEqual([]);
      await store.close();
    });
  });
}

async function drain(store: Store): Promise<void> {
  const { rows, tail } = await store.open();
  await collect(rows);
  await collect(tail);
}

async function collect<T>(chunks: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const chunk of chunks) all.push(...chunk);
  return all;
}
