import { type DateChange, mayChange } from './feedback-date.decider.js';

const change: DateChange = {
  state: 'running',
  changes: 0,
  allowed: 2,
  newDate: '2026-03-09',
  today: '2026-03-05',
};

describe('another promised date', () => {
  it('R07.7 may change twice, not a third time', () => {
    expect([0, 1, 2, 3].map((changes) => mayChange({ ...change, changes }))).toEqual([true, true, false, false]);
  });

  it('R07.7 may not change once its day has passed, or was met', () => {
    for (const state of ['missed', 'met', 'ended', 'replaced'] as const) {
      expect(mayChange({ ...change, state })).toBe(false);
    }
    expect(mayChange({ ...change, state: 'paused' })).toBe(true);
  });

  it('R07.7 takes no day that is past', () => {
    expect(mayChange({ ...change, newDate: '2026-03-05' })).toBe(true);
    expect(mayChange({ ...change, newDate: '2026-03-04' })).toBe(false);
  });
});
