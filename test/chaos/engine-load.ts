import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials, loadPackageDefinition, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const PROCESS = 'engine-load';
const JOB_TYPES = ['engine-load-a', 'engine-load-b'];
/** A job that a killed engine had given out is given out again after this (ms). */
const JOB_TIMEOUT = 2_000;

const task = (id: string, type: string) =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${type}"/></bpmn:extensionElements></bpmn:serviceTask>`;
const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
<bpmn:process id="${PROCESS}" isExecutable="true"><bpmn:startEvent id="s"/>${task('a', JOB_TYPES[0] ?? '')}${task('b', JOB_TYPES[1] ?? '')}<bpmn:endEvent id="e"/>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="b"/><bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="e"/></bpmn:process></bpmn:definitions>`;

interface Job {
  key: string;
}

type Client = Record<string, (...args: unknown[]) => unknown>;

/** Clients that create instances and work on their jobs, and remember what the engine acknowledged. */
export class EngineLoad {
  /** Ids of the instances whose creation was acknowledged. */
  readonly created = new Set<string>();
  /** Keys of the jobs whose completion was acknowledged. */
  readonly completed = new Set<string>();
  private readonly client: Client;
  private creating = true;
  private working = true;
  private sequence = 0;

  constructor(address: string) {
    const file = createRequire(__filename).resolve('zeebe-node/proto/zeebe.proto');
    const loaded = loadPackageDefinition(
      loadSync(file, { longs: String, keepCase: true, defaults: true }),
    ) as unknown as {
      gateway_protocol: { Gateway: new (address: string, credentials: unknown, options: object) => Client };
    };
    this.client = new loaded.gateway_protocol.Gateway(address, credentials.createInsecure(), {
      'grpc.initial_reconnect_backoff_ms': 50,
      'grpc.max_reconnect_backoff_ms': 200,
    });
  }

  async deploy(): Promise<void> {
    await this.call('DeployResource', { resources: [{ name: 'load.bpmn', content: Buffer.from(MODEL) }] });
  }

  /** Resolves when `finish` was called and no job has come for a while. */
  async run(clients: number): Promise<void> {
    const creators = Array.from({ length: clients }, () => this.create());
    const workers = JOB_TYPES.flatMap((type) => Array.from({ length: clients }, () => this.work(type)));
    await Promise.all([...creators, ...workers]);
  }

  /** No new instances. */
  stopCreating(): void {
    this.creating = false;
  }

  stopWorking(): void {
    this.working = false;
  }

  close(): void {
    this.client['close']?.();
  }

  private async create(): Promise<void> {
    while (this.creating) {
      const id = `i-${String(++this.sequence)}`;
      await this.tried(async () => {
        await this.call('CreateProcessInstance', {
          bpmnProcessId: PROCESS,
          version: -1,
          variables: JSON.stringify({ id }),
        });
        this.created.add(id);
      });
    }
  }

  private async work(type: string): Promise<void> {
    while (this.working) {
      await this.tried(async () => {
        for (const { key } of await this.activate(type)) {
          await this.call('CompleteJob', { jobKey: key, variables: '{}' });
          this.completed.add(key);
        }
      });
    }
  }

  /** A call that failed may have been done or not; whoever asked does not know. */
  private async tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      await sleep(20);
    }
  }

  private activate(type: string): Promise<Job[]> {
    return new Promise((resolve, reject) => {
      const jobs: Job[] = [];
      const request = { type, worker: 'load', timeout: JOB_TIMEOUT, maxJobsToActivate: 5, requestTimeout: 500 };
      const stream = this.client['ActivateJobs']?.(request, { deadline: this.deadline() }) as NodeJS.EventEmitter;
      stream.on('data', (reply: { jobs: Job[] }) => jobs.push(...reply.jobs));
      stream.on('end', () => resolve(jobs));
      stream.on('error', reject);
    });
  }

  private call(method: string, request: object): Promise<object> {
    return new Promise((resolve, reject) => {
      this.client[method]?.(request, { deadline: this.deadline() }, (error: ServiceError | null, reply: object) =>
        error ? reject(error) : resolve(reply),
      );
    });
  }

  private deadline(): Date {
    return new Date(Date.now() + 5_000);
  }
}
