import type { JsonValue } from '../feel/feel.js';
import type { Key } from '../record/key.js';
import { KeyTable } from './table.js';

export interface Variable {
  key: Key;
  scopeKey: Key;
  name: string;
  value: JsonValue;
}

/** Variables by the element instance that they are local to. */
export class Variables extends KeyTable<Variable> {
  private readonly byScope = new Map<Key, Map<string, Variable>>();

  constructor() {
    super('variable');
  }

  local(scopeKey: Key, name: string): Readonly<Variable> | undefined {
    return this.byScope.get(scopeKey)?.get(name);
  }

  allLocal(scopeKey: Key): Readonly<Variable>[] {
    const scope = this.byScope.get(scopeKey);
    return scope ? [...scope.values()] : [];
  }

  protected override added(row: Variable): void {
    const scope = this.byScope.get(row.scopeKey);
    if (scope) scope.set(row.name, row);
    else this.byScope.set(row.scopeKey, new Map([[row.name, row]]));
  }

  protected override removed(row: Variable): void {
    const scope = this.byScope.get(row.scopeKey);
    scope?.delete(row.name);
    if (scope?.size === 0) this.byScope.delete(row.scopeKey);
  }
}
