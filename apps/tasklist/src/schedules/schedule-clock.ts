import { Injectable } from '@nestjs/common';
import { Clock, Logger, Problem, RegularLook } from '@huiying/platform';
import { Schedules } from './schedules.service.js';

/** How often the clock looks, on the machine's time: a moved clock is noticed within this. */
const LOOK_MS = 500;
/** Looks after which decision and directory are read again although nothing is due: a new store is seen within half a minute. */
const LOOKS_BETWEEN_READS = 60;

/** Starts what comes round when its day has come; see {@link Schedules}. */
@Injectable()
export class ScheduleClock extends RegularLook {
  private looks = 0;
  private nextAt: Date | undefined;

  constructor(
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    log: Logger,
  ) {
    super(log, 'schedules', LOOK_MS);
  }

  /** Starts everything that is due now, day by day. */
  async fireDue(): Promise<void> {
    do {
      this.nextAt = await this.schedules.startDue();
    } while (!this.isStopping && this.nextAt !== undefined && this.nextAt <= this.clock.now());
    this.looks = 0;
  }

  async look(): Promise<void> {
    const quiet = this.nextAt !== undefined && this.nextAt > this.clock.now() && ++this.looks < LOOKS_BETWEEN_READS;
    if (!quiet) await this.fireDue();
  }

  /** A row that cannot be followed stops all schedules, so a person is told; once per read, not with every look. */
  protected override failed(error: unknown): void {
    this.nextAt = undefined;
    if (error instanceof Problem && error.kind === 'unavailable') return;
    if (this.looks++ % LOOKS_BETWEEN_READS === 0) this.log.error('schedules.stopped', {}, error);
  }
}
