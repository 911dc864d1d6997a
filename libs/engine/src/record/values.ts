import type { JsonObject, JsonValue } from '../feel/feel.js';
import type { DecisionEvaluation } from '../dmn/decision.js';
import type { Key } from './key.js';

/** What every record of an element of a process instance says about where it is. */
export interface ProcessReference {
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
}

/** BPMN types as Zeebe names them. */
export type BpmnElementType =
  | 'PROCESS'
  | 'SUB_PROCESS'
  | 'EVENT_SUB_PROCESS'
  | 'START_EVENT'
  | 'INTERMEDIATE_CATCH_EVENT'
  | 'INTERMEDIATE_THROW_EVENT'
  | 'BOUNDARY_EVENT'
  | 'END_EVENT'
  | 'SERVICE_TASK'
  | 'SEND_TASK'
  | 'RECEIVE_TASK'
  | 'USER_TASK'
  | 'MANUAL_TASK'
  | 'TASK'
  | 'SCRIPT_TASK'
  | 'BUSINESS_RULE_TASK'
  | 'CALL_ACTIVITY'
  | 'EXCLUSIVE_GATEWAY'
  | 'PARALLEL_GATEWAY'
  | 'INCLUSIVE_GATEWAY'
  | 'EVENT_BASED_GATEWAY'
  | 'SEQUENCE_FLOW'
  | 'MULTI_INSTANCE_BODY';

export type BpmnEventType =
  | 'NONE'
  | 'MESSAGE'
  | 'TIMER'
  | 'ERROR'
  | 'SIGNAL'
  | 'ESCALATION'
  | 'LINK'
  | 'TERMINATE'
  | 'COMPENSATION'
  | 'UNSPECIFIED';

export interface ProcessInstanceValue extends ProcessReference {
  readonly version: number;
  readonly elementId: string;
  readonly bpmnElementType: BpmnElementType;
  readonly bpmnEventType: BpmnEventType;
  /** The element instance around this one; -1 for a process. */
  readonly flowScopeKey: Key;
  /** Of a called process: the calling instance and its call activity. */
  readonly parentProcessInstanceKey?: Key;
  readonly parentElementInstanceKey?: Key;
  /** ELEMENT_ACTIVATING: the taken flows that this activation uses up. */
  readonly consumedFlows?: readonly string[];
  /** Of an instance within a multi-instance body: from 1. */
  readonly loopCounter?: number;
  /** Of a process that a message started: the message's correlation key, held until the instance ends. */
  readonly correlationKey?: string;
}

interface ProcessInstanceCreationValue extends ProcessReference {
  readonly version: number;
  readonly startInstructions: readonly string[];
  /** The caller waits for the result: the variables it wants, all of them when the list is empty. */
  readonly fetchVariables?: readonly string[];
}

interface ProcessInstanceModificationValue {
  readonly processInstanceKey: Key;
  readonly activate: readonly string[];
  readonly terminate: readonly Key[];
}

interface ProcessInstanceMigrationValue {
  readonly processInstanceKey: Key;
  readonly targetProcessDefinitionKey: Key;
}

interface ProcessInstanceResultValue extends ProcessReference {
  readonly version: number;
  readonly variables: JsonObject;
}

/** An event reached an element instance, which keeps the event's variables until it is left. */
interface ProcessEventValue extends ProcessReference {
  readonly elementInstanceKey: Key;
  readonly targetElementId: string;
  readonly variables: JsonObject;
  /** The event ends everything else in the scope with this key. */
  readonly interruptedScopeKey?: Key;
}

interface MultiInstanceValue {
  /** The multi-instance body. */
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  readonly items?: readonly JsonValue[];
  /** Name of the output collection. */
  readonly outputCollection?: string;
  /** OUTPUT_COLLECTED: from 1. */
  readonly loopCounter?: number;
  readonly output?: JsonValue;
}

export interface JobValue extends ProcessReference {
  readonly type: string;
  readonly processDefinitionVersion: number;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly retries: number;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly worker?: string;
  /** Epoch milliseconds. */
  readonly deadline?: number;
  readonly errorMessage?: string;
  readonly errorCode?: string;
  /** FAILED with a back-off: when the job is given out again, epoch milliseconds. */
  readonly recurAt?: number;
  /** COMPLETED, FAILED, ERROR_THROWN: what the worker sent. */
  readonly variables?: JsonObject;
}

interface JobBatchValue {
  readonly type: string;
  readonly worker: string;
  readonly deadline: number;
  readonly jobKeys: readonly Key[];
}

interface VariableValue extends ProcessReference {
  readonly scopeKey: Key;
  readonly name: string;
  readonly value: JsonValue;
}

interface VariableDocumentValue {
  readonly scopeKey: Key;
  readonly updateSemantics: 'LOCAL' | 'PROPAGATE';
  /** The values are in the VARIABLE records that come before. */
  readonly names: readonly string[];
}

interface TimerValue {
  /** -1 for the timer of a start event. */
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  readonly processDefinitionKey: Key;
  readonly targetElementId: string;
  readonly dueDate: number;
  /** How often it fires still, this time included; -1 without end. */
  readonly repetitions: number;
  /** Of a cycle: the ISO duration or the cron expression. */
  readonly interval?: string;
}

interface MessageValue {
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string;
  /** Milliseconds. */
  readonly timeToLive: number;
  readonly deadline: number;
  readonly variables: JsonObject;
}

interface MessageSubscriptionValue extends ProcessReference {
  readonly elementInstanceKey: Key;
  /** The event that is triggered. */
  readonly elementId: string;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly interrupting: boolean;
  /** CORRELATED. */
  readonly messageKey?: Key;
}

interface MessageStartEventSubscriptionValue {
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  readonly startEventId: string;
  readonly messageName: string;
  /** CORRELATED. */
  readonly messageKey?: Key;
  readonly processInstanceKey?: Key;
  readonly correlationKey?: string;
}

interface SignalValue {
  readonly signalName: string;
  readonly variables: JsonObject;
}

interface SignalSubscriptionValue {
  readonly signalName: string;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  /** -1 for a start event. */
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  readonly elementId: string;
  readonly interrupting: boolean;
}

interface EscalationValue {
  readonly processInstanceKey: Key;
  readonly escalationCode: string;
  readonly throwElementId: string;
  readonly catchElementId: string;
}

/** A completed activity that can be undone. */
interface CompensationSubscriptionValue {
  readonly processInstanceKey: Key;
  readonly scopeKey: Key;
  readonly activityId: string;
  readonly handlerId?: string;
  readonly innerScopeKey?: Key;
  /** TRIGGERED: the instance that undoes it, and the event that waits for that. */
  readonly handlerInstanceKey?: Key;
  readonly throwEventKey?: Key;
}

export type IncidentErrorType =
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'FORM_NOT_FOUND'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'UNKNOWN';

interface IncidentValue extends ProcessReference {
  readonly errorType: IncidentErrorType;
  readonly errorMessage: string;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly jobKey?: Key;
}

interface DecisionEvaluationValue {
  readonly decisionKey: Key;
  readonly decisionId: string;
  readonly decisionVersion: number;
  readonly decisionRequirementsKey: Key;
  /** Of a business rule task. */
  readonly elementInstanceKey?: Key;
  readonly elementId?: string;
  readonly processInstanceKey?: Key;
  readonly evaluation: DecisionEvaluation;
}

interface DeploymentValue {
  readonly resourceNames: readonly string[];
}

interface ProcessValue {
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly resourceName: string;
  /** SHA-256 of the resource, hexadecimal. */
  readonly checksum: string;
  /** The BPMN file's text. */
  readonly resource: string;
  readonly deploymentKey: Key;
}

interface DecisionRequirementsValue {
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly version: number;
  readonly namespace: string;
  readonly resourceName: string;
  readonly checksum: string;
  readonly resource: string;
}

interface DecisionValue {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly version: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: Key;
}

interface FormValue {
  readonly formId: string;
  readonly version: number;
  readonly resourceName: string;
  readonly checksum: string;
  readonly resource: string;
}

/** The value of a record by its type. */
export interface RecordValues {
  PROCESS_INSTANCE: ProcessInstanceValue;
  PROCESS_INSTANCE_CREATION: ProcessInstanceCreationValue;
  PROCESS_INSTANCE_MODIFICATION: ProcessInstanceModificationValue;
  PROCESS_INSTANCE_MIGRATION: ProcessInstanceMigrationValue;
  PROCESS_INSTANCE_RESULT: ProcessInstanceResultValue;
  PROCESS_EVENT: ProcessEventValue;
  MULTI_INSTANCE: MultiInstanceValue;
  JOB: JobValue;
  JOB_BATCH: JobBatchValue;
  VARIABLE: VariableValue;
  VARIABLE_DOCUMENT: VariableDocumentValue;
  TIMER: TimerValue;
  MESSAGE: MessageValue;
  MESSAGE_SUBSCRIPTION: MessageSubscriptionValue;
  MESSAGE_START_EVENT_SUBSCRIPTION: MessageStartEventSubscriptionValue;
  SIGNAL: SignalValue;
  SIGNAL_SUBSCRIPTION: SignalSubscriptionValue;
  COMPENSATION_SUBSCRIPTION: CompensationSubscriptionValue;
  ESCALATION: EscalationValue;
  INCIDENT: IncidentValue;
  DECISION_EVALUATION: DecisionEvaluationValue;
  DEPLOYMENT: DeploymentValue;
  PROCESS: ProcessValue;
  DECISION_REQUIREMENTS: DecisionRequirementsValue;
  DECISION: DecisionValue;
  FORM: FormValue;
}
