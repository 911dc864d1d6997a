const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Waiting time before each try after the first (events.md §6); after the last the delivery is dead. */
const PAUSES = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, DAY];
/** A subscription without success for so long is switched off; enabling it resumes at its place in the log. */
export const SILENT_FOR_MS = 5 * DAY;

/** What a receiver answered; status null where nobody did within the time. */
export interface Outcome {
  status: number | null;
  /** Header Retry-After in seconds. */
  retryAfterSeconds?: number;
}

export type Next = { state: 'sent' } | { state: 'waiting'; inMs: number } | { state: 'dead' } | { state: 'gone' };

/**
 * What becomes of a delivery after a try.
 * @param attempt tries made with this one, from 1
 * @param jitter from -1 to 1: moves the pause by up to 10 %, so that many do not come back at once
 */
export function afterTry(outcome: Outcome, attempt: number, jitter: number): Next {
  const { status, retryAfterSeconds = 0 } = outcome;
  if (status !== null && status >= 200 && status < 300) return { state: 'sent' };
  if (status === 410) return { state: 'gone' };
  const pause = PAUSES[attempt - 1];
  if (pause === undefined) return { state: 'dead' };
  const asked = Math.min(retryAfterSeconds * SECOND, DAY);
  return { state: 'waiting', inMs: Math.max(Math.round(pause * (1 + jitter * 0.1)), asked) };
}
