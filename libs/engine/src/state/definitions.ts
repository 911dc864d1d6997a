import type { Key } from '../record/key.js';
import { KeyTable, TextTable } from './table.js';

interface Versioned {
  key: Key;
  version: number;
  resourceName: string;
  checksum: string;
  resource: string;
}

export interface ProcessDefinition extends Versioned {
  bpmnProcessId: string;
  deploymentKey: Key;
  /** Deleted, but instances are running still. */
  deleting?: boolean;
}

export interface DecisionRequirements extends Versioned {
  decisionRequirementsId: string;
  decisionRequirementsName: string;
  namespace: string;
}

export interface Decision {
  key: Key;
  version: number;
  decisionId: string;
  decisionName: string;
  decisionRequirementsId: string;
  decisionRequirementsKey: Key;
}

export interface Form extends Versioned {
  formId: string;
}

/** Versions of something by its id, in ascending order. */
class VersionedTable<V extends { key: Key; version: number }> extends KeyTable<V> {
  private readonly byId = new Map<string, V[]>();

  constructor(
    name: string,
    private readonly idOf: (row: V) => string,
    private readonly isCurrent: (row: V) => boolean = () => true,
  ) {
    super(name);
  }

  latest(id: string): Readonly<V> | undefined {
    return this.byId.get(id)?.findLast(this.isCurrent);
  }

  version(id: string, version: number): Readonly<V> | undefined {
    return this.byId.get(id)?.find((row) => row.version === version && this.isCurrent(row));
  }

  /** The newest that is older than this one. */
  before(row: Readonly<V>): Readonly<V> | undefined {
    return this.byId.get(this.idOf(row))?.findLast((other) => other.version < row.version && this.isCurrent(other));
  }

  protected override added(row: V): void {
    const id = this.idOf(row);
    const versions = this.byId.get(id) ?? [];
    versions.push(row);
    versions.sort((a, b) => a.version - b.version);
    this.byId.set(id, versions);
  }

  protected override removed(row: V): void {
    const id = this.idOf(row);
    const versions = this.byId.get(id)?.filter((other) => other !== row) ?? [];
    if (versions.length) this.byId.set(id, versions);
    else this.byId.delete(id);
  }
}

export class ProcessDefinitions extends VersionedTable<ProcessDefinition> {
  constructor() {
    super(
      'process',
      (row) => row.bpmnProcessId,
      (row) => !row.deleting,
    );
  }
}

export class DecisionRequirementsDefinitions extends VersionedTable<DecisionRequirements> {
  constructor() {
    super('decision-requirements', (row) => row.decisionRequirementsId);
  }
}

export class DecisionDefinitions extends VersionedTable<Decision> {
  constructor() {
    super('decision', (row) => row.decisionId);
  }

  ofRequirements(decisionRequirementsKey: Key): Readonly<Decision>[] {
    return [...this.values()].filter((row) => row.decisionRequirementsKey === decisionRequirementsKey);
  }
}

export class FormDefinitions extends VersionedTable<Form> {
  constructor() {
    super('form', (row) => row.formId);
  }
}

/** The highest version that was ever given out, by kind and id: a deleted version's number is not used again. */
export class VersionNumbers extends TextTable<{ version: number }> {
  constructor() {
    super('version-number');
  }

  static keyOf(kind: 'process' | 'decision-requirements' | 'decision' | 'form', id: string): string {
    return `${kind}:${id}`;
  }

  next(kind: 'process' | 'decision-requirements' | 'decision' | 'form', id: string): number {
    return (this.get(VersionNumbers.keyOf(kind, id))?.version ?? 0) + 1;
  }
}
