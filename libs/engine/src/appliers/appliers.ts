import type { AnyRecord } from '../record/record.js';
import type { EngineState } from '../state/engine-state.js';
import type { Applier, Appliers } from './applier.js';
import { compensationSubscriptionCompletedApplier } from './compensation-subscription-completed.applier.js';
import { compensationSubscriptionCreatedApplier } from './compensation-subscription-created.applier.js';
import { compensationSubscriptionTriggeredApplier } from './compensation-subscription-triggered.applier.js';
import { processInstanceElementActivatingApplier } from './process-instance-element-activating.applier.js';
import { processInstanceElementActivatedApplier } from './process-instance-element-activated.applier.js';
import { processInstanceElementCompletingApplier } from './process-instance-element-completing.applier.js';
import { processInstanceElementCompletedApplier } from './process-instance-element-completed.applier.js';
import { processInstanceElementTerminatingApplier } from './process-instance-element-terminating.applier.js';
import { processInstanceElementTerminatedApplier } from './process-instance-element-terminated.applier.js';
import { processInstanceElementMigratedApplier } from './process-instance-element-migrated.applier.js';
import { processInstanceSequenceFlowTakenApplier } from './process-instance-sequence-flow-taken.applier.js';
import { processInstanceCreationCreatedApplier } from './process-instance-creation-created.applier.js';
import { processEventTriggeredApplier } from './process-event-triggered.applier.js';
import { multiInstanceInputEvaluatedApplier } from './multi-instance-input-evaluated.applier.js';
import { multiInstanceOutputCollectedApplier } from './multi-instance-output-collected.applier.js';
import { jobCreatedApplier } from './job-created.applier.js';
import { jobCompletedApplier } from './job-completed.applier.js';
import { jobFailedApplier } from './job-failed.applier.js';
import { jobTimedOutApplier } from './job-timed-out.applier.js';
import { jobCanceledApplier } from './job-canceled.applier.js';
import { jobErrorThrownApplier } from './job-error-thrown.applier.js';
import { jobRetriesUpdatedApplier } from './job-retries-updated.applier.js';
import { jobTimeoutUpdatedApplier } from './job-timeout-updated.applier.js';
import { jobRecurredAfterBackoffApplier } from './job-recurred-after-backoff.applier.js';
import { jobBatchActivatedApplier } from './job-batch-activated.applier.js';
import { variableCreatedApplier } from './variable-created.applier.js';
import { variableUpdatedApplier } from './variable-updated.applier.js';
import { timerCreatedApplier } from './timer-created.applier.js';
import { timerTriggeredApplier } from './timer-triggered.applier.js';
import { timerCanceledApplier } from './timer-canceled.applier.js';
import { messagePublishedApplier } from './message-published.applier.js';
import { messageExpiredApplier } from './message-expired.applier.js';
import { messageSubscriptionCreatedApplier } from './message-subscription-created.applier.js';
import { messageSubscriptionCorrelatedApplier } from './message-subscription-correlated.applier.js';
import { messageSubscriptionDeletedApplier } from './message-subscription-deleted.applier.js';
import { messageSubscriptionMigratedApplier } from './message-subscription-migrated.applier.js';
import { messageStartEventSubscriptionCreatedApplier } from './message-start-event-subscription-created.applier.js';
import { messageStartEventSubscriptionCorrelatedApplier } from './message-start-event-subscription-correlated.applier.js';
import { messageStartEventSubscriptionDeletedApplier } from './message-start-event-subscription-deleted.applier.js';
import { signalSubscriptionCreatedApplier } from './signal-subscription-created.applier.js';
import { signalSubscriptionDeletedApplier } from './signal-subscription-deleted.applier.js';
import { signalSubscriptionMigratedApplier } from './signal-subscription-migrated.applier.js';
import { incidentCreatedApplier } from './incident-created.applier.js';
import { incidentResolvedApplier } from './incident-resolved.applier.js';
import { processCreatedApplier } from './process-created.applier.js';
import { processDeletingApplier } from './process-deleting.applier.js';
import { processDeletedApplier } from './process-deleted.applier.js';
import { decisionRequirementsCreatedApplier } from './decision-requirements-created.applier.js';
import { decisionRequirementsDeletedApplier } from './decision-requirements-deleted.applier.js';
import { decisionCreatedApplier } from './decision-created.applier.js';
import { decisionDeletedApplier } from './decision-deleted.applier.js';
import { formCreatedApplier } from './form-created.applier.js';
import { formDeletedApplier } from './form-deleted.applier.js';

const APPLIERS: Appliers = {
  COMPENSATION_SUBSCRIPTION: {
    CREATED: compensationSubscriptionCreatedApplier,
    TRIGGERED: compensationSubscriptionTriggeredApplier,
    COMPLETED: compensationSubscriptionCompletedApplier,
  },
  PROCESS_INSTANCE: {
    ELEMENT_ACTIVATING: processInstanceElementActivatingApplier,
    ELEMENT_ACTIVATED: processInstanceElementActivatedApplier,
    ELEMENT_COMPLETING: processInstanceElementCompletingApplier,
    ELEMENT_COMPLETED: processInstanceElementCompletedApplier,
    ELEMENT_TERMINATING: processInstanceElementTerminatingApplier,
    ELEMENT_TERMINATED: processInstanceElementTerminatedApplier,
    ELEMENT_MIGRATED: processInstanceElementMigratedApplier,
    SEQUENCE_FLOW_TAKEN: processInstanceSequenceFlowTakenApplier,
  },
  PROCESS_INSTANCE_CREATION: {
    CREATED: processInstanceCreationCreatedApplier,
  },
  PROCESS_INSTANCE_MODIFICATION: {
    MODIFIED: undefined,
  },
  PROCESS_INSTANCE_MIGRATION: {
    MIGRATED: undefined,
  },
  PROCESS_INSTANCE_RESULT: {
    COMPLETED: undefined,
  },
  PROCESS_EVENT: {
    TRIGGERED: processEventTriggeredApplier,
  },
  MULTI_INSTANCE: {
    INPUT_EVALUATED: multiInstanceInputEvaluatedApplier,
    OUTPUT_COLLECTED: multiInstanceOutputCollectedApplier,
  },
  JOB: {
    CREATED: jobCreatedApplier,
    COMPLETED: jobCompletedApplier,
    FAILED: jobFailedApplier,
    TIMED_OUT: jobTimedOutApplier,
    CANCELED: jobCanceledApplier,
    ERROR_THROWN: jobErrorThrownApplier,
    RETRIES_UPDATED: jobRetriesUpdatedApplier,
    TIMEOUT_UPDATED: jobTimeoutUpdatedApplier,
    RECURRED_AFTER_BACKOFF: jobRecurredAfterBackoffApplier,
  },
  JOB_BATCH: {
    ACTIVATED: jobBatchActivatedApplier,
  },
  VARIABLE: {
    CREATED: variableCreatedApplier,
    UPDATED: variableUpdatedApplier,
  },
  VARIABLE_DOCUMENT: {
    UPDATED: undefined,
  },
  TIMER: {
    CREATED: timerCreatedApplier,
    TRIGGERED: timerTriggeredApplier,
    CANCELED: timerCanceledApplier,
  },
  MESSAGE: {
    PUBLISHED: messagePublishedApplier,
    EXPIRED: messageExpiredApplier,
  },
  MESSAGE_SUBSCRIPTION: {
    CREATED: messageSubscriptionCreatedApplier,
    CORRELATED: messageSubscriptionCorrelatedApplier,
    DELETED: messageSubscriptionDeletedApplier,
    MIGRATED: messageSubscriptionMigratedApplier,
  },
  MESSAGE_START_EVENT_SUBSCRIPTION: {
    CREATED: messageStartEventSubscriptionCreatedApplier,
    CORRELATED: messageStartEventSubscriptionCorrelatedApplier,
    DELETED: messageStartEventSubscriptionDeletedApplier,
  },
  SIGNAL: {
    BROADCASTED: undefined,
  },
  SIGNAL_SUBSCRIPTION: {
    CREATED: signalSubscriptionCreatedApplier,
    DELETED: signalSubscriptionDeletedApplier,
    MIGRATED: signalSubscriptionMigratedApplier,
  },
  ESCALATION: {
    ESCALATED: undefined,
    NOT_ESCALATED: undefined,
  },
  INCIDENT: {
    CREATED: incidentCreatedApplier,
    RESOLVED: incidentResolvedApplier,
  },
  DECISION_EVALUATION: {
    EVALUATED: undefined,
    FAILED: undefined,
  },
  DEPLOYMENT: {
    CREATED: undefined,
  },
  PROCESS: {
    CREATED: processCreatedApplier,
    DELETING: processDeletingApplier,
    DELETED: processDeletedApplier,
  },
  DECISION_REQUIREMENTS: {
    CREATED: decisionRequirementsCreatedApplier,
    DELETED: decisionRequirementsDeletedApplier,
  },
  DECISION: {
    CREATED: decisionCreatedApplier,
    DELETED: decisionDeletedApplier,
  },
  FORM: {
    CREATED: formCreatedApplier,
    DELETED: formDeletedApplier,
  },
};

/** Brings a record into the state: right after it was written, and again at each recovery. */
export function applyRecord(state: EngineState, record: AnyRecord): void {
  const appliers = APPLIERS[record.valueType] as Readonly<Record<string, Applier<typeof record.valueType> | undefined>>;
  (appliers[record.intent] as ((state: EngineState, record: AnyRecord) => void) | undefined)?.(state, record);
  if (record.key > state.lastKey) state.lastKey = record.key;
}
