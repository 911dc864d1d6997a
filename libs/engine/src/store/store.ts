import type { Key } from '../record/key.js';
import type { AnyRecord, Position } from '../record/record.js';

/**
 * Where the log and the checkpoint of the state are kept. One engine owns a store at a time. There is one `append` at a time and one
 * `checkpoint` at a time, but a checkpoint may be written while records are appended, and `read` may run at any time. Both implementations (memory, PostgreSQL) pass `testing/store-contract.ts`.
 */
export interface Store {
  /**
   * Takes the store for this engine (a second one fails at once with a {@link StoreTaken}) and gives what the state is
   * recovered from. The parts are read in their order: first all rows, then the tail.
   */
  open(): Promise<Recovery>;

  /**
   * Commits the records together; resolves when they are durable. The engine repeats the call with the same records after a
   * {@link StoreUnavailable}, also when the first try had reached the log: records that are there already are left as they are.
   */
  append(records: readonly AnyRecord[]): Promise<void>;

  /** Replaces the checkpoint by the old one with these changes, atomically. Records up to its position are committed before. */
  checkpoint(checkpoint: Checkpoint): Promise<void>;

  /** Committed records after a position, in order, at most `limit`; fewer only at the end of the log. */
  read(after: Position, limit: number, filter?: RecordFilter): Promise<readonly AnyRecord[]>;

  /** The position before the oldest record that is kept: a feed cannot start earlier. */
  oldest(): Promise<Position>;

  close(): Promise<void>;
}

export interface Recovery {
  /** 0 when there is no checkpoint. */
  readonly checkpointPosition: Position;
  /** The highest key that was handed out up to the checkpoint; {@link FIRST_KEY} when there is none. */
  readonly lastKey: Key;
  /** The rows of the checkpoint, in any order, by the handful. */
  readonly rows: AsyncIterable<readonly StateRow[]>;
  /** The committed records after the checkpoint, in order, by the handful. */
  readonly tail: AsyncIterable<readonly AnyRecord[]>;
}

/** One row of the state: an element instance, a job, a variable, … `value` is JSON. */
export interface StateRow {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
}

/** `value: undefined` deletes the row. */
export interface StateChange {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
}

export interface Checkpoint {
  readonly position: Position;
  readonly lastKey: Key;
  readonly changes: readonly StateChange[];
}

/** All of them must hold. */
export interface RecordFilter {
  readonly valueTypes?: readonly string[];
  readonly processInstanceKey?: Key;
}

export function passes(record: AnyRecord, { valueTypes, processInstanceKey }: RecordFilter): boolean {
  if (valueTypes && !valueTypes.includes(record.valueType)) return false;
  if (processInstanceKey === undefined) return true;
  return 'processInstanceKey' in record.value && record.value.processInstanceKey === processInstanceKey;
}

/** The store cannot be reached now; the same call may succeed later. */
export class StoreUnavailable extends Error {}

/** Another engine owns the store. */
export class StoreTaken extends Error {}
