import { EventEmitter } from 'node:events';
import {
  isRefusal,
  type ActivatedJob,
  type Answers,
  type Command,
  type CommandName,
  type DeployedResource,
  type Engine,
  type JsonObject,
  type RefusalCode,
} from '@huiying/engine';

/** gRPC's numbers, as the kit expects them. */
const CODES: Readonly<Record<RefusalCode, number>> = {
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  RESOURCE_EXHAUSTED: 8,
  INVALID_STATE: 9,
  PROCESSING_ERROR: 13,
  UNAVAILABLE: 14,
};
const TENANT = '<default>';
const NAMES: Readonly<Record<number, string>> = {
  3: 'INVALID_ARGUMENT',
  4: 'DEADLINE_EXCEEDED',
  5: 'NOT_FOUND',
  6: 'ALREADY_EXISTS',
  8: 'RESOURCE_EXHAUSTED',
  9: 'FAILED_PRECONDITION',
};

/** The two things that the kit's steps take from its own gateway module. */
export const codeName = (code: number): string => NAMES[code] ?? String(code);
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

class RpcError extends Error {
  constructor(
    readonly code: number,
    readonly details: string,
  ) {
    super(details);
  }
}

/** A message of the protocol as the kit writes it. Its fields fit wherever they are read: the engine judges them, as it does behind gRPC. */
type Field =
  | 'activateInstructions'
  | 'bpmnProcessId'
  | 'correlationKey'
  | 'decisionId'
  | 'decisionKey'
  | 'elementInstanceKey'
  | 'errorCode'
  | 'errorMessage'
  | 'fetchVariable'
  | 'fetchVariables'
  | 'incidentKey'
  | 'jobKey'
  | 'local'
  | 'maxJobsToActivate'
  | 'messageId'
  | 'migrationPlan'
  | 'name'
  | 'processDefinitionKey'
  | 'processInstanceKey'
  | 'request'
  | 'requestTimeout'
  | 'resourceKey'
  | 'resources'
  | 'retries'
  | 'retryBackOff'
  | 'signalName'
  | 'startInstructions'
  | 'tenantId'
  | 'terminateInstructions'
  | 'timeToLive'
  | 'timeout'
  | 'type'
  | 'variables'
  | 'version'
  | 'worker';
type Request = Record<Field, never>;

/** Stands in for the kit's gateway client: the same calls, on an engine in this process and on virtual time. */
export class MemoryGateway {
  open = 0;
  noClock = undefined;
  pinned: number | undefined = undefined;
  engine: Engine | undefined;
  private offset = 0;
  private restarting: Promise<void> | undefined;

  constructor(
    private readonly openEngine: (now: () => number) => Promise<Engine>,
    private readonly restarts = false,
  ) {}

  private readonly time = () => (this.pinned ?? Date.now()) + this.offset;

  async start(): Promise<void> {
    this.engine = await this.openEngine(this.time);
  }

  /** Before every step of a case: with `restarts` the engine is recovered anew, unless something is open that this would break. */
  async step(): Promise<void> {
    if (this.restarting) return this.restarting;
    if (!this.restarts || this.open) return;
    this.restarting = this.restart().finally(() => (this.restarting = undefined));
    return this.restarting;
  }

  private async restart(): Promise<void> {
    await this.engine!.close();
    await this.start();
  }

  now(): Promise<number> {
    return Promise.resolve(this.time());
  }

  async addTime(ms: number): Promise<void> {
    this.offset += ms;
    await this.engine!.tick();
  }

  async pinTime(epochMilli: number): Promise<void> {
    this.pinned = epochMilli;
    this.offset = 0;
    await this.engine!.tick();
  }

  resetTime(): Promise<void> {
    this.pinned = undefined;
    return Promise.resolve();
  }

  async call(method: string, request: Request): Promise<unknown> {
    const rpc = RPCS[method];
    if (!rpc) throw new RpcError(12, `${method} is not there`);
    if (JSON.stringify(request).length > 4_200_000) throw new RpcError(8, 'too large');
    if ((request.tenantId ?? TENANT) !== TENANT) throw new RpcError(3, 'multi-tenancy is off');
    try {
      return await rpc(this.engine!, request);
    } finally {
      // what is due at once, as the engine's server would fire it
      await this.engine!.tick();
    }
  }

  async activate(request: Request): Promise<unknown[]> {
    this.open++;
    return this.activation(request).finally(() => this.open--);
  }

  private async activation(request: Request): Promise<unknown[]> {
    const command = activationOf(request);
    const until = Date.now() + Math.max(0, Number(request.requestTimeout));
    for (;;) {
      const { jobs } = await execute(this.engine!, command);
      if (jobs.length || Date.now() >= until) return jobs.map(toWire);
      await this.nextJob(command.jobType, until - Date.now());
    }
  }

  stream(request: Request): EventEmitter & { cancel(): void } {
    const emitter = new EventEmitter();
    const command = { ...activationOf(request), maxJobs: 100 };
    const push = () =>
      void execute(this.engine!, command).then(({ jobs }) => jobs.forEach((job) => emitter.emit('data', toWire(job))));
    const off = this.engine!.onJobsAvailable(command.jobType, push);
    push();
    return Object.assign(emitter, { cancel: off });
  }

  private nextJob(jobType: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        off();
        resolve();
      };
      const timer = setTimeout(done, ms);
      const off = this.engine!.onJobsAvailable(jobType, done);
    });
  }
}

async function execute<N extends CommandName>(engine: Engine, command: Command<N>): Promise<Answers[N]> {
  const outcome = await engine.execute(command);
  if (isRefusal(outcome)) throw new RpcError(CODES[outcome.code], outcome.message);
  return outcome;
}

function documentOf(text: unknown): JsonObject {
  if (!text) return {};
  let value: unknown;
  try {
    value = JSON.parse(text as string);
  } catch {
    throw new RpcError(3, 'the variables are no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RpcError(3, 'no JSON object');
  return value as JsonObject;
}

function activationOf(r: Request): Command<'ActivateJobs'> {
  return {
    type: 'ActivateJobs',
    jobType: r.type,
    worker: r.worker,
    timeout: Number(r.timeout),
    maxJobs: Number(r.maxJobsToActivate ?? 0),
    fetchVariables: r.fetchVariable ?? [],
  };
}

function toWire(job: ActivatedJob): unknown {
  return {
    ...job,
    key: String(job.key),
    processInstanceKey: String(job.processInstanceKey),
    processDefinitionKey: String(job.processDefinitionKey),
    elementInstanceKey: String(job.elementInstanceKey),
    deadline: String(job.deadline),
    customHeaders: JSON.stringify(job.customHeaders),
    variables: JSON.stringify(job.variables),
    tenantId: TENANT,
  };
}

function deploymentToWire(d: DeployedResource): unknown {
  switch (d.kind) {
    case 'process':
      return { process: { ...d, processDefinitionKey: String(d.processDefinitionKey), tenantId: TENANT } };
    case 'decision':
      return {
        decision: {
          dmnDecisionId: d.decisionId,
          dmnDecisionName: d.decisionName,
          version: d.version,
          decisionKey: String(d.decisionKey),
          dmnDecisionRequirementsId: d.decisionRequirementsId,
          decisionRequirementsKey: String(d.decisionRequirementsKey),
        },
      };
    case 'decisionRequirements':
      return {
        decisionRequirements: {
          dmnDecisionRequirementsId: d.decisionRequirementsId,
          dmnDecisionRequirementsName: d.decisionRequirementsName,
          version: d.version,
          decisionRequirementsKey: String(d.decisionRequirementsKey),
          resourceName: d.resourceName,
        },
      };
    case 'form':
      return { form: { ...d, formKey: String(d.formKey) } };
  }
}

function creationOf(r: Request) {
  const key = Number(r.processDefinitionKey ?? 0);
  return {
    ...(key > 0 ? { processDefinitionKey: key } : { bpmnProcessId: r.bpmnProcessId, version: Number(r.version ?? 0) }),
    variables: documentOf(r.variables),
    startInstructions: ((r.startInstructions ?? []) as { elementId: string }[]).map(({ elementId }) => elementId),
  };
}

const instanceToWire = (a: Answers['CreateProcessInstance']) => ({
  ...a,
  processDefinitionKey: String(a.processDefinitionKey),
  processInstanceKey: String(a.processInstanceKey),
  tenantId: TENANT,
});
const keyToWire = ({ key }: { key: number }) => ({ key: String(key), tenantId: TENANT });

const RPCS: Readonly<Record<string, (engine: Engine, r: Request) => Promise<unknown>>> = {
  Topology: () =>
    Promise.resolve({
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion: '8.5.0',
      brokers: [
        {
          host: 'memory',
          port: 1,
          version: '8.5.0',
          partitions: [{ partitionId: 1, role: 'LEADER', health: 'HEALTHY' }],
        },
      ],
    }),
  async DeployResource(engine, r) {
    const resources = (r.resources as { name: string; content: Buffer }[]).map(({ name, content }) => ({
      name,
      content: content.toString(),
    }));
    const { key, deployments } = await execute(engine, { type: 'DeployResource', resources });
    return { key: String(key), deployments: deployments.map(deploymentToWire) };
  },
  DeleteResource: (engine, r) => execute(engine, { type: 'DeleteResource', resourceKey: Number(r.resourceKey) }),
  CreateProcessInstance: async (engine, r) =>
    instanceToWire(await execute(engine, { type: 'CreateProcessInstance', ...creationOf(r) })),
  async CreateProcessInstanceWithResult(engine, r) {
    const answer = await execute(engine, {
      type: 'CreateProcessInstanceWithResult',
      ...creationOf(r.request),
      fetchVariables: r.fetchVariables ?? [],
      requestTimeout: Number(r.requestTimeout),
    });
    return { ...instanceToWire(answer), variables: JSON.stringify(answer.variables) };
  },
  CancelProcessInstance: (engine, r) =>
    execute(engine, { type: 'CancelProcessInstance', processInstanceKey: Number(r.processInstanceKey) }),
  ModifyProcessInstance: (engine, r) =>
    execute(engine, {
      type: 'ModifyProcessInstance',
      processInstanceKey: Number(r.processInstanceKey),
      activate: (
        (r.activateInstructions ?? []) as Record<
          'elementId' | 'ancestorElementInstanceKey' | 'variableInstructions',
          never
        >[]
      ).map((a) => ({
        elementId: a.elementId,
        ...(Number(a.ancestorElementInstanceKey ?? 0) > 0
          ? { ancestorElementInstanceKey: Number(a.ancestorElementInstanceKey) }
          : {}),
        variables: ((a.variableInstructions ?? []) as { variables: string; scopeId?: string }[]).map((v) => ({
          variables: documentOf(v.variables),
          ...(v.scopeId ? { scopeId: v.scopeId } : {}),
        })),
      })),
      terminate: ((r.terminateInstructions ?? []) as { elementInstanceKey: string }[]).map((x) =>
        Number(x.elementInstanceKey),
      ),
    }),
  MigrateProcessInstance: (engine, r) => {
    const plan = r.migrationPlan as { targetProcessDefinitionKey: string; mappingInstructions: never };
    return execute(engine, {
      type: 'MigrateProcessInstance',
      processInstanceKey: Number(r.processInstanceKey),
      targetProcessDefinitionKey: Number(plan.targetProcessDefinitionKey),
      mapping: plan.mappingInstructions,
    });
  },
  CompleteJob: (engine, r) =>
    execute(engine, { type: 'CompleteJob', jobKey: Number(r.jobKey), variables: documentOf(r.variables) }),
  FailJob: (engine, r) =>
    execute(engine, {
      type: 'FailJob',
      jobKey: Number(r.jobKey),
      retries: Number(r.retries),
      errorMessage: r.errorMessage ?? '',
      retryBackOff: Number(r.retryBackOff ?? 0),
      variables: documentOf(r.variables),
    }),
  ThrowError: (engine, r) =>
    execute(engine, {
      type: 'ThrowError',
      jobKey: Number(r.jobKey),
      errorCode: r.errorCode,
      errorMessage: r.errorMessage ?? '',
      variables: documentOf(r.variables),
    }),
  UpdateJobRetries: (engine, r) =>
    execute(engine, { type: 'UpdateJobRetries', jobKey: Number(r.jobKey), retries: Number(r.retries) }),
  UpdateJobTimeout: (engine, r) =>
    execute(engine, { type: 'UpdateJobTimeout', jobKey: Number(r.jobKey), timeout: Number(r.timeout) }),
  PublishMessage: async (engine, r) =>
    keyToWire(
      await execute(engine, {
        type: 'PublishMessage',
        name: r.name,
        correlationKey: r.correlationKey,
        messageId: r.messageId ?? '',
        timeToLive: Number(r.timeToLive ?? 0),
        variables: documentOf(r.variables),
      }),
    ),
  BroadcastSignal: async (engine, r) =>
    keyToWire(
      await execute(engine, {
        type: 'BroadcastSignal',
        signalName: r.signalName,
        variables: documentOf(r.variables),
      }),
    ),
  SetVariables: async (engine, r) =>
    keyToWire(
      await execute(engine, {
        type: 'SetVariables',
        elementInstanceKey: Number(r.elementInstanceKey),
        variables: documentOf(r.variables),
        local: r.local === true,
      }),
    ),
  ResolveIncident: (engine, r) => execute(engine, { type: 'ResolveIncident', incidentKey: Number(r.incidentKey) }),
  async EvaluateDecision(engine, r) {
    const answer = await execute(engine, {
      type: 'EvaluateDecision',
      ...(r.decisionKey ? { decisionKey: Number(r.decisionKey) } : { decisionId: r.decisionId ?? '' }),
      variables: documentOf(r.variables),
    });
    const { evaluation } = answer;
    return {
      ...answer,
      decisionKey: String(answer.decisionKey),
      decisionRequirementsKey: String(answer.decisionRequirementsKey),
      decisionOutput: evaluation.failure ? '' : JSON.stringify(evaluation.output),
      failedDecisionId: evaluation.failure?.decisionId ?? '',
      failureMessage: evaluation.failure?.message ?? '',
      evaluatedDecisions: evaluation.evaluatedDecisions.map((d) => ({
        ...d,
        decisionVersion: answer.decisions[d.decisionId]?.version,
        decisionOutput: JSON.stringify(d.output),
        evaluatedInputs: d.evaluatedInputs.map((i) => ({ ...i, inputValue: JSON.stringify(i.inputValue) })),
        matchedRules: d.matchedRules.map((m) => ({
          ...m,
          evaluatedOutputs: m.evaluatedOutputs.map((x) => ({ ...x, outputValue: JSON.stringify(x.outputValue) })),
        })),
      })),
    };
  },
};
