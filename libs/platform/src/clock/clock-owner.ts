import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Clock, type ClockSetting, machineTime } from '../clock.js';
import { Problem } from '../problem/problem.js';
import { CLOCK_CHANNEL, type ClockRow, FIRST_EPOCH, FOLLOWER_ALIVE_MS, SELECT_CLOCK, settingOf } from './clock-row.js';

export interface ClockOwnerOptions {
  /** Latest business time (epoch ms) that kept data carry: the clock never goes back behind it. Without it any time may be set. */
  latestKept?: () => Promise<number | undefined>;
  /** Where a clock that nobody moved yet stands from the beginning, in epoch ms: before anything is kept. */
  startsAt?: number | null;
}

/**
 * Moves the time of the whole shape; apps/engine alone uses it (architecture.md §4). `add`, `pin` and `reset` resolve once every
 * live follower works with the new time, so whoever asked may rely on it. Throws Problem `clock-back` (409) rather than let the clock
 * go back behind kept data.
 */
export class ClockOwner {
  private readonly clock = new Clock();

  private constructor(
    private readonly database: DataSource,
    private readonly options: ClockOwnerOptions,
  ) {}

  static async open(database: DataSource, options: ClockOwnerOptions = {}): Promise<ClockOwner> {
    const owner = new ClockOwner(database, options);
    const [row] = await database.query<ClockRow[]>(SELECT_CLOCK);
    if (!row) throw new Error('clock.clock_state has no row');
    owner.clock.follow(settingOf(row));
    const untouched = Number(row.epoch) === FIRST_EPOCH;
    if (untouched && options.startsAt != null) await owner.pin(options.startsAt);
    return owner;
  }

  now(): Date {
    return this.clock.now();
  }

  /** Shifts the clock; a pinned one stays pinned, later. */
  add(offsetMilli: number): Promise<Date> {
    return this.move((setting) =>
      setting.pinnedAt === null
        ? { ...setting, offsetMs: setting.offsetMs + offsetMilli }
        : { ...setting, pinnedAt: setting.pinnedAt + offsetMilli },
    );
  }

  /** Stops the clock at a moment. */
  pin(epochMilli: number): Promise<Date> {
    return this.move((setting) => ({ ...setting, pinnedAt: epochMilli }));
  }

  /** Back to the machine's time. */
  reset(): Promise<Date> {
    return this.move(() => ({ offsetMs: 0, pinnedAt: null }));
  }

  private async move(next: (setting: ClockSetting) => ClockSetting): Promise<Date> {
    const moved = await this.database.transaction(async (manager) => {
      const [row] = await manager.query<ClockRow[]>(`${SELECT_CLOCK} FOR UPDATE`);
      if (!row) throw new Error('clock.clock_state has no row');
      const setting = next(settingOf(row));
      await this.refuseToGoBack(setting);
      const epoch = Number(row.epoch) + 1;
      await manager.query('UPDATE clock.clock_state SET epoch = $1, offset_ms = $2, pinned_at_ms = $3', [
        epoch,
        setting.offsetMs,
        setting.pinnedAt,
      ]);
      await manager.query('SELECT pg_notify($1, $2)', [CLOCK_CHANNEL, String(epoch)]);
      return { epoch, setting };
    });
    this.clock.follow(moved.setting);
    await this.everyFollowerHas(moved.epoch);
    return this.now();
  }

  private async refuseToGoBack(setting: ClockSetting): Promise<void> {
    const latest = await this.options.latestKept?.();
    const target = setting.pinnedAt ?? machineTime() + setting.offsetMs;
    if (latest !== undefined && target < latest) throw new Problem('clock-back', 'conflict');
  }

  private async everyFollowerHas(epoch: number): Promise<void> {
    const late = `SELECT count(*)::int AS late FROM clock.clock_follower
      WHERE epoch < $1 AND seen_at > clock_timestamp() - $2 * interval '1 millisecond'`;
    for (;;) {
      const [row] = await this.database.query<{ late: number }[]>(late, [epoch, FOLLOWER_ALIVE_MS]);
      if (!row?.late) return;
      await sleep(10);
    }
  }
}
