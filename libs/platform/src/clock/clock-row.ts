import type { ClockSetting } from '../clock.js';

/** Channel on which the owner announces a new setting; the payload is its epoch. */
export const CLOCK_CHANNEL = 'huiying_clock';
/** A follower that was not heard of for so long counts as gone, so a killed process never blocks a move of the clock. */
export const FOLLOWER_ALIVE_MS = 5_000;

/** The single row of clock.clock_state as the driver gives it (bigint as text). */
export interface ClockRow {
  epoch: string;
  offset_ms: string;
  pinned_at_ms: string | null;
}

/** Epoch of the row while nobody has moved the clock (migration). */
export const FIRST_EPOCH = 1;

export const SELECT_CLOCK = 'SELECT epoch, offset_ms, pinned_at_ms FROM clock.clock_state';

export function settingOf(row: ClockRow): ClockSetting {
  return { offsetMs: Number(row.offset_ms), pinnedAt: row.pinned_at_ms === null ? null : Number(row.pinned_at_ms) };
}
