import type { Key } from '../record/key.js';
import { IndexOfKeys } from './index-of-keys.js';
import { KeyTable } from './table.js';

/** A completed activity that can be undone: by its handler, or, for a sub-process without one, by what is in it. */
export interface Compensation {
  key: Key;
  processInstanceKey: Key;
  /** The scope that the activity was in. */
  scopeKey: Key;
  activityId: string;
  handlerId?: string;
  /** Of a sub-process: its instance, which the compensations of what is in it name as their scope. */
  innerScopeKey?: Key;
  /** Set when it is under way; the event that waits for it, unless it is part of a sub-process' compensation. */
  handlerInstanceKey?: Key;
  throwEventKey?: Key;
}

export class Compensations extends KeyTable<Compensation> {
  private readonly byScope = new IndexOfKeys<Key>();
  private readonly byHandler = new IndexOfKeys<Key>();
  private readonly byThrowEvent = new IndexOfKeys<Key>();
  private readonly byProcessInstance = new IndexOfKeys<Key>();

  constructor() {
    super('compensation');
  }

  ofScope(scopeKey: Key): Readonly<Compensation>[] {
    return this.byScope.of(scopeKey).map((key) => this.getExisting(key));
  }

  ofProcessInstance(processInstanceKey: Key): Readonly<Compensation>[] {
    return this.byProcessInstance.of(processInstanceKey).map((key) => this.getExisting(key));
  }

  /** The one that an instance carries out. */
  ofHandler(handlerInstanceKey: Key): Readonly<Compensation> | undefined {
    const key = this.byHandler.first(handlerInstanceKey);
    return key === undefined ? undefined : this.get(key);
  }

  /** How many are under way for a throw event. */
  countOfThrowEvent(throwEventKey: Key): number {
    return this.byThrowEvent.count(throwEventKey);
  }

  protected override added(row: Compensation): void {
    this.byScope.add(row.scopeKey, row.key);
    this.byProcessInstance.add(row.processInstanceKey, row.key);
    if (row.handlerInstanceKey !== undefined) this.byHandler.add(row.handlerInstanceKey, row.key);
    if (row.throwEventKey !== undefined) this.byThrowEvent.add(row.throwEventKey, row.key);
  }

  protected override removed(row: Compensation): void {
    this.byScope.remove(row.scopeKey, row.key);
    this.byProcessInstance.remove(row.processInstanceKey, row.key);
    if (row.handlerInstanceKey !== undefined) this.byHandler.remove(row.handlerInstanceKey, row.key);
    if (row.throwEventKey !== undefined) this.byThrowEvent.remove(row.throwEventKey, row.key);
  }
}
