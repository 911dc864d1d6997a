import { addDuration, nextDueDate, parseDate, scheduleOf } from './timer-values.js';

const at = (iso: string) => Date.parse(iso);
const NOW = at('2026-01-31T10:00:00Z');

describe('durations', () => {
  it.each([
    ['PT10M', '2026-01-31T10:10:00Z'],
    ['P1DT1H', '2026-02-01T11:00:00Z'],
    ['P2W', '2026-02-14T10:00:00Z'],
    ['PT1.5S', '2026-01-31T10:00:01.500Z'],
    ['-PT1H', '2026-01-31T09:00:00Z'],
    ['PT-1H', '2026-01-31T09:00:00Z'],
    ['PT0S', '2026-01-31T10:00:00Z'],
    ['P1M', '2026-02-28T10:00:00Z'],
    ['P1Y1M', '2027-02-28T10:00:00Z'],
  ])('adds %s', (duration, expected) => {
    expect(new Date(addDuration(NOW, duration)!).toISOString()).toBe(new Date(expected).toISOString());
  });

  it.each(['', 'P', 'PT', 'one hour', '1H', 'P1H', 'PT1D'])('knows that %p is none', (text) => {
    expect(addDuration(NOW, text)).toBeUndefined();
  });
});

describe('dates', () => {
  it.each([
    ['2026-03-01T08:00:00+08:00', '2026-03-01T00:00:00Z'],
    ['2026-03-01T08:00:00Z', '2026-03-01T08:00:00Z'],
    ['2026-03-01T08:00Z', '2026-03-01T08:00:00Z'],
    ['2026-03-01T08:00:00+08:00[Asia/Shanghai]', '2026-03-01T00:00:00Z'],
  ])('reads %s', (text, expected) => {
    expect(parseDate(text)).toBe(at(expected));
  });

  it.each(['tomorrow', '2026-03-01', '2026-13-01T00:00:00Z'])('knows that %s is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('cycles', () => {
  it('fire a number of times, the first after one interval', () => {
    expect(scheduleOf('CYCLE', 'R3/PT1H', NOW)).toEqual({ dueDate: NOW + 3_600_000, repetitions: 3, interval: 'PT1H' });
  });

  it('fire without end, or from a given start', () => {
    expect(scheduleOf('CYCLE', 'R/P1D', NOW)?.repetitions).toBe(-1);
    expect(scheduleOf('CYCLE', 'R2/2026-05-01T00:00:00Z/P1D', NOW)?.dueDate).toBe(at('2026-05-01T00:00:00Z'));
  });

  it('may be cron expressions', () => {
    const schedule = scheduleOf('CYCLE', '0 30 9 * * MON-FRI', NOW);
    expect(schedule).toEqual({ dueDate: at('2026-02-02T09:30:00Z'), repetitions: -1, interval: '0 30 9 * * MON-FRI' });
    expect(nextDueDate('0 30 9 * * MON-FRI', at('2026-02-06T09:30:00Z'))).toBe(at('2026-02-09T09:30:00Z'));
  });

  it('count on from when they were due', () => {
    expect(nextDueDate('P1M', at('2026-03-15T00:00:00Z'))).toBe(at('2026-04-15T00:00:00Z'));
  });

  it.each(['every day', 'R3', 'R3/', 'R3/1H', '* * * * *'])('knows that %s is none', (text) => {
    expect(scheduleOf('CYCLE', text, NOW)).toBeUndefined();
  });
});
