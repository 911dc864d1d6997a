import type { StateChange } from '../store/store.js';

/**
 * Rows of one kind by key. Appliers alone call the writing methods; processors see the table as {@link Readable}. Every write is
 * remembered until the next checkpoint takes the changes.
 */
export abstract class Table<V extends object, K extends string | number = number> {
  protected readonly rows = new Map<K, V>();
  private readonly changed = new Set<K>();

  protected constructor(readonly name: string) {}

  get(key: K): Readonly<V> | undefined {
    return this.rows.get(key);
  }

  /** For a key that a record names: its absence is a defect of the engine. */
  getExisting(key: K): Readonly<V> {
    const row = this.rows.get(key);
    if (!row) throw new Error(`expected a row ${this.name} ${key}, but there is none`);
    return row;
  }

  has(key: K): boolean {
    return this.rows.has(key);
  }

  get size(): number {
    return this.rows.size;
  }

  values(): IterableIterator<Readonly<V>> {
    return this.rows.values();
  }

  put(key: K, row: V): void {
    const before = this.rows.get(key);
    if (before) this.removed?.(before, key);
    this.rows.set(key, row);
    this.changed.add(key);
    this.added?.(row, key);
  }

  /** Changes what no index is built on. */
  update(key: K, change: (row: V) => void): void {
    const row = this.rows.get(key);
    if (!row) throw new Error(`expected to change ${this.name} ${key}, but there is none`);
    change(row);
    this.changed.add(key);
  }

  delete(key: K): void {
    const row = this.rows.get(key);
    if (!row) return;
    this.rows.delete(key);
    this.changed.add(key);
    this.removed?.(row, key);
  }

  /** Takes what has changed since the last call. Rows are copied: they change on while the checkpoint is written. */
  takeChanges(): StateChange[] {
    const changes: StateChange[] = [];
    for (const key of this.changed) {
      const row = this.rows.get(key);
      changes.push({ table: this.name, key: String(key), value: row && { ...row } });
    }
    this.changed.clear();
    return changes;
  }

  get changes(): number {
    return this.changed.size;
  }

  /** Fills the empty table from a checkpoint; rows come in the order of their keys, as they were made. */
  load(rows: readonly (readonly [key: string, value: unknown])[]): void {
    const parsed = rows.map(([key, value]) => [this.parseKey(key), value as V] as const);
    parsed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    for (const [key, row] of parsed) {
      this.rows.set(key, row);
      this.added?.(row, key);
    }
  }

  /** All rows in the order of their keys, for comparing states. */
  dump(): [key: string, value: unknown][] {
    return [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, row]) => [String(key), row]);
  }

  protected abstract parseKey(key: string): K;

  /** Keeps the indexes. */
  protected added?(row: V, key: K): void;
  protected removed?(row: V, key: K): void;
}

/** A table without its writing methods. */
export type Readable<T> = Omit<T, 'put' | 'update' | 'delete' | 'takeChanges' | 'load'>;

/** A table by {@link Key}. */
export class KeyTable<V extends object> extends Table<V> {
  protected parseKey(key: string): number {
    return Number(key);
  }
}

/** A table by text. */
export class TextTable<V extends object> extends Table<V, string> {
  protected parseKey(key: string): string {
    return key;
  }
}
