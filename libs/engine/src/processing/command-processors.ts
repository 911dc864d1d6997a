import type { Answers, Command, CommandName } from './command.js';
import type { CommandProcessor } from './command-processor.js';
import { evaluateDecision } from './decision-evaluate.processor.js';
import { resolveIncident } from './incident-resolve.processor.js';
import { activateJobs } from './job-batch-activate.processor.js';
import { completeJob } from './job-complete.processor.js';
import { failJob } from './job-fail.processor.js';
import { throwError } from './job-throw-error.processor.js';
import { updateJobRetries } from './job-update-retries.processor.js';
import { updateJobTimeout } from './job-update-timeout.processor.js';
import { publishMessage } from './message-publish.processor.js';
import { cancelProcessInstance } from './process-instance-cancel.processor.js';
import { createProcessInstance } from './process-instance-create.processor.js';
import { migrateProcessInstance } from './process-instance-migrate.processor.js';
import { modifyProcessInstance } from './process-instance-modify.processor.js';
import type { Processing } from './processing.js';
import type { Refusal } from './refusal.js';
import { deleteResource } from './resource-delete.processor.js';
import { broadcastSignal } from './signal-broadcast.processor.js';
import { setVariables } from './variable-document-update.processor.js';

/** Deployments are read first, and a result is waited for: the engine does that around the processor. */
export type PlainCommandName = Exclude<CommandName, 'DeployResource' | 'CreateProcessInstanceWithResult'>;

const PROCESSORS: { readonly [N in PlainCommandName]: CommandProcessor<N> } = {
  DeleteResource: deleteResource,
  CreateProcessInstance: (p, command) => createProcessInstance(p, command),
  CancelProcessInstance: cancelProcessInstance,
  ModifyProcessInstance: modifyProcessInstance,
  MigrateProcessInstance: migrateProcessInstance,
  ActivateJobs: activateJobs,
  CompleteJob: completeJob,
  FailJob: failJob,
  ThrowError: throwError,
  UpdateJobRetries: updateJobRetries,
  UpdateJobTimeout: updateJobTimeout,
  PublishMessage: publishMessage,
  BroadcastSignal: broadcastSignal,
  SetVariables: setVariables,
  ResolveIncident: resolveIncident,
  EvaluateDecision: evaluateDecision,
};

export function processCommand<N extends PlainCommandName>(p: Processing, command: Command<N>): Answers[N] | Refusal {
  const processor = PROCESSORS[command.type] as CommandProcessor<N>;
  return processor(p, command);
}
