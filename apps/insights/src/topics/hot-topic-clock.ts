import { Injectable } from '@nestjs/common';
import { Clock, Logger, Problem, RegularLook } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { HotTopicDetector } from './hot-topic-detector.js';

/** How often the clock looks, on the machine's time. */
const LOOK_MS = 2_000;
/** How often topics are looked for, on the product's time. */
const EVERY_MS = 3_600_000;
const NAME = 'hot-topics';

/** Looks for hot topics once an hour; of several processes one does it. */
@Injectable()
export class HotTopicClock extends RegularLook {
  constructor(
    private readonly database: DataSource,
    private readonly detector: HotTopicDetector,
    private readonly clock: Clock,
    log: Logger,
  ) {
    super(log, NAME, LOOK_MS);
  }

  /** Runs when an hour has passed since the last run, whoever made it. */
  async look(): Promise<void> {
    await this.database.transaction(async (manager) => {
      const now = this.clock.now();
      const taken = await manager.query<unknown[]>(
        `INSERT INTO clock_run (name, ran_at) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET ran_at = excluded.ran_at
         WHERE clock_run.ran_at <= $3 OR clock_run.ran_at > $2 RETURNING name`,
        [NAME, now, new Date(now.getTime() - EVERY_MS)],
      );
      if (taken.length > 0) await this.detector.run(manager);
    });
  }

  /** Before the first deployment there is no decision to ask: the next look finds one. */
  protected override failed(error: unknown): void {
    if (error instanceof Problem && error.kind === 'unavailable') return;
    this.log.error('hot-topics.failed', {}, error);
  }
}
