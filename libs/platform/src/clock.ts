import { Injectable } from '@nestjs/common';

/**
 * The machine's time in ms since 1970. Only for what must run on the machine's clock whatever the controlled clock says: token
 * times, volume limits, heartbeats (architecture.md §4). Everything of the business takes a {@link Clock}.
 */
export function machineTime(): number {
  return Date.now();
}

/** Where the time of this shape stands against the machine's: real time goes on under an offset, a pinned clock stands still. */
export interface ClockSetting {
  /** Added to the machine's time, in ms. */
  offsetMs: number;
  /** Epoch ms at which the clock stands still; null = it runs. */
  pinnedAt: number | null;
}

/** The time of the business: the machine's time under the offset that {@link ClockFollower} keeps in step with the engine's clock. */
@Injectable()
export class Clock {
  private setting: ClockSetting = { offsetMs: 0, pinnedAt: null };

  now(): Date {
    return new Date(this.setting.pinnedAt ?? Date.now() + this.setting.offsetMs);
  }

  /** For the follower alone: everything else only reads. */
  follow(setting: ClockSetting): void {
    this.setting = setting;
  }
}
