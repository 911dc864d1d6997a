import { NO_KEY, type Key } from '../record/key.js';
import { IndexOfKeys } from './index-of-keys.js';
import { KeyTable } from './table.js';

export interface SignalSubscription {
  key: Key;
  signalName: string;
  bpmnProcessId: string;
  processDefinitionKey: Key;
  /** -1 for a start event. */
  elementInstanceKey: Key;
  processInstanceKey: Key;
  elementId: string;
  interrupting: boolean;
}

export class SignalSubscriptions extends KeyTable<SignalSubscription> {
  private readonly byName = new IndexOfKeys<string>();
  private readonly byElement = new IndexOfKeys<Key>();
  private readonly byDefinition = new IndexOfKeys<Key>();

  constructor() {
    super('signal-subscription');
  }

  waitingFor(name: string): Key[] {
    return this.byName.of(name);
  }

  ofElement(elementInstanceKey: Key): Readonly<SignalSubscription>[] {
    return this.byElement.of(elementInstanceKey).map((key) => this.getExisting(key));
  }

  /** Of the start events of a definition. */
  ofDefinition(processDefinitionKey: Key): Readonly<SignalSubscription>[] {
    return this.byDefinition.of(processDefinitionKey).map((key) => this.getExisting(key));
  }

  protected override added(row: SignalSubscription): void {
    this.byName.add(row.signalName, row.key);
    if (row.elementInstanceKey === NO_KEY) this.byDefinition.add(row.processDefinitionKey, row.key);
    else this.byElement.add(row.elementInstanceKey, row.key);
  }

  protected override removed(row: SignalSubscription): void {
    this.byName.remove(row.signalName, row.key);
    if (row.elementInstanceKey === NO_KEY) this.byDefinition.remove(row.processDefinitionKey, row.key);
    else this.byElement.remove(row.elementInstanceKey, row.key);
  }
}
