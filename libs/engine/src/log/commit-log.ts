import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyRecord, Position } from '../record/record.js';
import { StoreUnavailable, type Store } from '../store/store.js';

const RETRY_AFTER_MS = 300;

export interface CommitListener {
  committed(records: readonly AnyRecord[]): void;
  /** The store cannot be reached, or can be again. */
  availability(available: boolean): void;
  /** The log cannot be written any more: the engine has to be opened anew. */
  fatal(error: unknown): void;
}

/** Group commit: what is written while a commit is under way goes into the next one together. */
export class CommitLog {
  private pending: AnyRecord[] = [];
  private waiting: ((committed: boolean) => void)[] = [];
  private running: Promise<void> | undefined;
  private closed = false;

  /** Of the last record that is durable. */
  position: Position;

  constructor(
    private readonly store: Store,
    position: Position,
    private readonly listener: CommitListener,
  ) {
    this.position = position;
  }

  add(records: readonly AnyRecord[]): void {
    for (const record of records) this.pending.push(record);
    if (records.length) this.start();
  }

  /** Resolves with true when everything that was added is durable, with false when the store turned out to be away. */
  whenCommitted(): Promise<boolean> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.start();
    });
  }

  /** Waits for what is under way; what cannot be written is given up. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private start(): void {
    this.running ??= this.loop();
  }

  private async loop(): Promise<void> {
    // commands that arrive in the same turn share the first commit
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.pending.length || this.waiting.length) if (!(await this.commit())) break;
    // in the same turn as the last look at what is there: nothing can be added unseen
    this.running = undefined;
  }

  private async commit(): Promise<boolean> {
    const records = this.pending;
    const waiting = this.waiting;
    this.pending = [];
    this.waiting = [];
    if (records.length && !(await this.append(records, waiting))) return false;
    for (const resolve of waiting) resolve(true);
    const last = records.at(-1);
    if (last) {
      this.position = last.position;
      this.listener.committed(records);
    }
    return true;
  }

  /** Tries until the records are in the log. Who waits is told that the store is away and does not wait on. */
  private async append(records: readonly AnyRecord[], waiting: ((committed: boolean) => void)[]): Promise<boolean> {
    let away = false;
    for (;;) {
      try {
        await this.store.append(records);
        if (away) this.listener.availability(true);
        return true;
      } catch (error) {
        for (const resolve of [...waiting.splice(0), ...this.waiting.splice(0)]) resolve(false);
        if (!(error instanceof StoreUnavailable)) {
          this.listener.fatal(error);
          return false;
        }
        if (!away) this.listener.availability(false);
        away = true;
        if (this.closed) return false;
        await sleep(RETRY_AFTER_MS);
      }
    }
  }
}
