import type { CaseState } from '@huiying/contracts';
import { decideMove, type CaseMove, type CaseProgress } from './case-state.decider.js';

const at = (state: CaseState, more: Partial<CaseProgress> = {}): CaseProgress => ({
  state,
  stateBeforeReview: null,
  round: 1,
  ...more,
});
const go = (from: CaseProgress, move: CaseMove) => {
  const outcome = decideMove(from, move);
  return outcome.moved ? outcome.progress.state : outcome.because;
};
const other = (to: CaseMove['to'], round?: number): CaseMove => ({ to, own: false, ...(round ? { round } : {}) });
const own = (to: CaseMove['to']): CaseMove => ({ to, own: true });

describe('case states (processes.md §2)', () => {
  it('R01.2: asks for a supplement, takes it and starts again', () => {
    expect(go(at('registered'), own('supplementing'))).toBe('supplementing');
    expect(go(at('supplementing'), own('registered'))).toBe('registered');
    expect(go(at('supplementing'), own('not-accepted'))).toBe('not-accepted');
    expect(go(at('not-accepted'), own('registered'))).toBe('registered');
  });

  it('R01.3: accepts and dispatches', () => {
    expect(go(at('registered'), own('accepted'))).toBe('accepted');
    expect(go(at('accepted', { round: 0 }), other('dispatched', 1))).toBe('dispatched');
    expect(go(at('dispatched'), other('investigating'))).toBe('investigating');
    expect(go(at('rectifying'), other('decided'))).toBe('decided');
  });

  it('R10.5: a child that is freed from its master is accepted, and dispatched by itself', () => {
    expect(go(at('following-master', { round: 0 }), own('accepted'))).toBe('accepted');
  });

  it('takes the same state again as no move', () => {
    expect(go(at('rectifying'), other('rectifying'))).toBe('same');
  });

  it('lets an earlier step of the same round come late', () => {
    expect(go(at('decided'), other('investigating'))).toBe('late');
    expect(go(at('archived'), other('rectifying'))).toBe('late');
    expect(go(at('withdrawn'), other('decided'))).toBe('late');
  });

  it('keeps an unlisted move out', () => {
    expect(go(at('registered'), other('decided'))).toBe('unlisted');
    expect(go(at('not-accepted'), other('dispatched', 1))).toBe('unlisted');
    expect(go(at('archived'), own('not-accepted'))).toBe('unlisted');
  });

  it('R13.3: a measure of a case not accepted moves no state', () => {
    expect(go(at('not-accepted'), other('rectifying'))).toBe('late');
  });

  it('R04.11: telling the result overtakes the events of others', () => {
    expect(go(at('investigating'), own('awaiting-answer'))).toBe('awaiting-answer');
  });

  it('tells a redo from the first dispatch that comes late', () => {
    const answered = decideMove(at('accepted', { round: 0 }), own('awaiting-answer'));
    expect(answered).toMatchObject({ moved: true, progress: { state: 'awaiting-answer', round: 1 } });
    expect(go(at('awaiting-answer', { round: 1 }), other('dispatched', 1))).toBe('late');
    expect(go(at('awaiting-answer', { round: 1 }), other('dispatched', 2))).toBe('dispatched');
  });

  it('R10.6: a child that followed its master is dispatched for the first time', () => {
    expect(go(at('following-master', { round: 0 }), other('dispatched', 1))).toBe('dispatched');
  });

  it('R04.12: a review returns to the state it found', () => {
    const reviewing = decideMove(at('awaiting-answer'), other('reviewing'));
    expect(reviewing).toMatchObject({ progress: { state: 'reviewing', stateBeforeReview: 'awaiting-answer' } });
    expect(go(at('reviewing', { stateBeforeReview: 'archived' }), other('before-review'))).toBe('archived');
    expect(go(at('accepted'), other('before-review'))).toBe('late');
  });

  it('R01.7: a review that succeeds after archiving reopens the case', () => {
    expect(go(at('archived'), own('accepted'))).toBe('accepted');
    expect(go(at('reviewing', { stateBeforeReview: 'archived' }), own('accepted'))).toBe('accepted');
  });

  it('withdraws every open state and no other', () => {
    expect(go(at('registered'), own('withdrawn'))).toBe('withdrawn');
    expect(go(at('reviewing'), own('withdrawn'))).toBe('withdrawn');
    expect(go(at('archived'), own('withdrawn'))).toBe('unlisted');
  });
});
