import type { DeadlineState, LimitUnit } from '@huiying/contracts';
import type { Day, WarnAt } from '@huiying/working-time';

/** What a row of decision `deadlines` fixes for one limit; frozen when the limit starts, so running cases keep their figures (R03.2). */
export interface LimitTerms {
  unit: LimitUnit;
  /** In the unit, after the key customer's factor; 0 for same-day and date. */
  amount: number;
  countsStartDay: boolean;
  warnAt: WarnAt;
  pausable: boolean;
  /** Most units from the start that an extension may reach; null: the case's outer limit is the most. */
  maximum: number | null;
  /** What meets it: `task`, or event types. */
  metBy: readonly string[];
  /** path: the model catches `deadline-reached`; escalate: the clock starts overdue-escalation. */
  onMissed: 'path' | 'escalate';
}

/** What moved the end of a limit since its start, in order; replayed when a calendar changes. */
export type Move = { kind: 'pause'; from: Date; until?: Date; because: string } | { kind: 'extension'; units: number };

/** One time limit of one subject; `n` keeps several of one limit apart. */
export interface Deadline {
  id: string;
  subjectNo: string;
  limitId: string;
  n: number;
  caseNo: string | null;
  orgId: string;
  terms: LimitTerms;
  /** Day of a limit of unit date. */
  date: Day | null;
  /** The cause; day 0 lies here unless office hours move the beginning to `startsAt`. */
  startedAt: Date;
  startsAt: Date;
  /** Last second in time. */
  dueAt: Date;
  previousDueAt: Date | null;
  state: DeadlineState;
  moves: Move[];
  warnedAt: Date | null;
  /** How often this limit was missed; an extension after a miss lets it run again. */
  missedCount: number;
  /**
   * When what a missed limit asks for was done after all, ended with its subject, or went its other path; null while it is still owed,
   * and for a limit that was not missed.
   */
  settledAt: Date | null;
  calendarVersion: string;
  provisional: boolean;
  replaces: string | null;
  /** When the clock has to look at it next; null while it stands still or is over. */
  nextAt: Date | null;
}

export type StepKind =
  'started' | 'warned' | 'paused' | 'resumed' | 'extended' | 'replaced' | 'recomputed' | 'met' | 'missed' | 'ended';

/** One kept step; `detail` holds codes and figures alone. */
export interface Step {
  kind: StepKind;
  at: Date;
  by: string;
  dueAt: Date;
  calendarVersion: string;
  detail: Record<string, string | number | boolean>;
}

/** What a decision about a limit yields: its new state and the step that led there. */
export interface Decided {
  deadline: Deadline;
  step: Step;
}
