import { before, monthsOf, periodOf } from './period.js';
import { shown } from './small-numbers.js';

it.each([
  ['2026', '2026-01-01', '2026-12-31', '2025'],
  ['2026-Q1', '2026-01-01', '2026-03-31', '2025-Q4'],
  ['2026-Q3', '2026-07-01', '2026-09-30', '2026-Q2'],
  ['2026-02', '2026-02-01', '2026-02-28', '2026-01'],
  ['2028-02', '2028-02-01', '2028-02-29', '2028-01'],
  ['2026-01', '2026-01-01', '2026-01-31', '2025-12'],
  ['2026-03-01', '2026-03-01', '2026-03-01', '2026-02-28'],
])('R13.8 %s is from %s to %s, after %s', (name, from, until, earlier) => {
  const period = periodOf(name);
  expect(period).toEqual({ name, from, until });
  expect(before(period).name).toBe(earlier);
});

it.each(['', '2026-13', '2026-Q5', '2026-02-30', '26-03', '2026-3'])('R13.8 %j is no period', (name) => {
  expect(() => periodOf(name)).toThrow('unknown-period');
});

it('R07.11 a year has twelve months', () => {
  expect(monthsOf('2026')).toHaveLength(12);
  expect(monthsOf('2026')[11]).toBe('2026-12');
});

it.each([
  [0, { count: 0 }],
  [1, { fewerThan: 5 }],
  [4, { fewerThan: 5 }],
  [5, { count: 5 }],
])('%d is shown as %j where a person could be recognised', (count, value) => expect(shown(count, 5)).toEqual(value));
