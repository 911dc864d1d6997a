import type { JsonObject, JsonValue } from './feel/feel.js';
import type { Key } from './record/key.js';
import type { BpmnElementType, IncidentErrorType } from './record/values.js';

/** An open incident. */
export interface IncidentView {
  readonly key: Key;
  readonly errorType: IncidentErrorType;
  readonly errorMessage: string;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly jobKey?: Key;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** A live process instance, without what is in it. */
export interface ProcessInstanceView {
  readonly key: Key;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly processDefinitionKey: Key;
  readonly parentProcessInstanceKey?: Key;
  readonly startedAt: number;
  readonly incidents: number;
}

/** A live process instance with its tokens and the variables of each scope. */
export interface ProcessInstanceDetail extends ProcessInstanceView {
  readonly elements: readonly ElementView[];
  readonly variables: readonly VariableView[];
  readonly openIncidents: readonly IncidentView[];
}

export interface ElementView {
  readonly key: Key;
  readonly elementId: string;
  readonly elementType: BpmnElementType;
  readonly state: 'ACTIVATING' | 'ACTIVATED' | 'COMPLETING' | 'TERMINATING';
  readonly flowScopeKey: Key;
  readonly jobKey?: Key;
  readonly loopCounter?: number;
  readonly calledInstanceKey?: Key;
}

export interface VariableView {
  readonly scopeKey: Key;
  readonly name: string;
  readonly value: JsonValue;
}

/** A job that is not done. */
export interface JobView {
  readonly key: Key;
  readonly type: string;
  readonly state: 'ACTIVATABLE' | 'ACTIVATED' | 'FAILED' | 'BACKOFF' | 'ERROR_THROWN';
  readonly retries: number;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  readonly bpmnProcessId: string;
  readonly processDefinitionVersion: number;
  /** All that the job sees. */
  readonly variables: JsonObject;
}

/** A deployed process definition. */
export interface DefinitionView {
  readonly key: Key;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly resourceName: string;
  readonly latest: boolean;
}

/** What is alive, for metrics. */
export interface EngineFigures {
  readonly processInstances: number;
  readonly elementInstances: number;
  readonly jobs: number;
  readonly activatableJobs: number;
  readonly incidents: number;
  readonly timers: number;
  readonly messages: number;
  readonly lastPosition: number;
  readonly committedPosition: number;
  readonly checkpointPosition: number;
}
