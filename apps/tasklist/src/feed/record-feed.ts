import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isPassing } from '@huiying/events';
import { Logger, Problem, Readiness } from '@huiying/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';
import { EngineMonitoring } from './engine-monitoring.js';
import { isUserTask, type JobRecord } from './engine-record.js';
import { feedPosition, reach } from './feed-position.js';
import { GatewayFeed } from './gateway-feed.js';
import { RecordTaker } from './record-taker.js';

const LOCK = `hashtextextended('huiying:tasklist:record-feed', 0)`;
const RETRY_MS = 500;
/** A record that fails for another reason than a passing one is tried so often, then set aside for a person. */
const TRIES = 5;
/** What was set aside is tried again so often. */
const ASIDE_EVERY_MS = 300_000;

/**
 * Follows the engine's record feed: one process at a time, records in order, each with its position in one transaction, so that
 * after a crash nothing is lost and nothing is done twice. Where the engine has no feed, the gateway is asked instead.
 */
@Injectable()
export class RecordFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private trouble: string | undefined;
  private triedAsideAt = -Infinity;

  constructor(
    private readonly database: DataSource,
    private readonly engine: EngineMonitoring,
    private readonly records: RecordTaker,
    private readonly gateway: GatewayFeed,
    private readonly log: Logger,
    readiness: Readiness,
  ) {
    readiness.register('engine-feed', async () => {
      const counts = { setAside: await this.records.aside() };
      return this.trouble === undefined ? { ok: true, counts } : { ok: false, detail: this.trouble, counts };
    });
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
    try {
      const after = await feedPosition(session);
      this.trouble = undefined;
      for await (const { position, record } of this.engine.jobs(after, this.stopping.signal)) {
        if (!record) await this.quiet(position);
        else if (isUserTask(record)) await this.take(record);
      }
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'feed-gone') throw error;
      await this.records.startOver(Number(error.params['oldest']));
    }
  }

  /** Nothing for us up to here: the place moves on all the same, or one day the records behind it would be gone. */
  private async quiet(position: number): Promise<void> {
    await reach(this.database.manager, position);
    if (performance.now() - this.triedAsideAt < ASIDE_EVERY_MS) return;
    this.triedAsideAt = performance.now();
    await this.records.tryAgain();
  }

  private async take(record: JobRecord): Promise<void> {
    const { key: jobKey, position } = record;
    for (let attempt = 1, faults = 0; ; attempt++) {
      try {
        return await this.records.take(record);
      } catch (error) {
        // Its own database being away may have cost the lead: it is asked for again, and the feed goes on from what was taken in.
        if (this.stopping.signal.aborted || (isPassing(error) && !(error instanceof Problem))) throw error;
        if (!isPassing(error) && ++faults >= TRIES) return this.records.setAside(record, error);
        this.log.warn('feed.record-postponed', { jobKey, position, attempt }, error);
        await sleep(Math.min(RETRY_MS * attempt, 10_000), undefined, { signal: this.stopping.signal });
      }
    }
  }
}
