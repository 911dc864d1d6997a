import { calendarOf, calendarSeed } from '@huiying/working-time';
import { nextAfter, type Recurrence } from './recurrence.js';

const calendar = calendarOf('test', calendarSeed(2026));
const next = (recurrence: Recurrence, after: string) => nextAfter(recurrence, after, calendar);
/** Every begin from one day up to and with another. */
const begins = (recurrence: Recurrence, after: string, until: string) => {
  const days: string[] = [];
  for (let found = next(recurrence, after); found.startsOn <= until; found = next(recurrence, found.startsOn))
    days.push(found.startsOn);
  return days;
};

describe('first working week', () => {
  const firstWeek = { kind: 'first-week', minimum: 3 } as const;

  it("R09.8 October 2026: September's report is due Sat 10 Oct (8, 9, 10 are worked)", () => {
    expect(next(firstWeek, '2026-09-30')).toEqual({
      period: '2026-09',
      startsOn: '2026-10-08',
      dueOn: '2026-10-10',
      from: '2026-09-01',
      until: '2026-09-30',
    });
  });

  it('R09.8 January 2026: due Fri 9 Jan, for Sun 4 Jan alone is no week', () => {
    expect(next(firstWeek, '2025-12-31')).toMatchObject({
      period: '2025-12',
      startsOn: '2026-01-05',
      dueOn: '2026-01-09',
    });
  });

  it('R09.8 the parameter: one working day makes a week, then January is due on Sun 4 Jan', () => {
    expect(next({ kind: 'first-week', minimum: 1 }, '2025-12-31')).toMatchObject({ dueOn: '2026-01-04' });
  });

  it('R09.8 a week that begins in the month before counts its days of the month alone', () => {
    // 1 April 2026 is a Wednesday; 4–6 April are off: Wed, Thu, Fri are three working days.
    expect(next(firstWeek, '2026-03-31')).toMatchObject({ startsOn: '2026-04-01', dueOn: '2026-04-03' });
    expect(next({ kind: 'first-week', minimum: 4 }, '2026-03-31')).toMatchObject({ dueOn: '2026-04-10' });
  });

  it('R09.8 begun once a month, and no month is left out', () => {
    expect(begins(firstWeek, '2025-12-31', '2026-12-31')).toHaveLength(12);
  });
});

describe('daily', () => {
  it('R07.8 every calendar day: Sun 1 Mar, Mon 2 Mar and Thu 1 Oct 2026', () => {
    for (const [before, day] of [
      ['2026-02-28', '2026-03-01'],
      ['2026-03-01', '2026-03-02'],
      ['2026-09-30', '2026-10-01'],
    ] as const)
      expect(next({ kind: 'daily' }, before)).toEqual({
        period: day,
        startsOn: day,
        dueOn: day,
        from: day,
        until: day,
      });
    expect(begins({ kind: 'daily' }, '2025-12-31', '2026-12-31')).toHaveLength(365);
  });
});

describe('end of months', () => {
  it('R07.9 R12.5 the last day of each month, leap years too', () => {
    expect(next({ kind: 'month-end', every: 1 }, '2026-03-30')).toEqual({
      period: '2026-03',
      startsOn: '2026-03-31',
      dueOn: '2026-03-31',
      from: '2026-03-01',
      until: '2026-03-31',
    });
    expect(next({ kind: 'month-end', every: 1 }, '2026-03-31').startsOn).toBe('2026-04-30');
    expect(next({ kind: 'month-end', every: 1 }, '2028-02-01').startsOn).toBe('2028-02-29');
  });

  it('R02.2 every three months: the quarters', () => {
    const quarterly = { kind: 'month-end', every: 3 } as const;
    expect(begins(quarterly, '2025-12-31', '2026-12-31')).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
    expect(next(quarterly, '2026-03-31')).toMatchObject({ period: '2026-Q2', from: '2026-04-01', until: '2026-06-30' });
  });

  it('R07.11 31 December: every twelve months, about the year', () => {
    expect(next({ kind: 'month-end', every: 12 }, '2026-01-01')).toMatchObject({
      period: '2026',
      startsOn: '2026-12-31',
      from: '2026-01-01',
    });
  });

  it('R02.2 any other number of months names its first and last', () => {
    expect(next({ kind: 'month-end', every: 2 }, '2026-01-01').period).toBe('2026-01.2026-02');
  });
});

describe('months from a first day', () => {
  const training = { kind: 'months', every: 6, firstOn: '2026-01-01' } as const;

  it('R03.6 R06.3 last course 1 Jan 2026, every 6 months: 1 Jul 2026', () => {
    expect(next(training, '2026-01-01')).toMatchObject({ period: '2026-07-01', startsOn: '2026-07-01' });
    expect(next(training, '2026-06-30').startsOn).toBe('2026-07-01');
    expect(next(training, '2026-07-01').startsOn).toBe('2027-01-01');
  });

  it('R03.5 last audit 10 Mar 2025, every 12 months: 10 Mar 2026', () => {
    const audit = { kind: 'months', every: 12, firstOn: '2025-03-10' } as const;
    expect(next(audit, '2025-03-10')).toMatchObject({
      startsOn: '2026-03-10',
      from: '2025-03-10',
      until: '2026-03-09',
    });
  });

  it('R03.6 the 31st in a month without one is its last day', () => {
    expect(next({ kind: 'months', every: 1, firstOn: '2026-01-31' }, '2026-01-31').startsOn).toBe('2026-02-28');
  });

  it('R12.7 nothing before the first day', () => {
    expect(next({ kind: 'months', every: 12, firstOn: '2030-06-01' }, '2026-01-01').startsOn).toBe('2030-06-01');
  });
});

it('R11.9 after 31 December 24:00: on 1 January about the year that ended, once', () => {
  expect(next({ kind: 'after-year' }, '2026-12-31')).toEqual({
    period: '2026',
    startsOn: '2027-01-01',
    dueOn: '2027-01-01',
    from: '2026-01-01',
    until: '2026-12-31',
  });
  expect(next({ kind: 'after-year' }, '2027-01-01').period).toBe('2027');
});

it('R09.8 a recurrence that never comes is refused', () => {
  expect(() => next({ kind: 'first-week', minimum: 8 }, '2026-01-01')).toThrow(RangeError);
});
