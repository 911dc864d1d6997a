import type { Key } from '../record/key.js';
import type { IncidentErrorType } from '../record/values.js';
import { IndexOfKeys } from './index-of-keys.js';
import { KeyTable } from './table.js';

export interface Incident {
  key: Key;
  errorType: IncidentErrorType;
  errorMessage: string;
  bpmnProcessId: string;
  processDefinitionKey: Key;
  processInstanceKey: Key;
  elementId: string;
  elementInstanceKey: Key;
  jobKey?: Key;
  createdAt: number;
}

export class Incidents extends KeyTable<Incident> {
  private readonly byElement = new IndexOfKeys<Key>();
  private readonly byProcessInstance = new IndexOfKeys<Key>();

  constructor() {
    super('incident');
  }

  ofElement(elementInstanceKey: Key): Readonly<Incident>[] {
    return this.byElement.of(elementInstanceKey).map((key) => this.getExisting(key));
  }

  ofProcessInstance(processInstanceKey: Key): Readonly<Incident>[] {
    return this.byProcessInstance.of(processInstanceKey).map((key) => this.getExisting(key));
  }

  protected override added(row: Incident): void {
    this.byElement.add(row.elementInstanceKey, row.key);
    this.byProcessInstance.add(row.processInstanceKey, row.key);
  }

  protected override removed(row: Incident): void {
    this.byElement.remove(row.elementInstanceKey, row.key);
    this.byProcessInstance.remove(row.processInstanceKey, row.key);
  }
}
