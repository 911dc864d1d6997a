import type { JsonObject, JsonValue, VariableScope } from '../feel/feel.js';
import { FIRST_KEY, NO_KEY, type Key } from '../record/key.js';
import type { StateChange } from '../store/store.js';
import { Compensations } from './compensations.js';
import {
  DecisionDefinitions,
  DecisionRequirementsDefinitions,
  FormDefinitions,
  ProcessDefinitions,
  VersionNumbers,
} from './definitions.js';
import { ElementInstances } from './element-instances.js';
import { Incidents } from './incidents.js';
import { Jobs } from './jobs.js';
import { MessageStartEventSubscriptions, MessageSubscriptions, Messages } from './messages.js';
import { MultiInstanceOutputs, MultiInstances } from './multi-instances.js';
import { SignalSubscriptions } from './signals.js';
import type { Readable, Table } from './table.js';
import { Timers } from './timers.js';
import { Variables } from './variables.js';

/** Everything that lives in the engine. Appliers write it, from records alone; so replaying the log gives the same state. */
export class EngineState {
  readonly elements = new ElementInstances();
  readonly variables = new Variables();
  readonly jobs = new Jobs();
  readonly timers = new Timers();
  readonly messages = new Messages();
  readonly messageSubscriptions = new MessageSubscriptions();
  readonly messageStartEvents = new MessageStartEventSubscriptions();
  readonly signalSubscriptions = new SignalSubscriptions();
  readonly incidents = new Incidents();
  readonly compensations = new Compensations();
  readonly multiInstances = new MultiInstances();
  readonly multiInstanceOutputs = new MultiInstanceOutputs();
  readonly processes = new ProcessDefinitions();
  readonly decisionRequirements = new DecisionRequirementsDefinitions();
  readonly decisions = new DecisionDefinitions();
  readonly forms = new FormDefinitions();
  readonly versionNumbers = new VersionNumbers();

  /** The highest key in any applied record. */
  lastKey: Key = FIRST_KEY;

  private readonly tables: readonly Table<object, string | number>[] = Object.values(this).filter(
    (value): value is Table<object, string | number> => typeof value === 'object',
  );

  /** The value that a name has in a scope: the nearest one on the way to the process. */
  lookUp(scopeKey: Key, name: string): JsonValue | undefined {
    for (let key = scopeKey; key !== NO_KEY;) {
      const value = this.localValue(key, name);
      if (value !== undefined) return value;
      key = this.elements.get(key)?.flowScopeKey ?? NO_KEY;
    }
    return undefined;
  }

  localValue(scopeKey: Key, name: string): JsonValue | undefined {
    const variable = this.variables.local(scopeKey, name);
    if (variable) return variable.value;
    const loop = this.multiInstances.get(scopeKey);
    return loop?.outputCollection === name
      ? this.multiInstanceOutputs.collectionOf(scopeKey, loop.items.length)
      : undefined;
  }

  scope(scopeKey: Key): VariableScope {
    return { get: (name) => this.lookUp(scopeKey, name) };
  }

  /** All variables that a scope sees; an inner one hides an outer one of its name. */
  allVisible(scopeKey: Key): JsonObject {
    const document: Record<string, JsonValue> = {};
    for (let key = scopeKey; key !== NO_KEY;) {
      for (const [name, value] of Object.entries(this.allLocal(key)))
        if (!Object.hasOwn(document, name)) document[name] = value;
      key = this.elements.get(key)?.flowScopeKey ?? NO_KEY;
    }
    return document;
  }

  allLocal(scopeKey: Key): JsonObject {
    const document: Record<string, JsonValue> = {};
    for (const variable of this.variables.allLocal(scopeKey)) document[variable.name] = variable.value;
    const loop = this.multiInstances.get(scopeKey);
    if (loop?.outputCollection)
      document[loop.outputCollection] = this.multiInstanceOutputs.collectionOf(scopeKey, loop.items.length);
    return document;
  }

  /** When the next timer, job or message is due. */
  nextDue(): number | undefined {
    const dues = [this.timers.nextDue(), this.jobs.nextDue(), this.messages.nextDue()].filter(
      (due) => due !== undefined,
    );
    return dues.length ? Math.min(...dues) : undefined;
  }

  get changeCount(): number {
    return this.tables.reduce((sum, table) => sum + table.changes, 0);
  }

  takeChanges(): StateChange[] {
    return this.tables.flatMap((table) => table.takeChanges());
  }

  load(rows: ReadonlyMap<string, readonly (readonly [key: string, value: unknown])[]>): void {
    for (const table of this.tables) table.load(rows.get(table.name) ?? []);
  }

  /** The whole state as text, equal for equal states. */
  dump(): string {
    return JSON.stringify(
      this.tables.map((table) => [table.name, table.dump()]),
      null,
      1,
    );
  }
}

type Tables = Omit<EngineState, 'load' | 'takeChanges' | 'lastKey'>;

/** What processors see: every table without its writing methods. */
export type ReadonlyState = {
  readonly [K in keyof Tables]: Tables[K] extends { takeChanges(): unknown } ? Readable<Tables[K]> : Tables[K];
};
