import { setImmediate as turn } from 'node:timers/promises';
import type { AnyRecord } from '../record/record.js';
import { MemoryStore } from '../store/memory-store.js';
import { RecordFeed } from './record-feed.js';

describe('the record feed', () => {
  let store: MemoryStore;
  let feed: RecordFeed;
  let last: number;
  beforeEach(() => {
    store = new MemoryStore();
    feed = new RecordFeed(store);
    last = 0;
  });

  /** One commit of so many records. */
  async function commit(count: number): Promise<void> {
    const records = Array.from({ length: count }, (_, n) => ({ position: last + n + 1, value: {} }) as AnyRecord);
    last += count;
    await store.append(records);
    feed.committed(records);
  }

  /** Positions as a follower is given them. */
  function follow(after: number, pause?: () => Promise<void>): number[] {
    const seen: number[] = [];
    feed.subscribe(
      after,
      async (records) => {
        seen.push(...records.map(({ position }) => position));
        await pause?.();
      },
      (error) => {
        throw error;
      },
    );
    return seen;
  }
  const upTo = (end: number, from = 1) => Array.from({ length: end - from + 1 }, (_, n) => from + n);
  async function until(seen: readonly number[], count: number): Promise<void> {
    for (let turns = 0; seen.length < count && turns < 10_000; turns++) await turn();
  }

  it.each([3_999, 4_000, 4_001, 9_000])('leaves nothing out of a commit of %i records', async (count) => {
    const seen = follow(0);
    await commit(100);
    await until(seen, 100);
    await commit(count);
    await commit(1);
    await until(seen, last);
    expect(seen).toEqual(upTo(last));
  });

  it('gives a follower that lags everything in order, also what is no longer at hand', async () => {
    const seen = follow(0, () => turn());
    for (let n = 0; n < 20; n++) await commit(1_700);
    await until(seen, last);
    expect(seen).toEqual(upTo(last));
  });

  it('hears every commit, however close it follows the end of the one before', async () => {
    for (let hops = 0; hops < 40; hops++) {
      const seen = follow(last);
      const from = last + 1;
      await commit(1);
      for (let n = 0; n < hops; n++) await Promise.resolve();
      await commit(1);
      await until(seen, 2);
      expect(seen).toEqual([from, from + 1]);
    }
  });
});
