import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  at,
  calendarOf,
  calendarSeed,
  dayOf,
  DEVELOPER_OFFICE_HOURS,
  dueAt,
  endOfDay,
  isWorkingDay,
  keyCustomerAmount,
  missedFrom,
  remaining,
  resumeTerm,
  shiftTerm,
  startsCounting,
  termOf,
  toLocalIso,
  usedRatio,
  warnInstant,
  workingDaysBetween,
  type Course,
  type WorkCalendar,
} from './index.js';

const years = calendarSeed(2028);
const calendar = calendarOf('test', years);
const developer = calendarOf('test', years, DEVELOPER_OFFICE_HOURS);
const iso = (instant: Date) => toLocalIso(instant);

describe('pauses', () => {
  it('R01.2 a pause from 3 to 6 March moves the review of 5 March to 10 March', () => {
    const due = dueAt({ unit: 'wd', amount: 3 }, at('2026-03-02', '10:00'), calendar);
    const resumed = resumeTerm('wd', due, at('2026-03-03', '11:00'), at('2026-03-06', '09:00'), calendar);
    expect([resumed.units, iso(resumed.dueAt)]).toEqual([3, '2026-03-10T23:59:59+08:00']);
  });

  it('R02.3 a same-day limit ends on the day of the resumption', () => {
    const due = dueAt({ unit: 'same-day', amount: 0 }, at('2026-03-02', '10:00'), calendar);
    expect(iso(resumeTerm('same-day', due, at('2026-03-02', '11:00'), at('2026-03-06', '09:00'), calendar).dueAt)).toBe(
      '2026-03-06T23:59:59+08:00',
    );
  });

  it('R09.9 with office hours a same-day limit resumed on Friday evening ends on Monday at closing time', () => {
    const due = dueAt({ unit: 'same-day', amount: 0 }, at('2026-03-02', '10:00'), developer);
    expect(
      iso(resumeTerm('same-day', due, at('2026-03-02', '11:00'), at('2026-03-06', '19:00'), developer).dueAt),
    ).toBe('2026-03-09T18:00:00+08:00');
  });

  it('a pause inside one day moves nothing but hours', () => {
    const due = endOfDay('2026-03-05');
    for (const unit of ['d', 'wd', 'same-day'] as const)
      expect(resumeTerm(unit, due, at('2026-03-03', '09:00'), at('2026-03-03', '17:00'), calendar).dueAt).toEqual(due);
    const hour = at('2026-03-03', '10:00');
    expect(iso(resumeTerm('h', hour, at('2026-03-03', '09:00'), at('2026-03-03', '09:30'), calendar).dueAt)).toBe(
      '2026-03-03T10:30:00+08:00',
    );
  });
});

describe('R12.4 key customer', () => {
  it('halves and rounds up to whole days, and leaves hours and days themselves alone', () => {
    expect(keyCustomerAmount(15, 'wd', 0.5)).toBe(8);
    expect(keyCustomerAmount(3, 'd', 0.5)).toBe(2);
    expect(keyCustomerAmount(1, 'wd', 0.5)).toBe(1);
    expect(keyCustomerAmount(1, 'h', 0.5)).toBe(1);
    expect(keyCustomerAmount(0, 'same-day', 0.5)).toBe(0);
  });
});

describe('R04.13 extension', () => {
  it('to 28 May is the maximum of 60 working days, the next day is beyond', () => {
    const from = at('2026-03-02', '10:00');
    const due = dueAt({ unit: 'wd', amount: 15 }, from, calendar);
    const maximum = dueAt({ unit: 'wd', amount: 60 }, from, calendar);
    expect(shiftTerm('wd', due, 45, calendar)).toEqual(maximum);
    expect(shiftTerm('wd', due, 46, calendar) > maximum).toBe(true);
  });
});

describe('missed', () => {
  it('R02.5 5 March 23:59:59 is in time, 6 March 00:00 is missed', () => {
    expect(iso(missedFrom(endOfDay('2026-03-05')))).toBe('2026-03-06T00:00:00+08:00');
  });
});

describe('years that are not announced', () => {
  it('are provisional as soon as a limit reaches into one', () => {
    expect(termOf({ unit: 'wd', amount: 5 }, at('2026-12-21', '10:00'), calendar).provisional).toBe(false);
    expect(termOf({ unit: 'wd', amount: 15 }, at('2026-12-21', '10:00'), calendar).provisional).toBe(
      !calendar.announcedYears.has(2027),
    );
    expect(isWorkingDay('2028-05-01', calendar)).toBe(false);
  });
});

describe('moveToWorkingDay (Civil Code 203)', () => {
  it('is off by default and moves the end of calendar days when an operator switches it on', () => {
    const from = at('2026-03-04', '10:00');
    expect(iso(dueAt({ unit: 'd', amount: 3 }, from, calendar))).toBe('2026-03-07T23:59:59+08:00');
    expect(iso(dueAt({ unit: 'd', amount: 3 }, from, { ...calendar, moveToWorkingDay: true }))).toBe(
      '2026-03-09T23:59:59+08:00',
    );
  });
});

describe('course of a limit', () => {
  const course = (unit: Course['unit'], from: Date, due: Date, pauses: Course['pauses'] = []): Course => ({
    unit,
    startsAt: from,
    dueAt: due,
    pauses,
  });

  it('R03.8 warns when three quarters of the budget have passed', () => {
    const repair = course('d', at('2026-03-02', '15:00'), endOfDay('2026-03-05'));
    const warned = warnInstant(repair, { ratio: 0.75 }, calendar);
    expect(dayOf(warned)).toBe('2026-03-05');
    expect(usedRatio(repair, warned, calendar)).toBeCloseTo(0.75, 6);
  });

  it('R11.12#serve warns on the fifth working day, 10 October', () => {
    const serve = course('wd', at('2026-09-28', '10:00'), endOfDay('2026-10-13'));
    expect(iso(warnInstant(serve, { amount: 5 }, calendar))).toBe('2026-10-10T00:00:00+08:00');
  });

  it('stands still over a weekend and while paused', () => {
    const limit = course('wd', at('2026-03-06', '12:00'), endOfDay('2026-03-09'));
    expect(usedRatio(limit, at('2026-03-07', '00:00'), calendar)).toBe(
      usedRatio(limit, at('2026-03-08', '23:59'), calendar),
    );
    const paused = { ...limit, pauses: [{ from: at('2026-03-06', '18:00') }] };
    expect(usedRatio(paused, at('2026-03-09', '12:00'), calendar)).toBe(
      usedRatio(paused, at('2026-03-06', '18:00'), calendar),
    );
  });

  it('is 0 before office hours begin', () => {
    const limit = course('same-day', at('2026-03-09', '08:00'), at('2026-03-09', '18:00'));
    expect(usedRatio(limit, at('2026-03-06', '18:30'), developer)).toBe(0);
  });

  it('says what is left: working days, days, minutes on the last day, days over', () => {
    const wd = course('wd', at('2026-03-02', '10:00'), endOfDay('2026-03-09'));
    expect(remaining(wd, at('2026-03-06', '09:00'), calendar)).toEqual({ amount: 1, unit: 'wd' });
    expect(remaining(wd, at('2026-03-09', '23:00'), calendar)).toEqual({ amount: 60, unit: 'min' });
    expect(remaining(wd, at('2026-03-10', '00:00'), calendar)).toEqual({ amount: -1, unit: 'd' });
    expect(remaining(wd, at('2026-03-12', '09:00'), calendar)).toEqual({ amount: -3, unit: 'd' });
    const d = course('d', at('2026-03-02', '10:00'), endOfDay('2026-03-09'));
    expect(remaining(d, at('2026-03-06', '09:00'), calendar)).toEqual({ amount: 3, unit: 'd' });
  });
});

describe('properties', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-01', n));
  const times = fc.integer({ min: 0, max: 86_399 });
  const instants = fc.tuple(days, times).map(([day, second]) => new Date(at(day, '00:00').getTime() + second * 1000));
  const calendars = fc.constantFrom<WorkCalendar>(calendar, developer);
  const units = fc.constantFrom('d' as const, 'wd' as const, 'h' as const, 'same-day' as const);
  const amounts = fc.integer({ min: 1, max: 60 });

  it('a limit never ends before it starts, and more budget never ends earlier', () => {
    fc.assert(
      fc.property(instants, units, amounts, calendars, (from, unit, amount, cal) => {
        const term = termOf({ unit, amount }, from, cal);
        expect(term.startsAt >= from).toBe(true);
        expect(term.dueAt >= term.startsAt).toBe(true);
        expect(dueAt({ unit, amount: amount + 1 }, from, cal) >= term.dueAt).toBe(true);
      }),
    );
  });

  it('working days are counted as they are added', () => {
    fc.assert(
      fc.property(days, amounts, (day, amount) => {
        const end = addWorkingDays(day, amount, calendar);
        expect(isWorkingDay(end, calendar)).toBe(true);
        expect(workingDaysBetween(day, end, calendar)).toBe(amount);
      }),
    );
  });

  it('counting starts inside office hours, and starting again changes nothing', () => {
    fc.assert(
      fc.property(instants, (from) => {
        const starts = startsCounting(from, developer);
        expect(startsCounting(starts, developer)).toEqual(starts);
        expect(isWorkingDay(dayOf(starts), developer)).toBe(true);
      }),
    );
  });

  it('two pauses in a row move a limit of days as one pause does', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom('d' as const, 'wd' as const),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (from, unit, a, b) => {
          const due = dueAt({ unit, amount: 40 }, from, calendar);
          const middle = new Date(from.getTime() + a * 86_400_000);
          const end = new Date(middle.getTime() + b * 86_400_000);
          const first = resumeTerm(unit, due, from, middle, calendar).dueAt;
          expect(resumeTerm(unit, first, middle, end, calendar).dueAt).toEqual(
            resumeTerm(unit, due, from, end, calendar).dueAt,
          );
        },
      ),
    );
  });

  it('the used share grows with time and reaches the warning share at the warning', () => {
    fc.assert(
      fc.property(instants, units, amounts, fc.integer({ min: 1, max: 99 }), (from, unit, amount, percent) => {
        const term = termOf({ unit, amount }, from, calendar);
        fc.pre(term.dueAt.getTime() - term.startsAt.getTime() > 60_000);
        const course: Course = { unit, startsAt: term.startsAt, dueAt: term.dueAt, pauses: [] };
        const warned = warnInstant(course, { ratio: percent / 100 }, calendar);
        const share = usedRatio(course, warned, calendar);
        expect(Math.abs(share - percent / 100)).toBeLessThan(0.001);
        expect(usedRatio(course, new Date(warned.getTime() + 3_600_000), calendar)).toBeGreaterThanOrEqual(share);
      }),
      { numRuns: 60 },
    );
  });
});
