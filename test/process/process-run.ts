import { basename } from 'node:path';
import {
  FormContracts,
  JobContracts,
  type FormId,
  type InputOf,
  type JobType,
  type OutputOf,
} from '@huiying/contracts';
import type { AnyRecord, JobView, JsonObject, JsonValue } from '@huiying/engine';
import { ProcessTest, type WorkerOutcome } from '@huiying/engine/testing';
import { modelFiles } from './model-files.js';

/** What a worker answers: variables, or a refusal that the model names. */
type Answer<T extends JobType> = OutputOf<T> | { bpmnError: string; variables?: JsonObject };
export type Workers = { [T in JobType]?: (input: InputOf<T>, job: JobView) => Answer<T> };

const USER_TASK = 'io.camunda.zeebe:userTask';
/** Decisions that services evaluate in process; no model calls them. */
const NOT_CALLED = ['topic-words.dmn', 'deadlines.dmn'];

/** One engine for the tests of a file, with every model deployed; each test has a run of its own, one after another. */
export class ProcessWorld {
  /** `process/flow` of every sequence flow that was taken. */
  readonly taken = new Set<string>();
  private current: ProcessRun | undefined;
  private seen = 0;

  private constructor(readonly test: ProcessTest) {}

  static async open(): Promise<ProcessWorld> {
    const world = new ProcessWorld(await ProcessTest.start());
    await world.test.deploy(...modelFiles().filter((path) => !NOT_CALLED.includes(basename(path))));
    for (const type of Object.keys(JobContracts) as JobType[]) {
      await world.test.work(type, (job) => world.current?.answer(type, job));
    }
    return world;
  }

  /** Its jobs are answered from now on. */
  enter(run: ProcessRun): ProcessTest {
    this.current = run;
    return this.test;
  }

  /** Records since the last call. */
  news(): AnyRecord[] {
    const records = this.test.records().slice(this.seen);
    this.seen += records.length;
    for (const { valueType, intent, value } of records) {
      if (valueType !== 'PROCESS_INSTANCE' || intent !== 'SEQUENCE_FLOW_TAKEN') continue;
      this.taken.add(`${value.bpmnProcessId}/${value.elementId}`);
    }
    return records;
  }
}

/** An open user task. */
export interface OpenTask {
  key: JobView['key'];
  processId: string;
  elementId: string;
  headers: Readonly<Record<string, string>>;
  variables: JsonObject;
  /** Candidate groups, or the person. */
  who: string[];
}

/** A job that a worker did. */
export interface DoneJob {
  type: string;
  elementId: string;
  headers: Readonly<Record<string, string>>;
  variables: JsonObject;
}

/** One case or called process in a test: works its jobs by the given answers and keeps what happened. */
export class ProcessRun {
  readonly done: DoneJob[] = [];
  /** `process/element` of every element that completed, in order. */
  readonly path: string[] = [];
  /** The instance that this run started has ended. */
  over = false;
  private readonly open = new Map<JobView['key'], string>();
  private readonly instances = new Set<JobView['key']>();
  private readonly values = new Map<string, JsonValue>();
  private root: JobView['key'] | undefined;

  constructor(
    private readonly world: ProcessWorld,
    private readonly workers: Workers,
    readonly subjectNo: string,
  ) {}

  /** Starts a called process at its none start. */
  async call(bpmnProcessId: string, variables: JsonObject): Promise<this> {
    await this.world.enter(this).create(bpmnProcessId, variables);
    return this.read();
  }

  /** Start messages live no time (processes.md §0), messages for a waiting case ten minutes. */
  async start(name: string, variables: JsonObject): Promise<this> {
    return this.publish(name, variables, this.subjectNo, 0);
  }

  async publish(name: string, variables: JsonObject = {}, key = this.subjectNo, timeToLive = 600_000): Promise<this> {
    const test = this.world.enter(this);
    await test.advance(1000);
    await test.publish(name, key, variables, { timeToLive });
    return this.read();
  }

  /** The deadline clock: the limit of the subject is reached. */
  async reach(limitId: string, subjectNo = this.subjectNo, more: JsonObject = {}): Promise<this> {
    return this.publish('deadline-reached', { limitId, ...more }, `${subjectNo}:${limitId}`);
  }

  /** Ids of the open user tasks, in order of creation. */
  get tasks(): string[] {
    return [...this.open.values()];
  }

  /** The oldest open task of an element. */
  task(elementId: string): OpenTask {
    const jobs = this.world.enter(this).userTask(elementId).all();
    const job = jobs.find(({ key }) => this.open.has(key));
    if (!job) throw new Error(`no open task ${elementId}; open: ${this.tasks.join(', ') || 'none'}`);
    const groups = job.customHeaders['io.camunda.zeebe:candidateGroups'];
    return {
      key: job.key,
      processId: job.bpmnProcessId,
      elementId,
      headers: job.customHeaders,
      variables: job.variables,
      who: groups ? (JSON.parse(groups) as string[]) : [job.customHeaders['io.camunda.zeebe:assignee'] ?? ''],
    };
  }

  /** Completes a task with what the check of its form returns; the contract of the form must know each variable. */
  async complete(elementId: string, variables: JsonObject = {}): Promise<this> {
    const { key, processId } = this.task(elementId);
    const contract = FormContracts[`${processId}--${elementId}` as FormId];
    for (const name of Object.keys(variables)) {
      if (!(name in contract.variables)) throw new Error(`form ${processId}--${elementId} does not return ${name}`);
    }
    const result = { ...variables, outcomeId: `outcome-${String(key)}` };
    await this.world.enter(this).execute({ type: 'CompleteJob', jobKey: key, variables: result });
    return this.read();
  }

  /** The last job of the type that was done. */
  did(type: JobType): DoneJob {
    const found = this.done.findLast((job) => job.type === type);
    if (!found) throw new Error(`${type} was not done; done: ${this.done.map((job) => job.type).join(', ')}`);
    return found;
  }

  times(type: JobType): number {
    return this.done.filter((job) => job.type === type).length;
  }

  /** Templates of the notices that were recorded. */
  get notices(): unknown[] {
    return this.done
      .filter(({ type }) => type === 'intake.record-notice')
      .map(({ variables }) => variables['noticeTemplate']);
  }

  went(place: string): boolean {
    return this.path.includes(place);
  }

  /** A variable of the process that this run started, as it was last written. */
  value(name: string): JsonValue | undefined {
    return this.values.get(name);
  }

  /** Works a job: what the contract says it may read must be there. */
  answer(type: JobType, job: JobView): WorkerOutcome {
    for (const [name, { optional }] of Object.entries(JobContracts[type].input)) {
      if (!optional && (job.variables[name] ?? null) === null) {
        throw new Error(`${type} at ${job.bpmnProcessId}/${job.elementId} has no ${name}`);
      }
    }
    this.done.push({ type, elementId: job.elementId, headers: job.customHeaders, variables: job.variables });
    const worker = this.workers[type] as ((input: JsonObject, job: JobView) => WorkerOutcome) | undefined;
    return worker?.(job.variables, job);
  }

  private read(): this {
    for (const record of this.world.news()) {
      if (record.valueType === 'PROCESS_INSTANCE') this.readElement(record);
      else if (record.valueType === 'JOB') this.readJob(record);
      else if (record.valueType === 'VARIABLE' && record.value.scopeKey === this.root) {
        this.values.set(record.value.name, record.value.value);
      }
    }
    return this;
  }

  private readElement({ intent, value }: Extract<AnyRecord, { valueType: 'PROCESS_INSTANCE' }>): void {
    const { bpmnElementType, bpmnProcessId, elementId, processInstanceKey } = value;
    if (intent === 'ELEMENT_ACTIVATING' && bpmnElementType === 'PROCESS') {
      this.instances.add(processInstanceKey);
      this.root ??= processInstanceKey;
    }
    if (!this.instances.has(processInstanceKey)) return;
    if (intent === 'ELEMENT_COMPLETED') this.path.push(`${bpmnProcessId}/${elementId}`);
    const ended = intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED';
    if (ended && bpmnElementType === 'PROCESS' && processInstanceKey === this.root) this.over = true;
  }

  private readJob({ intent, key, value }: Extract<AnyRecord, { valueType: 'JOB' }>): void {
    if (value.type !== USER_TASK) return;
    if (intent === 'CREATED') this.open.set(key, value.elementId);
    else if (intent === 'COMPLETED' || intent === 'CANCELED') this.open.delete(key);
  }
}
