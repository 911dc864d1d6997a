import { Backoff } from './backoff.js';
import { waves } from './waves.js';

describe('Backoff', () => {
  it('doubles from the first wait to the longest, per key, and forgets a key that passed', () => {
    let now = 0;
    const backoff = new Backoff(1_000, 30_000, () => now);
    expect([1, 2, 3, 4, 5, 6, 7].map(() => backoff.failed('A'))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect(backoff.failed('B')).toBe(1_000);
    expect(backoff.waiting()).toEqual(['A', 'B']);
    expect(backoff.nextInMs()).toBe(1_000);
    now = 1_000;
    expect(backoff.waiting()).toEqual(['A']);
    backoff.passed('A');
    expect(backoff.waiting()).toEqual([]);
    expect(backoff.nextInMs()).toBeUndefined();
    expect(backoff.failed('A')).toBe(1_000);
  });
});

describe('waves', () => {
  it('have one row of a key each, in order', () => {
    const rows = ['A1', 'A2', 'B1', 'A3', 'C1', 'B2'].map((id) => ({ id, partitionKey: id.charAt(0) }));
    expect(waves(rows).map((wave) => wave.map(({ id }) => id))).toEqual([['A1', 'B1', 'C1'], ['A2', 'B2'], ['A3']]);
  });
});
