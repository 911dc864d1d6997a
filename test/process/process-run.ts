import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  FormContracts,
  JobContracts,
  type FormId,
  type InputOf,
  type JobType,
  type OutputOf,
} from '@huiying/contracts';
import {
  CompiledDecisions,
  CompiledFeel,
  Engine,
  isRefusal,
  type ActivatedJob,
  type AnyRecord,
  type JsonObject,
  type JsonValue,
} from '@huiying/engine';
import { MemoryStore } from '../../libs/engine/src/store/memory-store.js';
import { modelFiles } from './model-files.js';

/** What a worker answers: variables, or a refusal that the model names. */
type Answer<T extends JobType> = OutputOf<T> | { bpmnError: string; variables?: JsonObject };
export type Workers = { [T in JobType]?: (input: InputOf<T>, job: ActivatedJob) => Answer<T> };

const USER_TASK = 'io.camunda.zeebe:userTask';
const FOR_EVER = 10 * 365 * 86_400_000;
/** Decisions that services evaluate in process; no model calls them. */
const NOT_CALLED = ['topic-words.dmn', 'deadlines.dmn'];

/** One engine for the tests of a file, with every model deployed; each test has runs of its own. */
export class ProcessWorld {
  /** `process/flow` of every sequence flow that was taken. */
  readonly taken = new Set<string>();
  private cursor = 0;

  private constructor(
    readonly engine: Engine,
    private readonly store: MemoryStore,
    readonly clock: { now: number },
  ) {}

  static async open(): Promise<ProcessWorld> {
    const store = new MemoryStore();
    const clock = { now: Date.parse('2026-03-02T09:00:00+08:00') };
    const engine = await Engine.open({
      store,
      now: () => clock.now,
      feel: new CompiledFeel(),
      decisions: new CompiledDecisions(),
      onError: (error) => {
        throw error;
      },
    });
    const world = new ProcessWorld(engine, store, clock);
    const resources = modelFiles()
      .filter((path) => !NOT_CALLED.includes(basename(path)))
      .map((path) => ({ name: basename(path), content: readFileSync(path, 'utf8') }));
    await world.execute({ type: 'DeployResource', resources });
    await world.news();
    return world;
  }

  async execute(command: Parameters<Engine['execute']>[0]): Promise<unknown> {
    const answer = await this.engine.execute(command);
    if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.message}`);
    return answer;
  }

  /** Records since the last call. */
  async news(): Promise<AnyRecord[]> {
    const records: AnyRecord[] = [];
    for (;;) {
      const more = await this.store.read(this.cursor, 5000);
      const last = more.at(-1);
      if (!last) return records;
      this.cursor = last.position;
      records.push(...more);
      for (const record of more) {
        if (record.valueType !== 'PROCESS_INSTANCE' || record.intent !== 'SEQUENCE_FLOW_TAKEN') continue;
        this.taken.add(`${record.value.bpmnProcessId}/${record.value.elementId}`);
      }
    }
  }
}

/** An open user task. */
export interface OpenTask {
  key: ActivatedJob['key'];
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
  private readonly open = new Map<ActivatedJob['key'], OpenTask>();
  private readonly roots = new Set<ActivatedJob['key']>();
  private readonly values = new Map<string, JsonValue>();
  private root: ActivatedJob['key'] | undefined;
  over = false;

  constructor(
    private readonly world: ProcessWorld,
    private readonly workers: Workers,
    readonly subjectNo: string,
  ) {}

  /** Starts a called process at its none start. */
  async call(bpmnProcessId: string, variables: JsonObject): Promise<this> {
    await this.world.execute({
      type: 'CreateProcessInstance',
      bpmnProcessId,
      version: -1,
      variables,
      startInstructions: [],
    });
    return this.settle();
  }

  /** Start messages live no time (processes.md §0), messages for a waiting case ten minutes. */
  async start(name: string, variables: JsonObject): Promise<this> {
    return this.publish(name, variables, this.subjectNo, 0);
  }

  async publish(name: string, variables: JsonObject = {}, key = this.subjectNo, timeToLive = 600_000): Promise<this> {
    const { clock } = this.world;
    clock.now += 1000;
    await this.world.execute({
      type: 'PublishMessage',
      name,
      correlationKey: key,
      messageId: '',
      timeToLive,
      variables,
    });
    return this.settle();
  }

  /** The deadline clock: the limit of the subject is reached. */
  async reach(limitId: string, subjectNo = this.subjectNo, more: JsonObject = {}): Promise<this> {
    return this.publish('deadline-reached', { limitId, ...more }, `${subjectNo}:${limitId}`);
  }

  /** Ids of the open user tasks, in order of creation. */
  get tasks(): string[] {
    return [...this.open.values()].map(({ elementId }) => elementId);
  }

  task(elementId: string): OpenTask {
    const found = [...this.open.values()].find((task) => task.elementId === elementId);
    if (!found) throw new Error(`no open task ${elementId}; open: ${this.tasks.join(', ') || 'none'}`);
    return found;
  }

  /** Completes a task with what the check of its form returns; the contract of the form must know each variable. */
  async complete(elementId: string, variables: JsonObject = {}): Promise<this> {
    const task = this.task(elementId);
    const contract = FormContracts[`${task.processId}--${elementId}` as FormId];
    for (const name of Object.keys(variables)) {
      if (!(name in contract.variables))
        throw new Error(`form ${task.processId}--${elementId} does not return ${name}`);
    }
    await this.world.execute({
      type: 'CompleteJob',
      jobKey: task.key,
      variables: { ...variables, outcomeId: `outcome-${String(task.key)}` },
    });
    this.open.delete(task.key);
    return this.settle();
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

  private async settle(): Promise<this> {
    for (;;) {
      this.read(await this.world.news());
      if (!(await this.work())) break;
    }
    const incident = this.world.engine.incidents()[0];
    if (incident)
      throw new Error(`incident at ${incident.bpmnProcessId}/${incident.elementId}: ${incident.errorMessage}`);
    return this;
  }

  private read(records: AnyRecord[]): void {
    for (const record of records) {
      if (record.valueType === 'PROCESS_INSTANCE') {
        const { bpmnElementType, bpmnProcessId, elementId, processInstanceKey } = record.value;
        if (record.intent === 'ELEMENT_ACTIVATING' && bpmnElementType === 'PROCESS') {
          this.roots.add(processInstanceKey);
          this.root ??= processInstanceKey;
        }
        if (!this.roots.has(processInstanceKey)) continue;
        if (record.intent === 'ELEMENT_COMPLETED') this.path.push(`${bpmnProcessId}/${elementId}`);
        const ended = record.intent === 'ELEMENT_COMPLETED' || record.intent === 'ELEMENT_TERMINATED';
        if (ended && bpmnElementType === 'PROCESS' && processInstanceKey === this.root) this.over = true;
      } else if (record.valueType === 'VARIABLE' && record.value.scopeKey === this.root) {
        this.values.set(record.value.name, record.value.value);
      } else if (record.valueType === 'JOB' && record.intent === 'CANCELED') {
        this.open.delete(record.key);
      }
    }
  }

  /** Takes the new tasks and works every job that waits; false when there was none. */
  private async work(): Promise<boolean> {
    for (const job of await this.activate(USER_TASK)) {
      const who = job.customHeaders['io.camunda.zeebe:candidateGroups'];
      const person = job.customHeaders['io.camunda.zeebe:assignee'];
      this.open.set(job.key, {
        key: job.key,
        processId: job.bpmnProcessId,
        elementId: job.elementId,
        headers: job.customHeaders,
        variables: job.variables,
        who: who ? (JSON.parse(who) as string[]) : [person ?? ''],
      });
    }
    let worked = false;
    for (const type of Object.keys(JobContracts) as JobType[]) {
      for (const job of await this.activate(type)) {
        worked = true;
        await this.answer(type, job);
      }
    }
    return worked;
  }

  private async activate(jobType: string): Promise<readonly ActivatedJob[]> {
    const answer = (await this.world.execute({
      type: 'ActivateJobs',
      jobType,
      worker: 'test',
      timeout: FOR_EVER,
      maxJobs: 50,
      fetchVariables: [],
    })) as { jobs: readonly ActivatedJob[] };
    return answer.jobs;
  }

  private async answer(type: JobType, job: ActivatedJob): Promise<void> {
    for (const [name, { optional }] of Object.entries(JobContracts[type].input)) {
      if (!optional && (job.variables[name] ?? null) === null) {
        throw new Error(`${type} at ${job.bpmnProcessId}/${job.elementId} has no ${name}`);
      }
    }
    this.done.push({ type, elementId: job.elementId, headers: job.customHeaders, variables: job.variables });
    const worker = this.workers[type] as ((input: JsonObject, job: ActivatedJob) => JsonObject) | undefined;
    const answer = worker?.(job.variables, job) ?? {};
    if ('bpmnError' in answer) {
      const { bpmnError, variables } = answer as { bpmnError: string; variables?: JsonObject };
      await this.world.execute({
        type: 'ThrowError',
        jobKey: job.key,
        errorCode: bpmnError,
        errorMessage: '',
        variables: variables ?? {},
      });
    } else await this.world.execute({ type: 'CompleteJob', jobKey: job.key, variables: answer });
  }
}
