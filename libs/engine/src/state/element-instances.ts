import type { JsonObject } from '../feel/feel.js';
import type { Key } from '../record/key.js';
import type { BpmnElementType, BpmnEventType } from '../record/values.js';
import { IndexOfKeys } from './index-of-keys.js';
import { KeyTable } from './table.js';

type ElementState = 'ACTIVATING' | 'ACTIVATED' | 'COMPLETING' | 'TERMINATING';

/** An event with its variables that has reached an element instance: the element that it triggers within it, or itself. */
export interface EventTrigger {
  elementId: string;
  variables: JsonObject;
}

/** A live instance of an element; that of a process has the key of the process instance. */
export interface ElementInstance {
  key: Key;
  elementId: string;
  elementType: BpmnElementType;
  eventType: BpmnEventType;
  state: ElementState;
  flowScopeKey: Key;
  processInstanceKey: Key;
  bpmnProcessId: string;
  version: number;
  processDefinitionKey: Key;
  /** How often a sequence flow of this scope is taken and not used up by an activation. */
  takenFlows?: Record<string, number>;
  /** The element that interrupted this scope: nothing else is activated in it any more. */
  interruptedBy?: string;
  trigger?: EventTrigger;
  jobKey?: Key;
  calledInstanceKey?: Key;
  loopCounter?: number;
  completedChildren?: number;
  terminatedChildren?: number;
  // process instances only
  startedAt?: number;
  parentProcessInstanceKey?: Key;
  parentElementInstanceKey?: Key;
  correlationKey?: string;
  startInstructions?: readonly string[];
  fetchVariables?: readonly string[];
}

const lockOf = (bpmnProcessId: string, correlationKey: string) => `${bpmnProcessId}\0${correlationKey}`;

export class ElementInstances extends KeyTable<ElementInstance> {
  private readonly children = new IndexOfKeys<Key>();
  private readonly processInstances = new Set<Key>();
  private readonly byDefinition = new IndexOfKeys<Key>();
  /** Process instances that a message with a correlation key started. */
  private readonly locks = new Map<string, Key>();

  constructor() {
    super('element');
  }

  childrenOf(scopeKey: Key): Key[] {
    return this.children.of(scopeKey);
  }

  countChildren(scopeKey: Key): number {
    return this.children.count(scopeKey);
  }

  allProcessInstances(): IterableIterator<Key> {
    return this.processInstances.values();
  }

  get processInstanceCount(): number {
    return this.processInstances.size;
  }

  hasInstancesOf(processDefinitionKey: Key): boolean {
    return this.byDefinition.count(processDefinitionKey) > 0;
  }

  isLocked(bpmnProcessId: string, correlationKey: string): boolean {
    return this.locks.has(lockOf(bpmnProcessId, correlationKey));
  }

  protected override added(row: ElementInstance): void {
    if (row.elementType !== 'PROCESS') {
      this.children.add(row.flowScopeKey, row.key);
      return;
    }
    this.processInstances.add(row.key);
    this.byDefinition.add(row.processDefinitionKey, row.key);
    if (row.correlationKey) this.locks.set(lockOf(row.bpmnProcessId, row.correlationKey), row.key);
  }

  protected override removed(row: ElementInstance): void {
    if (row.elementType !== 'PROCESS') {
      this.children.remove(row.flowScopeKey, row.key);
      return;
    }
    this.processInstances.delete(row.key);
    this.byDefinition.remove(row.processDefinitionKey, row.key);
    if (row.correlationKey) this.locks.delete(lockOf(row.bpmnProcessId, row.correlationKey));
  }
}
