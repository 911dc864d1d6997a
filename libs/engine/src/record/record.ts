import type { Key } from './key.js';
import type { RecordValues } from './values.js';

/** Position of a record in the log: 1, 2, 3, … without gaps. */
export type Position = number;

export type ValueType = keyof RecordValues;

/** Intents by value type, past participles: what has happened. The applier of `JOB` `FAILED` is `appliers/job-failed.applier.ts`. */
export interface Intents {
  PROCESS_INSTANCE:
    | 'ELEMENT_ACTIVATING'
    | 'ELEMENT_ACTIVATED'
    | 'ELEMENT_COMPLETING'
    | 'ELEMENT_COMPLETED'
    | 'ELEMENT_TERMINATING'
    | 'ELEMENT_TERMINATED'
    | 'ELEMENT_MIGRATED'
    | 'SEQUENCE_FLOW_TAKEN';
  PROCESS_INSTANCE_CREATION: 'CREATED';
  PROCESS_INSTANCE_MODIFICATION: 'MODIFIED';
  PROCESS_INSTANCE_MIGRATION: 'MIGRATED';
  PROCESS_INSTANCE_RESULT: 'COMPLETED';
  PROCESS_EVENT: 'TRIGGERED';
  MULTI_INSTANCE: 'INPUT_EVALUATED' | 'OUTPUT_COLLECTED';
  JOB:
    | 'CREATED'
    | 'COMPLETED'
    | 'FAILED'
    | 'TIMED_OUT'
    | 'CANCELED'
    | 'ERROR_THROWN'
    | 'RETRIES_UPDATED'
    | 'TIMEOUT_UPDATED'
    | 'RECURRED_AFTER_BACKOFF';
  JOB_BATCH: 'ACTIVATED';
  VARIABLE: 'CREATED' | 'UPDATED';
  VARIABLE_DOCUMENT: 'UPDATED';
  TIMER: 'CREATED' | 'TRIGGERED' | 'CANCELED';
  MESSAGE: 'PUBLISHED' | 'EXPIRED';
  MESSAGE_SUBSCRIPTION: 'CREATED' | 'CORRELATED' | 'DELETED' | 'MIGRATED';
  MESSAGE_START_EVENT_SUBSCRIPTION: 'CREATED' | 'CORRELATED' | 'DELETED';
  SIGNAL: 'BROADCASTED';
  SIGNAL_SUBSCRIPTION: 'CREATED' | 'DELETED' | 'MIGRATED';
  COMPENSATION_SUBSCRIPTION: 'CREATED' | 'TRIGGERED' | 'COMPLETED';
  ESCALATION: 'ESCALATED' | 'NOT_ESCALATED';
  INCIDENT: 'CREATED' | 'RESOLVED';
  DECISION_EVALUATION: 'EVALUATED' | 'FAILED';
  DEPLOYMENT: 'CREATED';
  PROCESS: 'CREATED' | 'DELETING' | 'DELETED';
  DECISION_REQUIREMENTS: 'CREATED' | 'DELETED';
  DECISION: 'CREATED' | 'DELETED';
  FORM: 'CREATED' | 'DELETED';
}

/**
 * One fact of the log. The log holds events only: a command runs to its end before its events are committed together, so
 * that commands need no place in it, and a refused command leaves nothing.
 */
export interface EngineRecord<V extends ValueType = ValueType> {
  readonly position: Position;
  /** The record that led to this one; -1 for the first of a command. */
  readonly sourcePosition: Position;
  /** Of the thing that the record is about. */
  readonly key: Key;
  /** The engine's time, epoch milliseconds. */
  readonly timestamp: number;
  readonly recordType: 'EVENT';
  readonly valueType: V;
  readonly intent: Intents[V];
  readonly value: RecordValues[V];
}

/** Any record, told apart by `valueType`. */
export type AnyRecord = { [V in ValueType]: EngineRecord<V> }[ValueType];
