import { applyRecord } from '../appliers/appliers.js';
import type { Key } from '../record/key.js';
import type { AnyRecord, EngineRecord, Intents, Position, ValueType } from '../record/record.js';
import type { RecordValues } from '../record/values.js';
import type { EngineState, ReadonlyState } from '../state/engine-state.js';
import { ElementLifecycle } from './lifecycle.js';
import type { Models } from './models.js';
import type { Lifecycle, Processing, Step } from './processing.js';
import { runSteps } from './steps.js';

/** Runs commands on a state: what it decides is written as records, and each record is applied before the next thing is decided. */
export class EngineProcessing implements Processing {
  readonly lifecycle: Lifecycle = new ElementLifecycle(this);
  now = 0;
  /** Of the last record that was written. */
  position: Position;
  private lastKey: Key;
  private firstOfCommand: Position = 0;
  private readonly steps: Step[] = [];
  private written: AnyRecord[] = [];

  constructor(
    private readonly writableState: EngineState,
    readonly models: Models,
    from: { readonly position: Position; readonly lastKey: Key },
  ) {
    this.position = from.position;
    this.lastKey = Math.max(from.lastKey, writableState.lastKey);
  }

  get state(): ReadonlyState {
    return this.writableState;
  }

  /** Runs something to quiescence. Its records are to be fetched with {@link takeRecords}, also when it throws. */
  run<T>(now: number, action: (p: Processing) => T): T {
    this.now = now;
    this.firstOfCommand = this.position + 1;
    try {
      const outcome = action(this);
      runSteps(this, this.steps);
      return outcome;
    } finally {
      this.steps.length = 0;
    }
  }

  takeRecords(): readonly AnyRecord[] {
    const records = this.written;
    this.written = [];
    return records;
  }

  newKey(): Key {
    return ++this.lastKey;
  }

  record<V extends ValueType>(valueType: V, intent: Intents[V], key: Key, value: RecordValues[V]): void {
    const position = this.position + 1;
    const record: EngineRecord<V> = {
      position,
      sourcePosition: position === this.firstOfCommand ? -1 : this.firstOfCommand,
      key,
      timestamp: this.now,
      recordType: 'EVENT',
      valueType,
      intent,
      value,
    };
    applyRecord(this.writableState, record as AnyRecord);
    this.position = position;
    this.written.push(record as AnyRecord);
  }

  follow(step: Step): void {
    this.steps.push(step);
  }
}
