import {
  missedFrom,
  resumeTerm,
  shiftTerm,
  termOf,
  usedRatio,
  warnInstant,
  isProvisional,
  dayOf,
  type Course,
  type Day,
  type WorkCalendar,
} from '@huiying/working-time';
import type { Deadline, Decided, LimitTerms, Step, StepKind } from './deadline.js';

/** Who acts and when; `by` is a person id, `system`, `complainant` or `clock`. */
export interface Act {
  at: Date;
  by: string;
}

export interface StartLimit {
  id: string;
  subjectNo: string;
  limitId: string;
  n: number;
  caseNo: string | null;
  orgId: string;
  terms: LimitTerms;
  date?: Day;
  /** The cause of the limit: receipt, acceptance, the task. */
  from: Date;
  replaces?: string;
}

export function start(command: StartLimit, act: Act, calendar: WorkCalendar): Decided {
  const { from, replaces, date, ...rest } = command;
  const term = termOf({ ...command.terms, ...(date && { date }) }, from, calendar);
  const deadline: Deadline = {
    ...rest,
    date: date ?? null,
    startedAt: from,
    startsAt: term.startsAt,
    dueAt: term.dueAt,
    previousDueAt: null,
    state: 'running',
    moves: [],
    warnedAt: null,
    missedCount: 0,
    settledAt: null,
    calendarVersion: calendar.version,
    provisional: term.provisional,
    replaces: replaces ?? null,
    nextAt: null,
  };
  return decided(scheduled(deadline, calendar), 'started', act, {
    amount: command.terms.amount,
    unit: command.terms.unit,
    ...(replaces && { replaces }),
  });
}

/** The next step that time itself brings until `now`: warned, then missed; undefined when nothing is due. */
export function fire(deadline: Deadline, now: Date, calendar: WorkCalendar): Decided | undefined {
  if (deadline.state !== 'running' || !deadline.nextAt || deadline.nextAt > now) return undefined;
  const missed = missedFrom(deadline.dueAt);
  if (!deadline.warnedAt && deadline.nextAt < missed) {
    const warned = { ...deadline, warnedAt: deadline.nextAt };
    return decided(scheduled(warned, calendar), 'warned', clockAt(deadline.nextAt), {
      usedPercent: percentUsed(deadline, deadline.nextAt, calendar),
    });
  }
  // Where the model goes on by another path nobody owes anything any more.
  const settledAt = deadline.terms.onMissed === 'path' ? missed : null;
  const missedCount = deadline.missedCount + 1;
  const over: Deadline = { ...deadline, state: 'missed', missedCount, settledAt, nextAt: null };
  return decided(over, 'missed', clockAt(missed), { count: over.missedCount, onMissed: deadline.terms.onMissed });
}

/** Stops the time of a pausable limit; undefined for one that is not running or goes on in any case. */
export function pause(deadline: Deadline, because: string, act: Act): Decided | undefined {
  if (deadline.state !== 'running' || !deadline.terms.pausable) return undefined;
  const paused: Deadline = {
    ...deadline,
    state: 'paused',
    moves: [...deadline.moves, { kind: 'pause', from: act.at, because }],
    nextAt: null,
  };
  return decided(paused, 'paused', act, { because });
}

/** Lets a paused limit run on; its end moves by the units between pause and resumption (R01.2). */
export function resume(deadline: Deadline, act: Act, calendar: WorkCalendar): Decided | undefined {
  const open = deadline.moves.at(-1);
  if (deadline.state !== 'paused' || open?.kind !== 'pause') return undefined;
  const { units, dueAt } = resumeTerm(deadline.terms.unit, deadline.dueAt, open.from, act.at, calendar);
  const resumed = withEnd(
    { ...deadline, state: 'running', moves: [...deadline.moves.slice(0, -1), { ...open, until: act.at }] },
    dueAt,
    calendar,
  );
  return decided(scheduled(resumed, calendar), 'resumed', act, { pausedUnits: Math.round(units) });
}

/** The end that an extension by `units` would give. */
export function extendedEnd(deadline: Deadline, units: number, calendar: WorkCalendar): Date {
  return shiftTerm(deadline.terms.unit, deadline.dueAt, units, calendar);
}

/**
 * The latest end that an extension may reach: the limit's own maximum from its start, pauses added; without one the end of
 * the case's outer limit (R09.7 within R04.13); null where neither exists.
 */
export function latestEnd(deadline: Deadline, outer: Deadline | undefined, calendar: WorkCalendar): Date | null {
  const { maximum, unit } = deadline.terms;
  if (maximum === null) return outer && outer.id !== deadline.id ? outer.dueAt : null;
  const utmost = termOf({ ...deadline.terms, amount: maximum }, deadline.startedAt, calendar).dueAt;
  return shiftTerm(unit, utmost, pausedUnits(deadline, calendar), calendar);
}

/** Moves the end by an approved extension; a missed limit that is owed runs again, its miss stays on record. */
export function extend(deadline: Deadline, units: number, act: Act, calendar: WorkCalendar): Decided | undefined {
  if (!isStanding(deadline)) return undefined;
  const extended = withEnd(
    {
      ...deadline,
      state: deadline.state === 'missed' ? 'running' : deadline.state,
      previousDueAt: deadline.dueAt,
      warnedAt: null,
      moves: insertExtension(deadline, units),
    },
    extendedEnd(deadline, units, calendar),
    calendar,
  );
  return decided(scheduled(extended, calendar), 'extended', act, { extraDays: units });
}

/** Who hears that a limit was met sees by more than a hundred percent that it was done late, be it by a minute. */
const LATE_PERCENT = 101;

/** A limit that was missed and whose matter is still to be done. */
function isOwed({ state, settledAt }: Deadline): boolean {
  return state === 'missed' && settledAt === null;
}

/** Runs, is paused or is owed: a task that carries the limit takes it up. */
export function isStanding(deadline: Deadline): boolean {
  return deadline.state === 'running' || deadline.state === 'paused' || isOwed(deadline);
}

/**
 * Ends a limit as met; undefined when it is over already. What was due before `act.at` must have been fired. What is done after the miss
 * leaves it missed and settles it; what was done in time and is only told now was no miss.
 */
export function meet(deadline: Deadline, act: Act, calendar: WorkCalendar): Decided | undefined {
  if (!isStanding(deadline)) return undefined;
  const usedPercent = percentUsed(deadline, act.at, calendar);
  if (isOwed(deadline) && act.at >= missedFrom(deadline.dueAt))
    return decided({ ...deadline, settledAt: act.at }, 'met', act, {
      usedPercent: Math.max(LATE_PERCENT, usedPercent),
    });
  return decided({ ...deadline, state: 'met', nextAt: null }, 'met', act, { usedPercent });
}

/** Ends a limit that another one takes the place of. */
export function replace(deadline: Deadline, act: Act): Decided | undefined {
  return over(deadline, 'replaced', act);
}

/** Ends a limit with its subject, a missed one that is owed too; nothing is published. */
export function end(deadline: Deadline, act: Act): Decided | undefined {
  if (isOwed(deadline)) return decided({ ...deadline, settledAt: act.at }, 'ended', act, {});
  return over(deadline, 'ended', act);
}

/** Computes the end anew with another calendar; undefined when nothing changes. */
export function recompute(deadline: Deadline, act: Act, calendar: WorkCalendar): Decided | undefined {
  if (deadline.state !== 'running' && deadline.state !== 'paused') return undefined;
  const budget = { ...deadline.terms, ...(deadline.date && { date: deadline.date }) };
  const term = termOf(budget, deadline.startedAt, calendar);
  const dueAt = deadline.moves.reduce((due, move) => {
    if (move.kind === 'extension') return shiftTerm(deadline.terms.unit, due, move.units, calendar);
    return move.until ? resumeTerm(deadline.terms.unit, due, move.from, move.until, calendar).dueAt : due;
  }, term.dueAt);
  const anew = scheduled(withEnd({ ...deadline, startsAt: term.startsAt }, dueAt, calendar), calendar);
  if (same(anew.dueAt, deadline.dueAt) && anew.provisional === deadline.provisional) return undefined;
  return decided(anew, 'recomputed', act, { moved: !same(anew.dueAt, deadline.dueAt) });
}

/**
 * New figures for a running limit, because the case became complex, major or a key customer's (R10.6, R12.4): the end is computed anew
 * from the start. A limit with an agreed date keeps it. Undefined when nothing changes.
 */
export function reterm(deadline: Deadline, terms: LimitTerms, act: Act, calendar: WorkCalendar): Decided | undefined {
  if (deadline.terms.unit === 'date' || terms.unit === 'date') return undefined;
  const { amount, unit, maximum } = deadline.terms;
  if (amount === terms.amount && unit === terms.unit && maximum === terms.maximum) return undefined;
  const decided = recompute({ ...deadline, terms, warnedAt: null }, act, calendar);
  return decided && { ...decided, step: { ...decided.step, detail: { ...decided.step.detail, amount: terms.amount } } };
}

/** The limit as the arithmetic of working-time sees it. */
export function courseOf(deadline: Deadline): Course {
  return {
    unit: deadline.terms.unit,
    startsAt: deadline.startsAt,
    dueAt: deadline.dueAt,
    pauses: deadline.moves.filter((move) => move.kind === 'pause'),
  };
}

function pausedUnits(deadline: Deadline, calendar: WorkCalendar): number {
  return deadline.moves.reduce((sum, move) => {
    if (move.kind !== 'pause' || !move.until) return sum;
    return sum + resumeTerm(deadline.terms.unit, deadline.dueAt, move.from, move.until, calendar).units;
  }, 0);
}

/** An open pause stays the last move, for the resumption to find. */
function insertExtension(deadline: Deadline, units: number): Deadline['moves'] {
  const extension = { kind: 'extension' as const, units };
  const last = deadline.moves.at(-1);
  return deadline.state === 'paused' && last
    ? [...deadline.moves.slice(0, -1), extension, last]
    : [...deadline.moves, extension];
}

function over(deadline: Deadline, state: 'replaced' | 'ended', act: Act): Decided | undefined {
  if (deadline.state !== 'running' && deadline.state !== 'paused') return undefined;
  return decided({ ...deadline, state, nextAt: null }, state, act, {});
}

function withEnd(deadline: Deadline, dueAt: Date, calendar: WorkCalendar): Deadline {
  return {
    ...deadline,
    dueAt,
    calendarVersion: calendar.version,
    provisional: isProvisional(dayOf(deadline.startsAt), dayOf(dueAt), calendar),
  };
}

function scheduled(deadline: Deadline, calendar: WorkCalendar): Deadline {
  if (deadline.state !== 'running') return { ...deadline, nextAt: null };
  const missed = missedFrom(deadline.dueAt);
  if (deadline.warnedAt) return { ...deadline, nextAt: missed };
  const warn = warnInstant(courseOf(deadline), deadline.terms.warnAt, calendar);
  return { ...deadline, nextAt: warn < missed ? warn : missed };
}

function percentUsed(deadline: Deadline, at: Date, calendar: WorkCalendar): number {
  return Math.max(0, Math.round(usedRatio(courseOf(deadline), at, calendar) * 100));
}

function decided(deadline: Deadline, kind: StepKind, act: Act, detail: Step['detail']): Decided {
  const { dueAt, calendarVersion } = deadline;
  return { deadline, step: { kind, at: act.at, by: act.by, dueAt, calendarVersion, detail } };
}

function clockAt(at: Date): Act {
  return { at, by: 'clock' };
}

function same(a: Date, b: Date): boolean {
  return a.getTime() === b.getTime();
}
