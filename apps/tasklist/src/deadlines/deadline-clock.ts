import { Injectable } from '@nestjs/common';
import { isPassing } from '@huiying/events';
import { Clock, Logger, RegularLook } from '@huiying/platform';
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
export class DeadlineClock extends RegularLook {
  private failures = 0;
  private inHand: string | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
    log: Logger,
  ) {
    super(log, 'deadline-clock', LOOK_MS);
  }

  /** Fires everything that is due now; answers how many steps that were. */
  async look(): Promise<number> {
    let fired = 0;
    while (!this.isStopping && (await this.step())) {
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
      return leader?.leads ? this.deadlines.tick(manager, now, (id) => (this.inHand = id)) : false;
    });
  }

  /** One limit that fails for good must not stop the clock for all others; a person is told. */
  protected override async failed(error: unknown): Promise<void> {
    if (isPassing(error) || ++this.failures < TRIES) return super.failed(error);
    this.failures = 0;
    const [limit] = await this.database.query<{ id: string; limit_id: string; subject_no: string }[]>(
      `with aside as (
         update deadline set next_at = $1::timestamptz + interval '1 hour' where id = $2 and next_at <= $1
         returning id, limit_id, subject_no
       ) select * from aside`,
      [this.clock.now(), this.inHand],
    );
    if (!limit) return; // another process has set it aside
    const fields = { deadlineId: limit.id, limitId: limit.limit_id, subjectNo: limit.subject_no };
    this.log.error('deadline-clock.set-aside', fields, error);
  }
}
