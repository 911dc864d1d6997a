import type { CaseState } from '@huiying/contracts';

/** What makes a case move. `own`: intake does it itself, in the transaction of the job or request. */
export interface CaseMove {
  /** `before-review`: back to the state in which the review found the case (review.decided). */
  to: CaseState | 'before-review';
  own: boolean;
  /** Round of a dispatch, from 1; tells a late first dispatch from a redo. */
  round?: number;
}

export interface CaseProgress {
  state: CaseState;
  stateBeforeReview: CaseState | null;
  /** Last round of handling that is known, 0 before the first dispatch. */
  round: number;
}

export type MoveOutcome =
  | { moved: true; progress: CaseProgress }
  /** `unlisted` is kept out, logged as ERROR and shown to operators; `same` and `late` are no faults. */
  | { moved: false; because: 'same' | 'late' | 'unlisted' };

/** The transitions of processes.md §2; withdrawal is open to every open state and stands apart. */
const LISTED: Record<CaseState, readonly CaseState[]> = {
  registered: ['supplementing', 'not-accepted', 'accepted'],
  supplementing: ['registered', 'not-accepted'],
  'not-accepted': ['registered'],
  accepted: ['following-master', 'dispatched'],
  // Freed from its master it is accepted and waits for its own dispatch.
  'following-master': ['accepted', 'dispatched', 'awaiting-answer'],
  dispatched: ['investigating', 'mediating', 'decided', 'rectifying', 'awaiting-answer'],
  investigating: ['mediating', 'decided', 'rectifying', 'awaiting-answer'],
  mediating: ['decided', 'rectifying', 'awaiting-answer'],
  decided: ['rectifying', 'awaiting-answer'],
  rectifying: ['decided', 'awaiting-answer'],
  'awaiting-answer': ['reviewing', 'dispatched', 'archived'],
  reviewing: [],
  archived: ['reviewing', 'accepted'],
  withdrawn: [],
};

/** Order of the steps of one round; what comes before the state it meets is late. */
const STEPS: readonly CaseState[] = [
  'registered',
  'supplementing',
  'not-accepted',
  'accepted',
  'following-master',
  'dispatched',
  'investigating',
  'mediating',
  'decided',
  'rectifying',
  'awaiting-answer',
  'reviewing',
  'archived',
  'withdrawn',
];

const CLOSED: readonly CaseState[] = ['not-accepted', 'archived', 'withdrawn'];

export const isOpen = (state: CaseState): boolean => !CLOSED.includes(state);

const step = (state: CaseState): number => STEPS.indexOf(state);

/** One move of the case state machine (processes.md §2); pure. */
export function decideMove(now: CaseProgress, move: CaseMove): MoveOutcome {
  if (move.to === 'before-review') return backFromReview(now);
  if (move.to === now.state) return { moved: false, because: 'same' };
  if (isLateDispatch(now, move)) return { moved: false, because: 'late' };
  if (LISTED[now.state].includes(move.to) || mayJump(now.state, move.to, move.own)) {
    return { moved: true, progress: moved(now, move.to, move.round) };
  }
  return { moved: false, because: isLate(now.state, move) ? 'late' : 'unlisted' };
}

function backFromReview(now: CaseProgress): MoveOutcome {
  if (now.state !== 'reviewing') return { moved: false, because: 'late' };
  const state = now.stateBeforeReview ?? 'awaiting-answer';
  return { moved: true, progress: { ...now, state, stateBeforeReview: null } };
}

/** A dispatch of a round that the case has left behind; a child that only followed its master has not been dispatched. */
function isLateDispatch(now: CaseProgress, move: CaseMove): boolean {
  if (move.round === undefined || step(now.state) <= step('following-master')) return false;
  return move.round <= now.round;
}

/** Intake's own acts overtake the events of others; withdrawal ends every open state. */
function mayJump(from: CaseState, to: CaseState, own: boolean): boolean {
  if (!isOpen(from)) return false;
  if (to === 'withdrawn') return true;
  if (from === 'reviewing') return own && (to === 'accepted' || to === 'archived' || to === 'awaiting-answer');
  return own && step(to) > step(from);
}

function isLate(state: CaseState, move: CaseMove): boolean {
  if (move.own || move.to === 'before-review') return false;
  if (state === 'not-accepted') return move.to === 'rectifying'; // a measure of a case not accepted moves no state
  return step(move.to) < step(state);
}

function moved(now: CaseProgress, to: CaseState, round: number | undefined): CaseProgress {
  const overtaken = to === 'awaiting-answer' && now.state === 'accepted' ? now.round + 1 : now.round;
  return {
    state: to,
    stateBeforeReview: to === 'reviewing' ? now.state : null,
    round: Math.max(overtaken, round ?? 0),
  };
}
