import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, Problem, Readiness } from '@huiying/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { EngineMonitoring } from './engine-monitoring.js';
import { isUserTask, type JobRecord, taskOf } from './engine-record.js';
import { GatewayFeed } from './gateway-feed.js';
import { TaskMirror } from './task-mirror.service.js';

const FEED = 'engine';
const LOCK = `hashtextextended('huiying:tasklist:record-feed', 0)`;
const RETRY_MS = 500;
/** A record that fails for another reason than a passing one is tried so often, then set aside for a person. */
const TRIES = 5;

/**
 * Follows the engine's record feed: one process at a time, records in order, each with its position in one transaction, so that
 * after a crash nothing is lost and nothing is done twice. Where the engine has no feed, the gateway is asked instead.
 */
@Injectable()
export class RecordFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private trouble: string | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly engine: EngineMonitoring,
    private readonly mirror: TaskMirror,
    private readonly gateway: GatewayFeed,
    private readonly log: Logger,
    readiness: Readiness,
  ) {
    readiness.register('engine-feed', () =>
      Promise.resolve(this.trouble === undefined ? { ok: true } : { ok: false, detail: this.trouble }),
    );
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      if (!this.engine.isThere) {
        this.trouble = undefined;
        return this.gateway.start();
      }
      try {
        await this.lead();
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.trouble = error instanceof Problem ? error.code : 'failed';
        this.log.warn('feed.interrupted', { reason: this.trouble }, error);
      }
      await sleep(RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** Holds the lock on a connection of its own for as long as the stream lasts. */
  private async lead(): Promise<void> {
    const session = this.database.createQueryRunner();
    try {
      const [row] = (await session.query(`select pg_try_advisory_lock(${LOCK}) as leads`)) as { leads: boolean }[];
      if (row?.leads) await this.follow(session);
    } finally {
      await session.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined);
      await session.release();
    }
  }

  private async follow(session: QueryRunner): Promise<void> {
    const [row] = (await session.query('select position from feed_position where feed = $1', [FEED])) as {
      position: string;
    }[];
    this.trouble = undefined;
    for await (const record of this.engine.jobs(Number(row?.position ?? 0), this.stopping.signal)) {
      if (isUserTask(record)) await this.take(record);
    }
  }

  private async take(record: JobRecord): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.apply(record);
        return;
      } catch (error) {
        if (this.stopping.signal.aborted) throw error;
        const passing = error instanceof Problem && error.kind === 'unavailable';
        if (!passing && attempt >= TRIES) return this.setAside(record, error);
        const { key: jobKey, position } = record;
        this.log.warn('feed.record-postponed', { jobKey, position, attempt }, error);
        await sleep(Math.min(RETRY_MS * attempt, 10_000), undefined, { signal: this.stopping.signal });
      }
    }
  }

  private async apply(record: JobRecord): Promise<void> {
    const task = record.intent === 'CREATED' ? taskOf(record) : undefined;
    const variables = task && (await this.engine.variablesOf(task.instanceKey, task.elementInstanceKey));
    await this.database.transaction(async (manager) => {
      const at = new Date(record.timestamp);
      // A task whose element is no longer there was over before we read of it.
      if (task && variables) await this.mirror.created(manager, task, variables);
      if (record.intent === 'COMPLETED') await this.mirror.completed(manager, record.key, at);
      if (record.intent === 'CANCELED' || record.intent === 'ERROR_THROWN')
        await this.mirror.canceled(manager, record.key, at);
      await advance(manager, record.position);
    });
  }

  /** One task that cannot be mirrored must not hold up all others; operators see it. */
  private async setAside(record: JobRecord, error: unknown): Promise<void> {
    const { key: jobKey, position, value } = record;
    this.log.error('feed.record-set-aside', { jobKey, position, elementId: value.elementId }, error);
    await this.database.transaction(async (manager) => {
      await manager.query(
        `insert into feed_fault (position, job_key, intent, process_id, element_id, error)
         values ($1, $2, $3, $4, $5, $6) on conflict (position) do nothing`,
        [position, jobKey, record.intent, value.bpmnProcessId, value.elementId, codeOf(error)],
      );
      await advance(manager, position);
    });
  }
}

async function advance(manager: EntityManager, position: number): Promise<void> {
  await manager.query(
    `insert into feed_position (feed, position) values ($1, $2)
     on conflict (feed) do update set position = greatest(feed_position.position, excluded.position)`,
    [FEED, position],
  );
}

function codeOf(error: unknown): string {
  if (error instanceof Problem) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
