import type { JsonObject } from '../feel/feel.js';
import type { DecisionEvaluation } from '../dmn/decision.js';
import type { Key } from '../record/key.js';

/** What the outside may ask of the engine, by name. Each has a processor of its own: `CompleteJob` → `job-complete.processor.ts`. */
export interface Commands {
  DeployResource: {
    readonly resources: readonly { readonly name: string; readonly content: string }[];
  };
  DeleteResource: { readonly resourceKey: Key };
  CreateProcessInstance: CreateProcessInstance;
  /** Answers when the instance has completed; after `requestTimeout` ms with the refusal DEADLINE_EXCEEDED (the instance goes on). */
  CreateProcessInstanceWithResult: CreateProcessInstance & {
    readonly fetchVariables: readonly string[];
    readonly requestTimeout: number;
  };
  CancelProcessInstance: { readonly processInstanceKey: Key };
  ModifyProcessInstance: {
    readonly processInstanceKey: Key;
    readonly activate: readonly {
      readonly elementId: string;
      /** Left out: the scope is found, or made. */
      readonly ancestorElementInstanceKey?: Key;
      /** `scopeId` left out: into the process. */
      readonly variables: readonly { readonly variables: JsonObject; readonly scopeId?: string }[];
    }[];
    readonly terminate: readonly Key[];
  };
  MigrateProcessInstance: {
    readonly processInstanceKey: Key;
    readonly targetProcessDefinitionKey: Key;
    readonly mapping: readonly { readonly sourceElementId: string; readonly targetElementId: string }[];
  };
  ActivateJobs: {
    readonly jobType: string;
    readonly worker: string;
    /** Milliseconds until the jobs are given out again. */
    readonly timeout: number;
    readonly maxJobs: number;
    /** Empty: all. */
    readonly fetchVariables: readonly string[];
  };
  CompleteJob: { readonly jobKey: Key; readonly variables: JsonObject };
  FailJob: {
    readonly jobKey: Key;
    readonly retries: number;
    readonly errorMessage: string;
    /** Milliseconds. */
    readonly retryBackOff: number;
    readonly variables: JsonObject;
  };
  ThrowError: {
    readonly jobKey: Key;
    readonly errorCode: string;
    readonly errorMessage: string;
    readonly variables: JsonObject;
  };
  UpdateJobRetries: { readonly jobKey: Key; readonly retries: number };
  UpdateJobTimeout: { readonly jobKey: Key; readonly timeout: number };
  PublishMessage: {
    readonly name: string;
    readonly correlationKey: string;
    /** Empty: none. */
    readonly messageId: string;
    /** Milliseconds. */
    readonly timeToLive: number;
    readonly variables: JsonObject;
  };
  BroadcastSignal: { readonly signalName: string; readonly variables: JsonObject };
  SetVariables: { readonly elementInstanceKey: Key; readonly variables: JsonObject; readonly local: boolean };
  ResolveIncident: { readonly incidentKey: Key };
  /** One of the two names the decision. */
  EvaluateDecision: { readonly decisionId?: string; readonly decisionKey?: Key; readonly variables: JsonObject };
}

/** By key, or by id with a version (-1: the latest). */
export interface CreateProcessInstance {
  readonly processDefinitionKey?: Key;
  readonly bpmnProcessId?: string;
  readonly version?: number;
  readonly variables: JsonObject;
  /** Ids of the elements to start before; empty: the none start event. */
  readonly startInstructions: readonly string[];
}

export type CommandName = keyof Commands;

/** A command to {@link Engine.execute}: `{ type: 'CompleteJob', jobKey, variables }`. */
export type Command<N extends CommandName = CommandName> = { [K in N]: { readonly type: K } & Commands[K] }[N];

export interface Answers {
  DeployResource: DeploymentAnswer;
  DeleteResource: Empty;
  CreateProcessInstance: ProcessInstanceAnswer;
  CreateProcessInstanceWithResult: ProcessInstanceAnswer & { readonly variables: JsonObject };
  CancelProcessInstance: Empty;
  ModifyProcessInstance: Empty;
  MigrateProcessInstance: Empty;
  ActivateJobs: { readonly jobs: readonly ActivatedJob[] };
  CompleteJob: Empty;
  FailJob: Empty;
  ThrowError: Empty;
  UpdateJobRetries: Empty;
  UpdateJobTimeout: Empty;
  PublishMessage: { readonly key: Key };
  BroadcastSignal: { readonly key: Key };
  SetVariables: { readonly key: Key };
  ResolveIncident: Empty;
  EvaluateDecision: EvaluateDecisionAnswer;
}

type Empty = Readonly<Record<never, never>>;

export interface ProcessInstanceAnswer {
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly processInstanceKey: Key;
}

export interface ActivatedJob {
  readonly key: Key;
  readonly type: string;
  readonly processInstanceKey: Key;
  readonly bpmnProcessId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: Key;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly worker: string;
  readonly retries: number;
  readonly deadline: number;
  readonly variables: JsonObject;
}

export interface DeploymentAnswer {
  readonly key: Key;
  /** In the order of the resources. */
  readonly deployments: readonly DeployedResource[];
}

export type DeployedResource =
  | {
      readonly kind: 'process';
      readonly bpmnProcessId: string;
      readonly version: number;
      readonly processDefinitionKey: Key;
      readonly resourceName: string;
    }
  | {
      readonly kind: 'decision';
      readonly decisionId: string;
      readonly decisionName: string;
      readonly version: number;
      readonly decisionKey: Key;
      readonly decisionRequirementsId: string;
      readonly decisionRequirementsKey: Key;
    }
  | {
      readonly kind: 'decisionRequirements';
      readonly decisionRequirementsId: string;
      readonly decisionRequirementsName: string;
      readonly version: number;
      readonly decisionRequirementsKey: Key;
      readonly resourceName: string;
    }
  | {
      readonly kind: 'form';
      readonly formId: string;
      readonly version: number;
      readonly formKey: Key;
      readonly resourceName: string;
    };

export interface EvaluateDecisionAnswer {
  readonly decisionKey: Key;
  readonly decisionId: string;
  readonly decisionName: string;
  readonly decisionVersion: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: Key;
  readonly evaluation: DecisionEvaluation;
  /** Key and version of each decision of the graph, by id. */
  readonly decisions: Readonly<Record<string, { readonly key: Key; readonly version: number }>>;
}
