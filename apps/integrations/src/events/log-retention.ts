import { Injectable } from '@nestjs/common';
import { InjectDatabase } from '@huiying/persistence';
import { Config, Logger, RegularLook } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { INTEGRATIONS } from '../schema.js';

const EVERY_MS = 3_600_000;
const AT_ONCE = 10_000;

/** Drops what is older than EVENT_LOG_DAYS and moves the horizon with it, so that a reader behind it is told (410). */
@Injectable()
export class LogRetention extends RegularLook {
  constructor(
    @InjectDatabase(INTEGRATIONS) private readonly database: DataSource,
    private readonly config: Config,
    log: Logger,
  ) {
    super(log, 'log-retention', EVERY_MS);
  }

  async look(): Promise<void> {
    while ((await this.prune()) === AT_ONCE && !this.isStopping);
  }

  /** One batch, oldest first; answers how many were dropped. The age is the database's, which no controlled clock moves. */
  async prune(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const [dropped] = await manager.query<[{ position: string }[], number]>(
        `delete from events.event_log where position in (
           select position from events.event_log where appended_at < clock_timestamp() - make_interval(days => $1) order by position limit $2)
         returning position`,
        [this.config.eventLogDays, AT_ONCE],
      );
      const last = dropped.map(({ position }) => BigInt(position)).reduce((a, b) => (a > b ? a : b), 0n);
      if (dropped.length > 0)
        await manager.query(`update events.log_horizon set position = greatest(position, $1)`, [String(last)]);
      return dropped.length;
    });
  }
}
