import type { JsonObject } from '../feel/feel.js';
import type { ElementModel } from '../model/process-model.js';
import type { Key } from '../record/key.js';
import type { Intents, ValueType } from '../record/record.js';
import type { RecordValues } from '../record/values.js';
import type { ElementInstance, EventTrigger } from '../state/element-instances.js';
import type { ReadonlyState } from '../state/engine-state.js';
import type { Models } from './models.js';

/** What processors work with: the state to read, and the records and further steps to write. */
export interface Processing {
  readonly state: ReadonlyState;
  readonly models: Models;
  /** The engine's time when the command began, epoch milliseconds. */
  readonly now: number;
  readonly lifecycle: Lifecycle;
  newKey(): Key;
  /** Writes an event. It is in the state when the call returns. */
  record<V extends ValueType>(valueType: V, intent: Intents[V], key: Key, value: RecordValues[V]): void;
  /** Something to do before the command ends, after what was asked for earlier. */
  follow(step: Step): void;
}

/** The life of element instances, for processors that start or end others. */
export interface Lifecycle {
  /** Enters an element now, whatever flows lead to it. */
  activate(scopeKey: Key, element: ElementModel, options?: ActivationOptions): Key;
  /** Goes on with an instance whose activation was recorded. */
  enter(key: Key): void;
  complete(key: Key): void;
  /** Ends an instance and everything in it, without telling the scope around it. */
  terminate(key: Key): void;
}

export interface ActivationOptions {
  readonly key?: Key;
  readonly trigger?: EventTrigger;
  readonly consumedFlows?: readonly string[];
  readonly loopCounter?: number;
  /** The trigger ends everything else in this scope. */
  readonly interruptedScopeKey?: Key;
  /** Enters a scope without starting what is in it. */
  readonly scopeOnly?: boolean;
}

/** What follows from a command, in order of first come, first served. */
export type Step =
  /** A token arrives over a flow, or an instance of a multi-instance body is due. */
  | {
      readonly type: 'ActivateElement';
      readonly scopeKey: Key;
      readonly elementId: string;
      readonly flowId?: string;
      readonly loopCounter?: number;
    }
  | { readonly type: 'EnterElement'; readonly key: Key }
  | { readonly type: 'CompleteElement'; readonly key: Key }
  /** Messages that were published before a subscription was opened. */
  | { readonly type: 'CorrelateBuffered'; readonly subscriptionKey: Key }
  /** An instance that a message started has ended: the next one may start. */
  | { readonly type: 'StartByBuffered'; readonly bpmnProcessId: string; readonly correlationKey: string }
  | { readonly type: 'BroadcastSignal'; readonly signalName: string; readonly variables: JsonObject };

export type StepType = Step['type'];

/** An element instance with its model. */
export interface Active {
  readonly element: ElementModel;
  readonly instance: Readonly<ElementInstance>;
}
