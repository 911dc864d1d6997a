/** Requests as the proto loader hands them over: every field set, int64 as number, bytes as Buffer. */
interface Tenanted {
  tenantId: string;
}

export interface CreateProcessInstanceRequest extends Tenanted {
  processDefinitionKey: number;
  bpmnProcessId: string;
  version: number;
  variables: string;
  startInstructions: { elementId: string }[];
}

export interface Requests {
  Topology: Record<never, never>;
  DeployProcess: { processes: { name: string; definition: Buffer }[] };
  DeployResource: Tenanted & { resources: { name: string; content: Buffer }[] };
  DeleteResource: { resourceKey: number };
  CreateProcessInstance: CreateProcessInstanceRequest;
  CreateProcessInstanceWithResult: {
    request: CreateProcessInstanceRequest | null;
    requestTimeout: number;
    fetchVariables: string[];
  };
  CancelProcessInstance: { processInstanceKey: number };
  ModifyProcessInstance: {
    processInstanceKey: number;
    activateInstructions: {
      elementId: string;
      ancestorElementInstanceKey: number;
      variableInstructions: { variables: string; scopeId: string }[];
    }[];
    terminateInstructions: { elementInstanceKey: number }[];
  };
  MigrateProcessInstance: {
    processInstanceKey: number;
    migrationPlan: {
      targetProcessDefinitionKey: number;
      mappingInstructions: { sourceElementId: string; targetElementId: string }[];
    } | null;
  };
  ActivateJobs: ActivationRequest & { maxJobsToActivate: number; requestTimeout: number };
  StreamActivatedJobs: ActivationRequest;
  CompleteJob: { jobKey: number; variables: string };
  FailJob: { jobKey: number; retries: number; errorMessage: string; retryBackOff: number; variables: string };
  ThrowError: { jobKey: number; errorCode: string; errorMessage: string; variables: string };
  UpdateJobRetries: { jobKey: number; retries: number };
  UpdateJobTimeout: { jobKey: number; timeout: number };
  PublishMessage: Tenanted & {
    name: string;
    correlationKey: string;
    timeToLive: number;
    messageId: string;
    variables: string;
  };
  BroadcastSignal: { signalName: string; variables: string };
  SetVariables: { elementInstanceKey: number; variables: string; local: boolean };
  ResolveIncident: { incidentKey: number };
  EvaluateDecision: Tenanted & { decisionKey: number; decisionId: string; variables: string };
}

export interface ActivationRequest {
  type: string;
  worker: string;
  /** Milliseconds. */
  timeout: number;
  fetchVariable: string[];
  tenantIds: string[];
}

export const DEFAULT_TENANT = '<default>';
