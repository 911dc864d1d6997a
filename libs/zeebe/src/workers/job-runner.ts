import { setTimeout as sleep } from 'node:timers/promises';
import type { JobType } from '@huiying/contracts';
import type { Outbox } from '@huiying/events';
import type { Clock, Logger } from '@huiying/platform';
import type { DataSource, EntityManager } from 'typeorm';
import type { Gateway } from '../gateway/gateway.js';
import { BpmnError } from './bpmn-error.js';
import type { JobHandler, JobOf } from './job.js';
import { failureOf, type JobOutcome, outcomeOf } from './job-outcome.js';
import { requestLimits } from './requested-limits.js';

/** ms; doubled with every failed try of a job, up to the last */
const FIRST_BACK_OFF = 200;
const LAST_BACK_OFF = 30_000;
/** ms of the machine's time that a job is tried again here before it is given back; well within the job's time-out */
const PATIENCE = 30_000;

/**
 * Runs one job: effect, events and result in one transaction, then the answer to the gateway. A job that comes again (the answer
 * was lost, or its time ran out) finds its result and returns that. `job_key` is the lock between two tries that overlap.
 *
 * After a passing fault it is tried again here first: a back-off of the engine runs on the engine's clock, which stands still while
 * it is pinned.
 */
export class JobRunner {
  private readonly tries = new Map<string, number>();

  constructor(
    private readonly database: DataSource,
    private readonly gateway: Gateway,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly patienceMs = PATIENCE,
  ) {}

  async run<T extends JobType>(job: JobOf<T>, handler: JobHandler<T>): Promise<void> {
    let outcome: JobOutcome;
    try {
      outcome = await this.patiently(() => this.effect(job, handler));
    } catch (error) {
      await this.fail(job, error);
      return;
    }
    this.tries.delete(job.key);
    const answer =
      outcome.kind === 'completed'
        ? await this.gateway.completeJob(job.key, outcome.variables)
        : await this.gateway.throwError(job.key, outcome.code, outcome.variables);
    this.log.debug('job.answered', { jobKey: job.key, jobType: job.type, kind: outcome.kind, state: answer });
  }

  private async patiently<R>(work: () => Promise<R>): Promise<R> {
    const until = performance.now() + this.patienceMs;
    for (let pause = FIRST_BACK_OFF; ; pause *= 2) {
      try {
        return await work();
      } catch (error) {
        if (failureOf(error).kind === 'fault' || performance.now() + pause > until) throw error;
        await sleep(pause);
      }
    }
  }

  private async effect<T extends JobType>(job: JobOf<T>, handler: JobHandler<T>): Promise<JobOutcome> {
    try {
      return await this.database.transaction(async (manager) => {
        const earlier = await reserve(manager, job);
        if (earlier) return earlier;
        const { traceparent } = job.variables as { traceparent?: string };
        const result = await handler.handle(job, { manager, ...(traceparent ? { traceparent } : {}) });
        const outcome = outcomeOf(result);
        if (outcome.kind === 'completed') await requestLimits(this.outbox, manager, job, this.clock.now());
        await keep(manager, job, outcome);
        return outcome;
      });
    } catch (error) {
      if (!(error instanceof BpmnError)) throw error;
      // Thrown: its effects went with the transaction, so the refusal itself is kept in another.
      return this.database.transaction(async (manager) => {
        const earlier = await reserve(manager, job);
        if (earlier) return earlier;
        const outcome = outcomeOf(error);
        await keep(manager, job, outcome);
        return outcome;
      });
    }
  }

  private async fail<T extends JobType>(job: JobOf<T>, error: unknown): Promise<void> {
    const failure = failureOf(error);
    const fields = { jobKey: job.key, jobType: job.type, elementId: job.elementId, reason: failure.message };
    if (failure.kind === 'fault') {
      this.log.error('job.failed', fields, error);
      await this.gateway.failJob(job.key, failure.message, 0, 0);
      return;
    }
    const tries = (this.tries.get(job.key) ?? 0) + 1;
    this.tries.set(job.key, tries);
    this.log.warn('job.postponed', { ...fields, attempt: tries });
    await this.gateway.failJob(job.key, failure.message, 1, Math.min(FIRST_BACK_OFF * 2 ** (tries - 1), LAST_BACK_OFF));
  }
}

async function keep(manager: EntityManager, job: { key: string }, outcome: JobOutcome): Promise<void> {
  await manager.query(`UPDATE job_result SET outcome = $2 WHERE job_key = $1`, [job.key, JSON.stringify(outcome)]);
}

/** Takes the job's row, waiting for another try that holds it; answers with that try's outcome if it committed. */
async function reserve(manager: EntityManager, job: { key: string; type: string }): Promise<JobOutcome | undefined> {
  const taken = await manager.query<{ job_key: string }[]>(
    `INSERT INTO job_result (job_key, job_type) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING job_key`,
    [job.key, job.type],
  );
  if (taken.length > 0) return undefined;
  const rows = await manager.query<{ outcome: JobOutcome }[]>(`SELECT outcome FROM job_result WHERE job_key = $1`, [
    job.key,
  ]);
  return rows[0]?.outcome;
}
