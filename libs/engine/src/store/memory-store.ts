import { FIRST_KEY, type Key } from '../record/key.js';
import type { AnyRecord, Position } from '../record/record.js';
import type { Checkpoint, RecordFilter, Recovery, StateRow, Store } from './store.js';
import { passes, StoreTaken } from './store.js';

/** Keeps the log in memory, for process tests. Records and rows are kept as text, as any store would: nobody can change them later. */
export class MemoryStore implements Store {
  private readonly log: string[] = [];
  private readonly rows = new Map<string, { readonly table: string; readonly key: string; readonly value: string }>();
  private checkpointPosition: Position = 0;
  private lastKey: Key = FIRST_KEY;
  private taken = false;

  open(): Promise<Recovery> {
    if (this.taken) return Promise.reject(new StoreTaken('expected the memory store to be free, but an engine has it'));
    this.taken = true;
    return Promise.resolve({
      checkpointPosition: this.checkpointPosition,
      lastKey: this.lastKey,
      rows: inOneGo([...this.rows.values()].map((row): StateRow => ({ ...row, value: JSON.parse(row.value) }))),
      tail: inOneGo(this.parse(this.log.slice(this.checkpointPosition))),
    });
  }

  append(records: readonly AnyRecord[]): Promise<void> {
    for (const record of records) if (record.position > this.log.length) this.log.push(JSON.stringify(record));
    return Promise.resolve();
  }

  checkpoint({ position, lastKey, changes }: Checkpoint): Promise<void> {
    for (const { table, key, value } of changes) {
      const id = `${table}/${key}`;
      if (value === undefined) this.rows.delete(id);
      else this.rows.set(id, { table, key, value: JSON.stringify(value) });
    }
    this.checkpointPosition = position;
    this.lastKey = lastKey;
    return Promise.resolve();
  }

  read(after: Position, limit: number, filter: RecordFilter = {}): Promise<readonly AnyRecord[]> {
    if (!filter.valueTypes && filter.processInstanceKey === undefined)
      return Promise.resolve(this.parse(this.log.slice(after, after + limit)));
    const matching = this.parse(this.log.slice(after)).filter((record) => passes(record, filter));
    return Promise.resolve(matching.slice(0, limit));
  }

  oldest(): Promise<Position> {
    return Promise.resolve(0);
  }

  close(): Promise<void> {
    this.taken = false;
    return Promise.resolve();
  }

  private parse(texts: readonly string[]): AnyRecord[] {
    return texts.map((text) => JSON.parse(text) as AnyRecord);
  }
}

async function* inOneGo<T>(items: readonly T[]): AsyncIterable<readonly T[]> {
  await Promise.resolve();
  yield items;
}
