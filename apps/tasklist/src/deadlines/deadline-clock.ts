import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Logger, Problem } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { Deadlines } from './deadlines.service.js';

/** How often the clock looks, on the machine's time: a moved clock is noticed within this, and so is a new limit. */
const LOOK_MS = 250;
/** Only one process at a time fires, so that everything comes in the order in which it was due. */
const LEADER = `hashtextextended('huiying:tasklist:deadline-clock', 0)`;

/** A limit that cannot be fired for another reason than a passing one is tried so often, then set aside for an hour. */
const TRIES = 3;

/**
 * Fires what time brings. A jump of the clock by a month fires everything of that month in due order, each once: every step is a
 * transaction of its own that takes the earliest limit first.
 */
@Injectable()
export class DeadlineClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;
  private failures = 0;

  constructor(
    private readonly database: DataSource,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Fires everything that is due now; answers how many steps that were. */
  async fireDue(): Promise<number> {
    let fired = 0;
    while (!this.stopped && (await this.step())) {
      fired++;
      this.failures = 0;
    }
    return fired;
  }

  private step(): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const now = this.clock.now();
      const [due] = await manager.query<{ due: boolean }[]>(
        'select exists (select 1 from deadline where next_at <= $1) as due',
        [now],
      );
      if (!due?.due) return false;
      const [leader] = await manager.query<{ leads: boolean }[]>(
        `select pg_try_advisory_xact_lock(${LEADER}) as leads`,
      );
      return leader?.leads ? this.deadlines.tick(manager, now) : false;
    });
  }

  /** One limit that fails for good must not stop the clock for all others; a person is told. */
  private async postpone(error: unknown): Promise<void> {
    const passing = error instanceof Problem && error.kind === 'unavailable';
    if (passing || ++this.failures < TRIES) {
      this.log.warn('deadline-clock.postponed', {}, error);
      return;
    }
    this.failures = 0;
    const [limit] = await this.database.query<{ id: string; limit_id: string; subject_no: string }[]>(
      `with aside as (
         update deadline set next_at = $1::timestamptz + interval '1 hour' where id =
           (select id from deadline where next_at <= $1 order by next_at, started_at, id limit 1)
         returning id, limit_id, subject_no
       ) select * from aside`,
      [this.clock.now()],
    );
    const fields = { deadlineId: limit?.id, limitId: limit?.limit_id, subjectNo: limit?.subject_no };
    this.log.error('deadline-clock.set-aside', fields, error);
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.fireDue().then(
        () => this.schedule(),
        async (error: unknown) => {
          await this.postpone(error).catch(() => undefined); // the database is away: the next round tries again
          this.schedule();
        },
      );
    }, LOOK_MS);
    this.timer.unref();
  }
}
