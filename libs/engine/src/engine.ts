import type { Decisions } from './dmn/decision.js';
import type { Feel } from './feel/feel.js';
import { JobsAvailable } from './jobs-available.js';
import { Checkpointer } from './log/checkpointer.js';
import { CommitLog } from './log/commit-log.js';
import { RecordFeed, type RecordListener } from './log/record-feed.js';
import type { Answers, Command, CommandName } from './processing/command.js';
import { processCommand } from './processing/command-processors.js';
import { deployResources } from './processing/deployment-create.processor.js';
import { parseResources } from './processing/deployment/resources.js';
import { fireNextDue } from './processing/due.js';
import { EngineProcessing } from './processing/engine-processing.js';
import { createProcessInstance } from './processing/process-instance-create.processor.js';
import type { Processing } from './processing/processing.js';
import { Refusal } from './processing/refusal.js';
import type {
  DefinitionView,
  EngineFigures,
  IncidentView,
  JobView,
  ProcessInstanceDetail,
  ProcessInstanceView,
} from './queries.js';
import type { Key } from './record/key.js';
import type { Position } from './record/record.js';
import { compileModels, recoverState } from './recovery.js';
import { Results } from './results.js';
import type { EngineState } from './state/engine-state.js';
import {
  queryDefinitions,
  queryIncidents,
  queryJobs,
  queryProcessInstance,
  queryProcessInstances,
} from './state-queries.js';
import type { Store } from './store/store.js';

export interface EngineOptions {
  readonly store: Store;
  /** The engine's time, epoch milliseconds. It may be moved forward. */
  readonly now: () => number;
  readonly feel: Feel;
  readonly decisions: Decisions;
  /** A checkpoint is written in the background after so many records (default 20,000). */
  readonly checkpointEvery?: number;
  /** Told of a defect while a command ran, of a listener that failed, and of a log that cannot be written (`fatal`). */
  readonly onError?: (error: unknown, fatal: boolean) => void;
}

const CHECKPOINT_EVERY = 20_000;
/** After so many due things the engine takes other commands in between. */
const DUE_IN_A_ROW = 200;
const AWAY = new Refusal('UNAVAILABLE', 'The store of the engine cannot be reached');

/**
 * The embedded engine: one writer, one store. A command runs to quiescence in memory, its records are committed together with
 * those of the commands that came meanwhile, then the answer goes out.
 */
export class Engine {
  /** false while the store cannot be reached. */
  available = true;

  private readonly log: CommitLog;
  private readonly feed: RecordFeed;
  private readonly checkpointer: Checkpointer;
  private readonly jobsAvailable: JobsAvailable;
  private readonly results = new Results();
  private closing = false;

  private constructor(
    private readonly options: EngineOptions,
    private readonly state: EngineState,
    private readonly processing: EngineProcessing,
    checkpointPosition: Position,
  ) {
    const { store, checkpointEvery = CHECKPOINT_EVERY } = options;
    this.feed = new RecordFeed(store);
    this.jobsAvailable = new JobsAvailable(processing.state);
    this.checkpointer = new Checkpointer(store, state, checkpointEvery, checkpointPosition);
    this.log = new CommitLog(store, processing.position, {
      committed: (records) => {
        this.feed.committed(records);
        this.jobsAvailable.committed(records);
        this.results.committed(records);
        if (this.log.position === this.processing.position)
          this.checkpointer.consider(this.log.position, this.state.lastKey);
      },
      availability: (available) => (this.available = available),
      fatal: (error) => {
        this.available = false;
        this.options.onError?.(error, true);
      },
    });
  }

  /** Recovers from the store. Throws {@link StoreTaken} when another engine has it. */
  static async open(options: EngineOptions): Promise<Engine> {
    const recovery = await options.store.open();
    const { state, position } = await recoverState(recovery);
    const models = await compileModels(state, options.feel, options.decisions);
    const processing = new EngineProcessing(state, models, { position, lastKey: state.lastKey });
    return new Engine(options, state, processing, recovery.checkpointPosition);
  }

  /**
   * Runs a command. Resolves after its records are committed, also for a refusal (it may rest on what was not committed yet).
   * While the store cannot be reached the answer is the refusal UNAVAILABLE; the command may have been done all the same.
   */
  async execute<N extends CommandName>(command: Command<N>): Promise<Answers[N] | Refusal> {
    // each name has its own answer, which the compiler cannot follow through the comparison
    const some = command as Command;
    let outcome: unknown;
    if (some.type === 'DeployResource') outcome = await this.deploy(some);
    else if (some.type === 'CreateProcessInstanceWithResult') outcome = await this.createWithResult(some);
    else outcome = await this.run<object>((p) => processCommand(p, some));
    return outcome as Answers[N] | Refusal;
  }

  /**
   * Committed records after a position, first those of the log, then the new ones, in order. A listener that returns a promise is
   * awaited before it gets more. The returned function ends the subscription.
   */
  subscribe(after: Position, listener: RecordListener): () => void {
    return this.feed.subscribe(after, listener, (error) => this.options.onError?.(error, false));
  }

  /** Calls back after a commit that made jobs of the type available (created, timed out, failed with retries left, resolved). */
  onJobsAvailable(jobType: string, listener: () => void): () => void {
    return this.jobsAvailable.on(jobType, listener);
  }

  /** Whether a job of the type could be activated now; for a long poll that would otherwise wait. */
  hasActivatableJobs(jobType: string): boolean {
    return this.state.jobs.countActivatable(jobType) > 0;
  }

  /** Fires everything that is due by now (timers, job timeouts and back-offs, messages out of time); resolves when it is committed. */
  async tick(): Promise<void> {
    const isDue = () => (this.nextDue() ?? Infinity) <= this.options.now();
    while (isDue() && this.available && !this.closing) {
      for (let n = 0; n < DUE_IN_A_ROW && isDue(); n++) this.attempt((p) => fireNextDue(p));
      await this.log.whenCommitted();
    }
  }

  /** When the next thing is due, epoch milliseconds; undefined when nothing waits for the time. */
  nextDue(): number | undefined {
    return this.state.nextDue();
  }

  /** Open incidents, the oldest first. */
  incidents(filter: { processInstanceKey?: Key } = {}): IncidentView[] {
    return queryIncidents(this.state, filter.processInstanceKey);
  }

  /** Live instances with a key after `after`, by key, at most `limit`. */
  processInstances(filter: { bpmnProcessId?: string; after?: Key; limit: number }): ProcessInstanceView[] {
    return queryProcessInstances(this.state, filter);
  }

  processInstance(key: Key): ProcessInstanceDetail | undefined {
    return queryProcessInstance(this.state, key);
  }

  /** Jobs that are not done, the oldest first; with their variables, so not for polling. */
  jobs(filter: { type?: string } = {}): JobView[] {
    return queryJobs(this.state, filter.type);
  }

  definitions(): DefinitionView[] {
    return queryDefinitions(this.state);
  }

  figures(): EngineFigures {
    const { elements, jobs, incidents, timers, messages } = this.state;
    return {
      processInstances: elements.processInstanceCount,
      elementInstances: elements.size,
      jobs: jobs.size,
      activatableJobs: jobs.countAllActivatable(),
      incidents: incidents.size,
      timers: timers.size,
      messages: messages.size,
      lastPosition: this.processing.position,
      committedPosition: this.log.position,
      checkpointPosition: this.checkpointer.position,
    };
  }

  /** The whole state as text: equal for equal states, so that a recovery can be compared with what it recovers. */
  dumpState(): string {
    return this.state.dump();
  }

  /** Waits for what is under way, writes a checkpoint and closes the store. */
  async close(): Promise<void> {
    this.closing = true;
    this.results.close();
    await this.log.close();
    if (this.available && this.log.position === this.processing.position)
      await this.checkpointer.finish(this.log.position, this.state.lastKey);
    await this.options.store.close();
  }

  private async deploy({ resources }: Command<'DeployResource'>): Promise<Answers['DeployResource'] | Refusal> {
    const { feel, decisions, now } = this.options;
    const parsed = await parseResources(resources, feel, decisions, now());
    if (parsed instanceof Refusal) return parsed;
    return this.run((p) => deployResources(p, parsed));
  }

  private async createWithResult(
    command: Command<'CreateProcessInstanceWithResult'>,
  ): Promise<Answers['CreateProcessInstanceWithResult'] | Refusal> {
    let result: Promise<Answers['CreateProcessInstanceWithResult'] | Refusal> | undefined;
    const created = await this.run((p) => {
      const answer = createProcessInstance(p, command, command.fetchVariables);
      // the instance may complete within this very command
      if (!(answer instanceof Refusal)) result = this.results.wait(answer.processInstanceKey, command.requestTimeout);
      return answer;
    });
    return created instanceof Refusal ? created : result!;
  }

  private async run<T extends object>(action: (p: Processing) => T | Refusal): Promise<T | Refusal> {
    if (!this.available || this.closing) return AWAY;
    const outcome = this.attempt(action);
    return (await this.log.whenCommitted()) ? outcome : AWAY;
  }

  /** A defect leaves what was recorded before it, in the state and in the log alike. */
  private attempt<T>(action: (p: Processing) => T): T | Refusal {
    try {
      return this.processing.run(this.options.now(), action);
    } catch (error) {
      this.options.onError?.(error, false);
      return new Refusal('PROCESSING_ERROR', 'The engine could not process the command because of a defect');
    } finally {
      this.log.add(this.processing.takeRecords());
    }
  }
}
