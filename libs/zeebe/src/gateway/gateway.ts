import './gateway.problems.js';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Problem } from '@huiying/platform';
import { Duration, ZBClient, type ZBWorker } from 'zeebe-node';
import { GATEWAY_ADDRESS } from './gateway-address.js';

/** gRPC status codes that we tell apart (https://grpc.io/docs/guides/status-codes/). */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/** Codes after which the same call may succeed later: deadline, resources, aborted, unavailable, and a connection that was cut. */
const PASSING = new Set([1, 4, 8, 10, 14]);

export interface Message {
  name: string;
  correlationKey: string;
  /** makes a repeat harmless while the message lives */
  messageId: string;
  /** ms; 0 = correlated now or never */
  timeToLive: number;
  variables: Record<string, unknown>;
}

/** `gone`: the job does not exist any more, for example because a boundary event interrupted its task. */
export type JobAnswer = 'done' | 'gone';

/**
 * The Zeebe gateway as this product uses it. Every method rejects with a `Problem` of kind `unavailable` when the gateway
 * cannot be reached now, and with one of kind `fault` when it refuses what we sent.
 */
@Injectable()
export class Gateway implements OnApplicationShutdown {
  private readonly client: ZBClient;

  constructor(@Inject(GATEWAY_ADDRESS) readonly address: string) {
    // zeebe-node repeats a command for ever by default; the relay and the workers do their own, visible, repeating.
    this.client = new ZBClient(address, {
      retry: false,
      loglevel: 'NONE',
      longPoll: Duration.seconds.of(30),
      pollInterval: Duration.milliseconds.of(50),
    });
  }

  async publishMessage(message: Message): Promise<void> {
    await this.call(
      () =>
        this.client.publishMessage({
          ...message,
          variables: asDocument(message.variables),
          timeToLive: Duration.milliseconds.of(message.timeToLive),
        }),
      // the same messageId is still buffered: an earlier try of ours arrived
      [ALREADY_EXISTS],
    );
  }

  completeJob(jobKey: string, variables: Record<string, unknown>): Promise<JobAnswer> {
    return this.jobCall(() => this.client.completeJob({ jobKey, variables: asDocument(variables) }));
  }

  /** @param backOff ms until the job may be activated again */
  failJob(jobKey: string, errorMessage: string, retries: number, backOff: number): Promise<JobAnswer> {
    return this.jobCall(() => this.client.failJob({ jobKey, errorMessage, retries, retryBackOff: backOff }));
  }

  throwError(jobKey: string, errorCode: string, variables: Record<string, unknown>): Promise<JobAnswer> {
    return this.jobCall(() =>
      this.client.throwError({ jobKey, errorCode, errorMessage: errorCode, variables: asDocument(variables) }),
    );
  }

  /**
   * Deploys one resource; unchanged content answers with the version that is there.
   * @throws Problem `model-refused`, kind rejected, with the gateway's reason, which names elements of the model
   */
  async deploy(name: string, content: Buffer): Promise<DeployedResource[]> {
    const answer = await this.call(
      () => this.deployOne(name, content),
      [],
      (error) =>
        new Problem('model-refused', 'rejected', { params: { model: name, reason: detailsOf(error) }, cause: error }),
    );
    const { deployments, key } = answer as { key: string; deployments: Deployment[] };
    return deployments.flatMap((deployment) => toDeployed(deployment, key));
  }

  private deployOne(name: string, content: Buffer): Promise<unknown> {
    if (name.endsWith('.dmn')) return this.client.deployResource({ decision: content, name });
    if (name.endsWith('.form')) return this.client.deployResource({ form: content, name });
    return this.client.deployResource({ process: content, name });
  }

  async updateRetriesAndResolve(jobKey: string | undefined, incidentKey: string, retries: number): Promise<void> {
    if (jobKey !== undefined) await this.call(() => this.client.updateJobRetries({ jobKey, retries }));
    await this.call(() => this.client.resolveIncident({ incidentKey }));
  }

  async isReachable(): Promise<boolean> {
    try {
      const topology = await this.client.topology();
      return topology.brokers.length > 0;
    } catch {
      return false;
    }
  }

  /** zeebe-node's own worker; its handler must answer through this gateway and then forward the job. */
  openWorker(config: Parameters<ZBClient['createWorker']>[0]): ZBWorker<never, never, never> {
    return this.client.createWorker(config) as unknown as ZBWorker<never, never, never>;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close(2_000);
  }

  private async jobCall(call: () => Promise<unknown>): Promise<JobAnswer> {
    const answer = await this.call(call, [NOT_FOUND]);
    return answer === undefined ? 'gone' : 'done';
  }

  /** @param expected codes that are an answer, not a failure: the call then resolves with undefined */
  private async call<T>(
    call: () => Promise<T>,
    expected: number[] = [],
    refusal?: (error: unknown) => Problem,
  ): Promise<T | undefined> {
    try {
      return (await call()) ?? ({} as T);
    } catch (error) {
      const code = codeOf(error);
      if (code !== undefined && expected.includes(code)) return undefined;
      if (code === undefined || PASSING.has(code)) {
        throw new Problem('gateway-unavailable', 'unavailable', { cause: error });
      }
      if (refusal) throw refusal(error);
      throw new Problem('gateway-refused', 'fault', { cause: error });
    }
  }
}

/** zeebe-node's type of a JSON document knows no null, which JSON and the protocol have. */
function asDocument(
  variables: Record<string, unknown>,
): NonNullable<Parameters<ZBClient['completeJob']>[0]['variables']> {
  return variables;
}

function codeOf(error: unknown): number | undefined {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'number' ? code : undefined;
}

function detailsOf(error: unknown): string {
  const { details, message } = error as { details?: unknown; message?: unknown };
  return String(details ?? message);
}

export interface DeployedResource {
  kind: 'process' | 'decision' | 'drg' | 'form';
  id: string;
  version: number;
  key: string;
}

interface Deployment {
  process?: { bpmnProcessId: string; version: number; processDefinitionKey: string } | null;
  decision?: { dmnDecisionId: string; version: number; decisionKey: string } | null;
  decisionRequirements?: { dmnDecisionRequirementsId: string; version: number; decisionRequirementsKey: string } | null;
  form?: { formId: string; version: number; formKey: string } | null;
}

function toDeployed({ process, decision, decisionRequirements, form }: Deployment, key: string): DeployedResource[] {
  const found: DeployedResource[] = [];
  if (process) {
    found.push({
      kind: 'process',
      id: process.bpmnProcessId,
      version: process.version,
      key: process.processDefinitionKey,
    });
  }
  if (decision) {
    found.push({ kind: 'decision', id: decision.dmnDecisionId, version: decision.version, key: decision.decisionKey });
  }
  if (decisionRequirements) {
    const { dmnDecisionRequirementsId: id, version, decisionRequirementsKey } = decisionRequirements;
    found.push({ kind: 'drg', id, version, key: decisionRequirementsKey });
  }
  if (form) found.push({ kind: 'form', id: form.formId, version: form.version, key: form.formKey ?? key });
  return found;
}
