import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CompiledDecisions } from '../dmn/compiled-drg.js';
import { Engine } from '../engine.js';
import { CompiledFeel } from '../feel/compiled-feel.js';
import type { JsonObject, JsonValue } from '../feel/feel.js';
import { addDuration } from '../model/timer-values.js';
import { USER_TASK_JOB_TYPE } from '../model/transform-activity.js';
import type { Answers, Command, CommandName } from '../processing/command.js';
import { isRefusal } from '../processing/refusal.js';
import type { IncidentView, JobView, ProcessInstanceDetail } from '../queries.js';
import type { Key } from '../record/key.js';
import type { AnyRecord } from '../record/record.js';
import { MemoryStore } from '../store/memory-store.js';
import { JobSelection } from './job-selection.js';

/** What a registered worker does with a job: completes it with variables, or throws a BPMN error. */
export type WorkerOutcome = JsonObject | { readonly bpmnError: string; readonly variables?: JsonObject } | undefined;

const DEPLOYABLE = /\.(bpmn|dmn|form)$/;
const START = '2026-03-02T09:00:00+08:00';

/**
 * An engine in memory on virtual time, for tests of processes.
 *
 * ```ts
 * const test = await ProcessTest.start();
 * await test.deploy('bpmn/complaint-intake');
 * await test.publish('complaint-filed', 'C-1', { caseNo: 'C-1' });
 * await test.jobs('intake.accept-case').complete({ accepted: true });
 * await test.userTask('handle-inquiry').complete({ outcome: 'answered' });
 * await test.advance('P3D');
 * test.expectEnded('archived');
 * ```
 *
 * An incident fails the step that raised it, unless {@link allowIncidentAt} has named its element before.
 */
export class ProcessTest {
  private readonly log: AnyRecord[] = [];
  private readonly workers = new Map<string, (job: JobView) => WorkerOutcome>();
  private readonly allowed = new Set<string>();
  private readonly defects: unknown[] = [];

  private constructor(
    private time: number,
    private readonly store: MemoryStore,
  ) {}

  private engine: Engine;

  /** @param now where the virtual time begins, ISO 8601 with offset */
  static async start({ now = START }: { now?: string } = {}): Promise<ProcessTest> {
    const test = new ProcessTest(Date.parse(now), new MemoryStore());
    test.engine = await Engine.open({
      store: test.store,
      now: () => test.time,
      feel: new CompiledFeel(),
      decisions: new CompiledDecisions(),
      onError: (error) => test.defects.push(error),
    });
    return test;
  }

  /** Deploys files (.bpmn, .dmn, .form), folders with everything in them, or texts; paths are relative to the project. */
  async deploy(...what: (string | { readonly name: string; readonly content: string })[]): Promise<this> {
    const resources = what.flatMap((item) => (typeof item === 'string' ? filesOf(item) : [item]));
    await this.execute({ type: 'DeployResource', resources });
    return this;
  }

  /** Publishes a message; by default it is not buffered. @param timeToLive milliseconds */
  async publish(
    name: string,
    correlationKey: string,
    variables: JsonObject = {},
    { timeToLive = 0, messageId = '' }: { timeToLive?: number; messageId?: string } = {},
  ): Promise<this> {
    await this.execute({ type: 'PublishMessage', name, correlationKey, messageId, timeToLive, variables });
    return this;
  }

  async signal(signalName: string, variables: JsonObject = {}): Promise<this> {
    await this.execute({ type: 'BroadcastSignal', signalName, variables });
    return this;
  }

  /** Starts the latest version of a process at its none start event, or before the named elements. @returns the instance's key */
  async create(bpmnProcessId: string, variables: JsonObject = {}, startInstructions: string[] = []): Promise<Key> {
    const command = {
      type: 'CreateProcessInstance',
      bpmnProcessId,
      version: -1,
      variables,
      startInstructions,
    } as const;
    return (await this.execute(command)).processInstanceKey;
  }

  async cancel(processInstanceKey: Key): Promise<this> {
    await this.execute({ type: 'CancelProcessInstance', processInstanceKey });
    return this;
  }

  /** Sets variables of an instance (or element instance). */
  async setVariables(elementInstanceKey: Key, variables: JsonObject): Promise<this> {
    await this.execute({ type: 'SetVariables', elementInstanceKey, variables, local: false });
    return this;
  }

  async resolveIncident(incidentKey: Key): Promise<this> {
    await this.execute({ type: 'ResolveIncident', incidentKey });
    return this;
  }

  /** The output of a deployed decision. */
  async evaluate(decisionId: string, variables: JsonObject): Promise<JsonValue> {
    const { evaluation } = await this.execute({ type: 'EvaluateDecision', decisionId, variables });
    if (evaluation.failure) throw new Error(`decision ${decisionId} failed: ${evaluation.failure.message}`);
    return evaluation.output;
  }

  /** Jobs of a type, to be completed, failed or given an error by the test. */
  jobs(type: string): JobSelection {
    return new JobSelection(`job ${type}`, () => this.openJobs().filter((job) => job.type === type), this);
  }

  /** User tasks of an element. */
  userTask(elementId: string): JobSelection {
    const ofElement = (job: JobView) => job.type === USER_TASK_JOB_TYPE && job.elementId === elementId;
    return new JobSelection(`user task ${elementId}`, () => this.openJobs().filter(ofElement), this);
  }

  /** From now on jobs of the type are done by this worker, as soon as they come to be. */
  async work(type: string, worker: (job: JobView) => WorkerOutcome): Promise<this> {
    this.workers.set(type, worker);
    await this.settle();
    return this;
  }

  /** Lets time pass, step by step from one due thing to the next. @param duration ISO 8601 (`P3DT4H`) or milliseconds */
  async advance(duration: string | number): Promise<this> {
    const until = typeof duration === 'number' ? this.time + duration : addDuration(this.time, duration);
    if (until === undefined) throw new Error(`expected an ISO 8601 duration, but got ${duration}`);
    return this.advanceTo(until);
  }

  /** @param moment ISO 8601 with offset, or epoch milliseconds */
  async advanceTo(moment: string | number): Promise<this> {
    const until = typeof moment === 'number' ? moment : Date.parse(moment);
    for (;;) {
      const due = this.engine.nextDue();
      if (due === undefined || due > until) break;
      this.time = Math.max(this.time, due);
      await this.settle();
    }
    this.time = Math.max(this.time, until);
    await this.settle();
    return this;
  }

  /** The virtual time, ISO 8601 in UTC. */
  now(): string {
    return new Date(this.time).toISOString();
  }

  /** Some instance stands at each of the elements. */
  expectWaitingAt(...elementIds: string[]): this {
    const waiting = this.waitingAt();
    const missing = elementIds.filter((id) => !waiting.includes(id));
    if (missing.length) throw new Error(`expected to wait at ${missing.join(', ')}; ${this.situation()}`);
    return this;
  }

  expectNotWaitingAt(...elementIds: string[]): this {
    const wrong = elementIds.filter((id) => this.waitingAt().includes(id));
    if (wrong.length) throw new Error(`expected not to wait at ${wrong.join(', ')}; ${this.situation()}`);
    return this;
  }

  /** An instance has reached the end event and has ended. Without an id: no instance is alive. */
  expectEnded(endEventId?: string): this {
    if (endEventId === undefined) {
      if (this.instances().length) throw new Error(`expected every instance to have ended; ${this.situation()}`);
      return this;
    }
    const ends = this.completions().filter(({ value }) => value.elementId === endEventId);
    if (!ends.length) throw new Error(`expected end event ${endEventId} to be reached; ${this.situation()}`);
    if (ends.every(({ value }) => this.engine.processInstance(value.processInstanceKey)))
      throw new Error(`end event ${endEventId} is reached, but its instance goes on; ${this.situation()}`);
    return this;
  }

  /** Ids of the elements that were completed, in their order. */
  passed(bpmnProcessId?: string): string[] {
    return this.completions()
      .filter(({ value }) => bpmnProcessId === undefined || value.bpmnProcessId === bpmnProcessId)
      .map(({ value }) => value.elementId);
  }

  expectPassed(...elementIds: string[]): this {
    const passed = this.passed();
    const missing = elementIds.filter((id) => !passed.includes(id));
    if (missing.length) throw new Error(`expected to pass ${missing.join(', ')}; ${this.situation()}`);
    return this;
  }

  expectNotPassed(...elementIds: string[]): this {
    const wrong = elementIds.filter((id) => this.passed().includes(id));
    if (wrong.length) throw new Error(`expected not to pass ${wrong.join(', ')}; ${this.situation()}`);
    return this;
  }

  /** Ids of the elements that instances stand at: whatever is active and has nothing active within it. */
  waitingAt(bpmnProcessId?: string): string[] {
    return this.instances(bpmnProcessId).flatMap(({ elements }) => {
      const scopes = new Set(elements.map(({ flowScopeKey }) => flowScopeKey));
      return elements
        .filter(({ key, elementType }) => !scopes.has(key) && elementType !== 'PROCESS')
        .map(({ elementId }) => elementId);
    });
  }

  /** Live instances with their tokens and variables, called ones included. */
  instances(bpmnProcessId?: string): ProcessInstanceDetail[] {
    return this.engine
      .processInstances({ bpmnProcessId, limit: Infinity })
      .map(({ key }) => this.engine.processInstance(key)!);
  }

  /** Variables of the only live instance of a process, or of the instance with the key. */
  variables(of: string | Key): Record<string, JsonValue> {
    const found = typeof of === 'number' ? [this.engine.processInstance(of)] : this.instances(of);
    const [instance] = found;
    if (!instance || found.length > 1)
      throw new Error(`expected one live instance ${of}, found ${found.length}; ${this.situation()}`);
    return Object.fromEntries(
      instance.variables.filter(({ scopeKey }) => scopeKey === instance.key).map(({ name, value }) => [name, value]),
    );
  }

  /** All records so far, or those that have these properties (of the record or of its value). */
  records(part: Readonly<Record<string, unknown>> = {}): AnyRecord[] {
    return this.log.filter((record) => {
      const flat: Record<string, unknown> = { ...record.value, ...record };
      return Object.entries(part).every(([name, value]) => flat[name] === value);
    });
  }

  /** Incidents at these elements do not fail the test. */
  allowIncidentAt(...elementIds: string[]): this {
    for (const id of elementIds) this.allowed.add(id);
    return this;
  }

  /** The open incident at an element. */
  incidentAt(elementId: string): IncidentView {
    const incident = this.engine.incidents().find((other) => other.elementId === elementId);
    if (!incident) throw new Error(`expected an incident at ${elementId}; ${this.situation()}`);
    return incident;
  }

  /** Runs any command of the engine; a refusal is thrown. */
  async execute<N extends CommandName>(command: Command<N>): Promise<Answers[N]> {
    const outcome = await this.engine.execute(command);
    if (isRefusal(outcome)) throw new Error(`${command.type} was refused with ${outcome.code}: ${outcome.message}`);
    await this.settle();
    return outcome;
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  /** Where everything stands, for the message of a failed expectation. */
  situation(): string {
    const jobs = this.openJobs().map(({ type, elementId }) =>
      type === USER_TASK_JOB_TYPE ? `user task ${elementId}` : type,
    );
    const incidents = this.engine.incidents().map(({ elementId, errorMessage }) => `${elementId}: ${errorMessage}`);
    return [
      `waiting at: ${this.waitingAt().join(', ') || 'nothing'}`,
      `jobs: ${jobs.join(', ') || 'none'}`,
      ...(incidents.length ? [`incidents: ${incidents.join('; ')}`] : []),
      `passed: ${this.passed().slice(-15).join(' ')}`,
      `time: ${this.now()}`,
    ].join('; ');
  }

  private openJobs(): JobView[] {
    return this.engine.jobs().filter(({ state }) => state === 'ACTIVATABLE' || state === 'ACTIVATED');
  }

  private completions() {
    return this.log.flatMap((record) =>
      record.valueType === 'PROCESS_INSTANCE' && record.intent === 'ELEMENT_COMPLETED' ? [record] : [],
    );
  }

  /** Until neither a worker nor the clock has anything to do now. */
  private async settle(): Promise<void> {
    for (;;) {
      await this.engine.tick();
      const job = this.openJobs().find(({ type }) => this.workers.has(type));
      if (!job) break;
      await this.doWork(job);
    }
    await this.takeRecords();
    if (this.defects.length) throw this.defects[0];
    const incident = this.engine.incidents().find(({ elementId }) => !this.allowed.has(elementId));
    if (incident)
      throw new Error(
        `incident ${incident.errorType} at ${incident.elementId}: ${incident.errorMessage}; ${this.situation()}`,
      );
  }

  private async doWork(job: JobView): Promise<void> {
    const outcome = this.workers.get(job.type)!(job) ?? {};
    const command: Command<'ThrowError' | 'CompleteJob'> = isBpmnError(outcome)
      ? {
          type: 'ThrowError',
          jobKey: job.key,
          errorCode: outcome.bpmnError,
          errorMessage: '',
          variables: outcome.variables ?? {},
        }
      : { type: 'CompleteJob', jobKey: job.key, variables: outcome };
    const answer = await this.engine.execute(command);
    if (isRefusal(answer)) throw new Error(`the worker of ${job.type} was refused: ${answer.message}`);
  }

  private async takeRecords(): Promise<void> {
    for (const record of await this.store.read(this.log.length, Infinity)) this.log.push(record);
  }
}

function isBpmnError(
  outcome: NonNullable<WorkerOutcome>,
): outcome is { readonly bpmnError: string; readonly variables?: JsonObject } {
  return typeof (outcome as { bpmnError?: unknown }).bpmnError === 'string';
}

function filesOf(path: string): { name: string; content: string }[] {
  if (!statSync(path).isDirectory()) return [{ name: basename(path), content: readFileSync(path, 'utf8') }];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((inner) => statSync(inner).isDirectory() || DEPLOYABLE.test(inner))
    .flatMap(filesOf);
}
