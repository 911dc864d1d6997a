import { isRefusal } from '@huiying/engine';
import type { ActivatedJob, Engine, Refusal } from '@huiying/engine';
import type { ActivationRequest } from './wire.js';

/** Somebody who wants jobs of one type: a request that waits, or a stream. */
export interface JobTaker {
  readonly request: ActivationRequest;
  readonly maxJobs: number;
  /** false once the caller is gone. */
  readonly open: boolean;
  /** true: takes more afterwards (a stream). */
  readonly staying: boolean;
  /** Hands jobs over; false when the caller is gone meanwhile. */
  take(jobs: readonly ActivatedJob[]): boolean;
  refuse(refusal: Refusal): void;
}

/**
 * Gives out the jobs of every type to those who wait for them, one after another and the longest waiting first, so that a hundred
 * idle workers do not ask the engine a hundred times for one job.
 */
export class JobDispatcher {
  private readonly queues = new Map<string, TypeQueue>();

  constructor(private readonly engine: Engine) {}

  /** Registers a taker; it is served as soon as there are jobs. The returned function takes it out. */
  add(taker: JobTaker): () => void {
    const { type } = taker.request;
    let queue = this.queues.get(type);
    if (!queue) this.queues.set(type, (queue = new TypeQueue(this.engine, type)));
    return queue.add(taker, () => this.queues.delete(type));
  }

  /** Resolves when nothing is being given out of this type just now. */
  async settled(type: string): Promise<void> {
    await this.queues.get(type)?.serving;
  }

  /** After the database came back: jobs may have come that nobody was told of. */
  wake(): void {
    for (const queue of this.queues.values()) queue.serve();
  }
}

class TypeQueue {
  private takers: JobTaker[] = [];
  /** What is being given out; undefined when nobody is served. */
  serving: Promise<void> | undefined;
  private again = false;
  private readonly unsubscribe: () => void;
  private onEmpty: () => void = () => undefined;

  constructor(
    private readonly engine: Engine,
    private readonly type: string,
  ) {
    this.unsubscribe = engine.onJobsAvailable(type, () => this.serve());
  }

  add(taker: JobTaker, onEmpty: () => void): () => void {
    this.takers.push(taker);
    this.onEmpty = onEmpty;
    this.serve();
    return () => this.remove(taker);
  }

  private remove(taker: JobTaker): void {
    if (!this.takers.includes(taker)) return;
    this.takers = this.takers.filter((other) => other !== taker);
    if (this.takers.length > 0) return;
    this.unsubscribe();
    this.onEmpty();
  }

  serve(): void {
    if (this.serving) {
      this.again = true;
      return;
    }
    this.serving = this.run().finally(() => {
      this.serving = undefined;
    });
  }

  private async run(): Promise<void> {
    do {
      this.again = false;
      while (this.takers.length > 0 && this.engine.hasActivatableJobs(this.type)) {
        const [taker] = this.takers;
        if (!taker || !(await this.hand(taker))) break;
      }
    } while (this.again);
  }

  /** false when there was nothing to give. */
  private async hand(taker: JobTaker): Promise<boolean> {
    if (!taker.open) {
      this.remove(taker);
      return true;
    }
    const { worker, timeout, fetchVariable } = taker.request;
    const answer = await this.engine.execute({
      type: 'ActivateJobs',
      jobType: this.type,
      worker,
      timeout,
      maxJobs: taker.maxJobs,
      fetchVariables: fetchVariable,
    });
    if (isRefusal(answer)) {
      taker.refuse(answer);
      this.remove(taker);
      return true;
    }
    if (answer.jobs.length === 0) return false;
    if (!taker.open || !taker.take(answer.jobs)) await this.giveBack(answer.jobs);
    // A stream goes to the end of the line, a request has what it wanted.
    if (!taker.staying || !taker.open) this.remove(taker);
    else this.takers = [...this.takers.filter((other) => other !== taker), taker];
    return true;
  }

  /** The caller went away while its jobs were given out: they become free again at once, with all their retries. */
  private async giveBack(jobs: readonly ActivatedJob[]): Promise<void> {
    for (const { key, retries } of jobs)
      await this.engine.execute({
        type: 'FailJob',
        jobKey: key,
        retries,
        errorMessage: 'the worker was gone when it was to get the job',
        retryBackOff: 0,
        variables: {},
      });
  }
}
