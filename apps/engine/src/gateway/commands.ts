import type { Answers, Command, CommandName, CreateProcessInstance } from '@huiying/engine';
import { decisionAnswer, deploymentAnswer, instanceAnswer, processesAnswer } from './answers.js';
import { documentOf, given, refuseTenants } from './documents.js';
import { InvalidRequest } from './refused.js';
import { DEFAULT_TENANT } from './wire.js';
import type { CreateProcessInstanceRequest, Requests } from './wire.js';

/** How a call becomes a command, and the command's answer a reply. */
export interface Translation<M extends keyof Requests, N extends CommandName> {
  readonly command: (request: Requests[M]) => Command<N>;
  readonly reply: (answer: Answers[N]) => object;
}

function translate<M extends keyof Requests, N extends CommandName>(
  command: (request: Requests[M]) => Command<N>,
  reply: (answer: Answers[N]) => object = () => ({}),
): Translation<M, N> {
  return { command, reply };
}

const DEFAULT_RESULT_TIMEOUT_MS = 10_000;

const creation = (request: CreateProcessInstanceRequest): CreateProcessInstance => ({
  processDefinitionKey: given(request.processDefinitionKey),
  bpmnProcessId: given(request.bpmnProcessId),
  version: request.version,
  variables: documentOf(request.variables),
  startInstructions: request.startInstructions.map(({ elementId }) => elementId),
});

/** Every call that asks one thing and gets one answer from the engine. */
export const TRANSLATIONS = {
  DeployProcess: translate<'DeployProcess', 'DeployResource'>(
    ({ processes }) => ({
      type: 'DeployResource',
      resources: someOf(processes).map(({ name, definition }) => ({ name, content: definition.toString('utf8') })),
    }),
    processesAnswer,
  ),
  DeployResource: translate<'DeployResource', 'DeployResource'>(({ resources, tenantId }) => {
    refuseTenants('DeployResource', tenantId);
    return {
      type: 'DeployResource',
      resources: someOf(resources).map(({ name, content }) => ({ name, content: content.toString('utf8') })),
    };
  }, deploymentAnswer),
  DeleteResource: translate<'DeleteResource', 'DeleteResource'>(({ resourceKey }) => ({
    type: 'DeleteResource',
    resourceKey,
  })),
  CreateProcessInstance: translate<'CreateProcessInstance', 'CreateProcessInstance'>((request) => {
    refuseTenants('CreateProcessInstance', request.tenantId);
    return { type: 'CreateProcessInstance', ...creation(request) };
  }, instanceAnswer),
  CreateProcessInstanceWithResult: translate<'CreateProcessInstanceWithResult', 'CreateProcessInstanceWithResult'>(
    ({ request, requestTimeout, fetchVariables }) => {
      if (!request) throw new InvalidRequest('Expected a request to create an instance, but there is none');
      refuseTenants('CreateProcessInstanceWithResult', request.tenantId);
      return {
        type: 'CreateProcessInstanceWithResult',
        ...creation(request),
        fetchVariables,
        requestTimeout: requestTimeout > 0 ? requestTimeout : DEFAULT_RESULT_TIMEOUT_MS,
      };
    },
    (answer) => ({ ...instanceAnswer(answer), variables: JSON.stringify(answer.variables) }),
  ),
  CancelProcessInstance: translate<'CancelProcessInstance', 'CancelProcessInstance'>(({ processInstanceKey }) => ({
    type: 'CancelProcessInstance',
    processInstanceKey,
  })),
  ModifyProcessInstance: translate<'ModifyProcessInstance', 'ModifyProcessInstance'>((request) => ({
    type: 'ModifyProcessInstance',
    processInstanceKey: request.processInstanceKey,
    activate: request.activateInstructions.map((instruction) => ({
      elementId: instruction.elementId,
      ancestorElementInstanceKey: given(instruction.ancestorElementInstanceKey),
      variables: instruction.variableInstructions.map(({ variables, scopeId }) => ({
        variables: documentOf(variables),
        scopeId: given(scopeId),
      })),
    })),
    terminate: request.terminateInstructions.map(({ elementInstanceKey }) => elementInstanceKey),
  })),
  MigrateProcessInstance: translate<'MigrateProcessInstance', 'MigrateProcessInstance'>(
    ({ processInstanceKey, migrationPlan }) => {
      if (!migrationPlan) throw new InvalidRequest('Expected a migration plan, but there is none');
      return {
        type: 'MigrateProcessInstance',
        processInstanceKey,
        targetProcessDefinitionKey: migrationPlan.targetProcessDefinitionKey,
        mapping: migrationPlan.mappingInstructions.map(({ sourceElementId, targetElementId }) => ({
          sourceElementId,
          targetElementId,
        })),
      };
    },
  ),
  CompleteJob: translate<'CompleteJob', 'CompleteJob'>(({ jobKey, variables }) => ({
    type: 'CompleteJob',
    jobKey,
    variables: documentOf(variables),
  })),
  FailJob: translate<'FailJob', 'FailJob'>(({ jobKey, retries, errorMessage, retryBackOff, variables }) => ({
    type: 'FailJob',
    jobKey,
    retries,
    errorMessage,
    retryBackOff,
    variables: documentOf(variables),
  })),
  ThrowError: translate<'ThrowError', 'ThrowError'>(({ jobKey, errorCode, errorMessage, variables }) => ({
    type: 'ThrowError',
    jobKey,
    errorCode,
    errorMessage,
    variables: documentOf(variables),
  })),
  UpdateJobRetries: translate<'UpdateJobRetries', 'UpdateJobRetries'>(({ jobKey, retries }) => ({
    type: 'UpdateJobRetries',
    jobKey,
    retries,
  })),
  UpdateJobTimeout: translate<'UpdateJobTimeout', 'UpdateJobTimeout'>(({ jobKey, timeout }) => ({
    type: 'UpdateJobTimeout',
    jobKey,
    timeout,
  })),
  PublishMessage: translate<'PublishMessage', 'PublishMessage'>(
    ({ name, correlationKey, messageId, timeToLive, variables, tenantId }) => {
      refuseTenants('PublishMessage', tenantId);
      return {
        type: 'PublishMessage',
        name,
        correlationKey,
        messageId,
        timeToLive,
        variables: documentOf(variables),
      };
    },
    ({ key }) => ({ key, tenantId: DEFAULT_TENANT }),
  ),
  BroadcastSignal: translate<'BroadcastSignal', 'BroadcastSignal'>(
    ({ signalName, variables }) => ({ type: 'BroadcastSignal', signalName, variables: documentOf(variables) }),
    ({ key }) => ({ key, tenantId: DEFAULT_TENANT }),
  ),
  SetVariables: translate<'SetVariables', 'SetVariables'>(
    ({ elementInstanceKey, variables, local }) => ({
      type: 'SetVariables',
      elementInstanceKey,
      variables: documentOf(variables),
      local,
    }),
    ({ key }) => ({ key }),
  ),
  ResolveIncident: translate<'ResolveIncident', 'ResolveIncident'>(({ incidentKey }) => ({
    type: 'ResolveIncident',
    incidentKey,
  })),
  EvaluateDecision: translate<'EvaluateDecision', 'EvaluateDecision'>(
    ({ decisionId, decisionKey, variables, tenantId }) => {
      refuseTenants('EvaluateDecision', tenantId);
      return {
        type: 'EvaluateDecision',
        decisionId: given(decisionId),
        decisionKey: given(decisionKey),
        variables: documentOf(variables),
      };
    },
    decisionAnswer,
  ),
};

function someOf<T>(resources: T[]): T[] {
  if (resources.length === 0) throw new InvalidRequest('Expected to deploy at least one resource, but none given');
  return resources;
}
