import type { Key } from '../record/key.js';
import { NO_KEY } from '../record/key.js';
import { DueDates } from './due-dates.js';
import { IndexOfKeys } from './index-of-keys.js';
import { KeyTable } from './table.js';

export interface Timer {
  key: Key;
  /** -1 for the timer of a start event. */
  elementInstanceKey: Key;
  processInstanceKey: Key;
  processDefinitionKey: Key;
  targetElementId: string;
  dueDate: number;
  repetitions: number;
  interval?: string;
}

export class Timers extends KeyTable<Timer> {
  private readonly byElement = new IndexOfKeys<Key>();
  private readonly byDefinition = new IndexOfKeys<Key>();
  private readonly due = new DueDates((key) => this.rows.get(key)?.dueDate);

  constructor() {
    super('timer');
  }

  ofElement(elementInstanceKey: Key): Readonly<Timer>[] {
    return this.byElement.of(elementInstanceKey).map((key) => this.getExisting(key));
  }

  /** Of the start events of a definition. */
  ofDefinition(processDefinitionKey: Key): Readonly<Timer>[] {
    return this.byDefinition.of(processDefinitionKey).map((key) => this.getExisting(key));
  }

  nextDue(): number | undefined {
    return this.due.next();
  }

  firstDue(now: number): Key | undefined {
    return this.due.firstDue(now);
  }

  protected override added(row: Timer): void {
    if (row.elementInstanceKey === NO_KEY) this.byDefinition.add(row.processDefinitionKey, row.key);
    else this.byElement.add(row.elementInstanceKey, row.key);
    this.due.add(row.dueDate, row.key);
  }

  protected override removed(row: Timer): void {
    if (row.elementInstanceKey === NO_KEY) this.byDefinition.remove(row.processDefinitionKey, row.key);
    else this.byElement.remove(row.elementInstanceKey, row.key);
  }
}
