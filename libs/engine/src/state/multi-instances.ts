import type { JsonValue } from '../feel/feel.js';
import type { Key } from '../record/key.js';
import { IndexOfKeys } from './index-of-keys.js';
import { KeyTable, TextTable } from './table.js';

/** What a multi-instance body runs over; it does not change while the body lives. */
export interface MultiInstance {
  key: Key;
  items: readonly JsonValue[];
  outputCollection?: string;
}

export class MultiInstances extends KeyTable<MultiInstance> {
  constructor() {
    super('multi-instance');
  }
}

/** One collected output. A row for each: the output collection of a thousand elements is not written a thousand times. */
export interface MultiInstanceOutput {
  bodyKey: Key;
  loopCounter: number;
  output: JsonValue;
}

export class MultiInstanceOutputs extends TextTable<MultiInstanceOutput> {
  private readonly byBody = new IndexOfKeys<Key>();

  constructor() {
    super('multi-instance-output');
  }

  static keyOf(bodyKey: Key, loopCounter: number): string {
    return `${bodyKey}/${loopCounter}`;
  }

  loopCountersOf(bodyKey: Key): number[] {
    return this.byBody.of(bodyKey);
  }

  /** The output collection as it is now: null where nothing was collected. */
  collectionOf(bodyKey: Key, length: number): JsonValue[] {
    const collection = new Array<JsonValue>(length).fill(null);
    for (const counter of this.byBody.of(bodyKey))
      collection[counter - 1] = this.getExisting(MultiInstanceOutputs.keyOf(bodyKey, counter)).output;
    return collection;
  }

  protected override added(row: MultiInstanceOutput): void {
    this.byBody.add(row.bodyKey, row.loopCounter);
  }

  protected override removed(row: MultiInstanceOutput): void {
    this.byBody.remove(row.bodyKey, row.loopCounter);
  }
}
