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
 * Gives out the jobs of every type to those who wait for them, the longest waiting first. Nobody asks the engine before there are jobs,
 * so that a hundred idle workers cost nothing; those for whom there are jobs are served together and share a commit.
 */
export class JobDispatcher {
  private readonly queues = new Map<string, TypeQueue>();

  constructor(private readonly engine: Engine) {}

  /** Registers a taker; it is served as soon as there are jobs. The returned function takes it out. */
  add(taker: JobTaker): () => void {
    const { type } = taker.request;
    let queue = this.queues.get(type);
    if (!queue) this.queues.set(type, (queue = new TypeQueue(this.engine, type, () => this.queues.delete(type))));
    return queue.add(taker);
  }

  /** Resolves when nothing is being given out of this type just now. */
  async settled(type: string): Promise<void> {
    await this.queues.get(type)?.settled();
  }
}

class TypeQueue {
  private waiting: JobTaker[] = [];
  private readonly served = new Map<JobTaker, Promise<void>>();
  private readonly unsubscribe: () => void;

  constructor(
    private readonly engine: Engine,
    private readonly type: string,
    private readonly onEmpty: () => void,
  ) {
    this.unsubscribe = engine.onJobsAvailable(type, () => this.serve());
  }

  add(taker: JobTaker): () => void {
    this.waiting.push(taker);
    this.serve();
    return () => this.remove(taker);
  }

  async settled(): Promise<void> {
    await Promise.all(this.served.values());
  }

  private remove(taker: JobTaker): void {
    this.waiting = this.waiting.filter((other) => other !== taker);
    this.endWhenEmpty();
  }

  private endWhenEmpty(): void {
    if (this.waiting.length > 0 || this.served.size > 0) return;
    this.unsubscribe();
    this.onEmpty();
  }

  /** The engine takes the jobs out of what is available at once, and answers when that is committed. */
  private serve(): void {
    while (this.engine.hasActivatableJobs(this.type)) {
      const taker = this.waiting.shift();
      if (!taker) return;
      if (!taker.open) continue;
      const done = this.hand(taker).finally(() => {
        this.served.delete(taker);
        this.endWhenEmpty();
      });
      this.served.set(taker, done);
    }
  }

  private async hand(taker: JobTaker): Promise<void> {
    const { worker, timeout, fetchVariable } = taker.request;
    const answer = await this.engine.execute({
      type: 'ActivateJobs',
      jobType: this.type,
      worker,
      timeout,
      maxJobs: taker.maxJobs,
      fetchVariables: fetchVariable,
    });
    if (isRefusal(answer)) return taker.refuse(answer);
    if (answer.jobs.length === 0) {
      this.waiting.unshift(taker);
      return;
    }
    if (!taker.open || !taker.take(answer.jobs)) return this.giveBack(answer.jobs);
    if (!taker.staying) return;
    this.waiting.push(taker);
    this.serve();
  }

  /** The caller went away while its jobs were given out: they become free again at once, with all their retries. */
  private async giveBack(jobs: readonly ActivatedJob[]): Promise<void> {
    const given = jobs.map(({ key, retries }) =>
      this.engine.execute({
        type: 'FailJob',
        jobKey: key,
        retries,
        errorMessage: 'the worker was gone when it was to get the job',
        retryBackOff: 0,
        variables: {},
      }),
    );
    await Promise.all(given);
  }
}
