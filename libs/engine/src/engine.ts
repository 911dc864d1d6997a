import type { Decisions } from './dmn/decision.js';
import type { Feel } from './feel/feel.js';
import type { Answers, Command, CommandName } from './processing/command.js';
import type { Refusal } from './processing/refusal.js';
import type {
  DefinitionView,
  EngineFigures,
  IncidentView,
  ProcessInstanceDetail,
  ProcessInstanceView,
} from './queries.js';
import type { Key } from './record/key.js';
import type { AnyRecord, Position } from './record/record.js';
import type { Store } from './store/store.js';

export interface EngineOptions {
  readonly store: Store;
  /** The engine's time, epoch milliseconds. It may be moved forward. */
  readonly now: () => number;
  readonly feel: Feel;
  readonly decisions: Decisions;
  /** A checkpoint is written in the background after so many records (default 20,000). */
  readonly checkpointEvery?: number;
}

/**
 * The embedded engine: one writer, one store. A command runs to quiescence in memory, its records are committed together with
 * those of the commands that came meanwhile, then the answer goes out.
 */
export declare class Engine {
  /** Recovers from the store. Throws {@link StoreTaken} when another engine has it. */
  static open(options: EngineOptions): Promise<Engine>;

  /**
   * Runs a command. Resolves after its records are committed, also for a refusal (it may rest on what was not committed yet).
   * While the store cannot be reached the answer is the refusal UNAVAILABLE.
   */
  execute<N extends CommandName>(command: Command<N>): Promise<Answers[N] | Refusal>;

  /**
   * Committed records after a position, first those of the log, then the new ones, in order. A listener that returns a promise is
   * awaited before it gets more. The returned function ends the subscription.
   */
  subscribe(after: Position, listener: (records: readonly AnyRecord[]) => void | Promise<void>): () => void;

  /** Calls back after a commit that made jobs of the type available (created, timed out, failed with retries left, resolved). */
  onJobsAvailable(jobType: string, listener: () => void): () => void;

  /** Whether a job of the type could be activated now; for a long poll that would otherwise wait. */
  hasActivatableJobs(jobType: string): boolean;

  /** Fires everything that is due by now (timers, job timeouts and back-offs, messages out of time); resolves when it is committed. */
  tick(): Promise<void>;

  /** When the next thing is due, epoch milliseconds; undefined when nothing waits for the time. */
  nextDue(): number | undefined;

  /** false while the store cannot be reached. */
  readonly available: boolean;

  /** Open incidents, the oldest first. */
  incidents(filter?: { processInstanceKey?: Key }): IncidentView[];
  /** Live instances with a key after `after`, by key, at most `limit`. */
  processInstances(filter: { bpmnProcessId?: string; after?: Key; limit: number }): ProcessInstanceView[];
  processInstance(key: Key): ProcessInstanceDetail | undefined;
  definitions(): DefinitionView[];
  figures(): EngineFigures;

  /** Waits for what is under way, writes a checkpoint and closes the store. */
  close(): Promise<void>;
}
