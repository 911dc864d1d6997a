import type { JsonObject } from '../feel/feel.js';
import type { Key } from '../record/key.js';
import { DueDates } from './due-dates.js';
import { IndexOfKeys } from './index-of-keys.js';
import { KeyTable } from './table.js';

/** A message that is buffered, or is being correlated. */
export interface Message {
  key: Key;
  name: string;
  correlationKey: string;
  messageId: string;
  deadline: number;
  variables: JsonObject;
  /** Processes that have got it: a message goes to each process once. */
  correlatedTo: readonly string[];
}

export interface MessageSubscription {
  key: Key;
  elementInstanceKey: Key;
  elementId: string;
  messageName: string;
  correlationKey: string;
  interrupting: boolean;
  bpmnProcessId: string;
  processDefinitionKey: Key;
  processInstanceKey: Key;
}

export interface MessageStartEventSubscription {
  key: Key;
  processDefinitionKey: Key;
  bpmnProcessId: string;
  startEventId: string;
  messageName: string;
}

const addressOf = (name: string, correlationKey: string) => `${name}\0${correlationKey}`;

export class Messages extends KeyTable<Message> {
  private readonly byAddress = new IndexOfKeys<string>();
  private readonly due = new DueDates((key) => this.rows.get(key)?.deadline);

  constructor() {
    super('message');
  }

  /** In the order of publication. */
  buffered(name: string, correlationKey: string): Readonly<Message>[] {
    return this.byAddress.of(addressOf(name, correlationKey)).map((key) => this.getExisting(key));
  }

  nextDue(): number | undefined {
    return this.due.next();
  }

  firstDue(now: number): Key | undefined {
    return this.due.firstDue(now);
  }

  protected override added(row: Message): void {
    this.byAddress.add(addressOf(row.name, row.correlationKey), row.key);
    this.due.add(row.deadline, row.key);
  }

  protected override removed(row: Message): void {
    this.byAddress.remove(addressOf(row.name, row.correlationKey), row.key);
  }
}

export class MessageSubscriptions extends KeyTable<MessageSubscription> {
  private readonly byAddress = new IndexOfKeys<string>();
  private readonly byElement = new IndexOfKeys<Key>();

  constructor() {
    super('message-subscription');
  }

  /** In the order in which they were opened. */
  waitingFor(name: string, correlationKey: string): Key[] {
    return this.byAddress.of(addressOf(name, correlationKey));
  }

  ofElement(elementInstanceKey: Key): Readonly<MessageSubscription>[] {
    return this.byElement.of(elementInstanceKey).map((key) => this.getExisting(key));
  }

  protected override added(row: MessageSubscription): void {
    this.byAddress.add(addressOf(row.messageName, row.correlationKey), row.key);
    this.byElement.add(row.elementInstanceKey, row.key);
  }

  protected override removed(row: MessageSubscription): void {
    this.byAddress.remove(addressOf(row.messageName, row.correlationKey), row.key);
    this.byElement.remove(row.elementInstanceKey, row.key);
  }
}

export class MessageStartEventSubscriptions extends KeyTable<MessageStartEventSubscription> {
  private readonly byName = new IndexOfKeys<string>();
  private readonly byDefinition = new IndexOfKeys<Key>();

  constructor() {
    super('message-start-event-subscription');
  }

  waitingFor(name: string): Readonly<MessageStartEventSubscription>[] {
    return this.byName.of(name).map((key) => this.getExisting(key));
  }

  ofDefinition(processDefinitionKey: Key): Readonly<MessageStartEventSubscription>[] {
    return this.byDefinition.of(processDefinitionKey).map((key) => this.getExisting(key));
  }

  protected override added(row: MessageStartEventSubscription): void {
    this.byName.add(row.messageName, row.key);
    this.byDefinition.add(row.processDefinitionKey, row.key);
  }

  protected override removed(row: MessageStartEventSubscription): void {
    this.byName.remove(row.messageName, row.key);
    this.byDefinition.remove(row.processDefinitionKey, row.key);
  }
}
