import type { DeadlineState } from '@huiying/contracts';
import type { Day } from '@huiying/working-time';

/** The limit that stands for the promised date. It changes by its own route alone, which counts (R07.7). */
export const FEEDBACK_LIMIT = 'R07.6';

export interface DateChange {
  /** Of the promise as it is now. */
  state: DeadlineState;
  /** How often it was changed before. */
  changes: number;
  /** How often it may be changed: parameter `feedbackDateChanges`. */
  allowed: number;
  newDate: Day;
  today: Day;
}

/** Pure: the promise runs (its day has not passed), the new day is not past, and changes are left (R07.7). */
export function mayChange({ state, changes, allowed, newDate, today }: DateChange): boolean {
  return (state === 'running' || state === 'paused') && changes < allowed && newDate >= today;
}
