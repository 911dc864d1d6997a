import { at, calendarOf, calendarSeed, toLocalIso, type WorkCalendar } from '@huiying/working-time';
import fc from 'fast-check';
import type { Deadline, LimitTerms } from './deadline.js';
import {
  end,
  extend,
  extendedEnd,
  fire,
  latestEnd,
  meet,
  pause,
  recompute,
  replace,
  reterm,
  resume,
  start,
} from './deadline.decider.js';

const calendar = calendarOf('2026.1', calendarSeed(2026));
const desk = (day: string, time = '10:00') => ({ at: at(day, time), by: 'p-1' });

function terms(overrides: Partial<LimitTerms> = {}): LimitTerms {
  return {
    unit: 'wd',
    amount: 15,
    countsStartDay: false,
    warnAt: { ratio: 0.75 },
    pausable: true,
    maximum: 60,
    metBy: ['outcome.notified'],
    onMissed: 'escalate',
    ...overrides,
  };
}

function started(limitId: string, from: Date, over: Partial<LimitTerms> = {}, date?: string): Deadline {
  const command = {
    id: 'd-1',
    subjectNo: 'TS-A-20260302-0001',
    limitId,
    n: 1,
    caseNo: 'TS-A-20260302-0001',
    orgId: 'A',
  };
  return start({ ...command, terms: terms(over), from, ...(date && { date }) }, { at: from, by: 'system' }, calendar)
    .deadline;
}

function fireAll(deadline: Deadline, now: Date): { kinds: string[]; deadline: Deadline } {
  const kinds: string[] = [];
  let current = deadline;
  for (let next = fire(current, now, calendar); next; next = fire(current, now, calendar)) {
    current = next.deadline;
    kinds.push(next.step.kind);
  }
  return { kinds, deadline: current };
}

describe('R03.8 warned, then missed', () => {
  const repair = started('R02.5', at('2026-03-02', '15:00'), { unit: 'd', amount: 3, pausable: false, maximum: null });

  it('nothing happens before three quarters', () => {
    expect(fire(repair, at('2026-03-04', '23:00'), calendar)).toBeUndefined();
  });

  it('is in time until 23:59:59 and missed at 00:00', () => {
    expect(fireAll(repair, at('2026-03-05', '23:59')).kinds).toEqual(['warned']);
    const over = fireAll(repair, at('2026-03-06', '00:00'));
    expect(over.kinds).toEqual(['warned', 'missed']);
    expect(over.deadline).toMatchObject({ state: 'missed', missedCount: 1, nextAt: null });
  });

  it('fires each once, however far the clock is moved', () => {
    const over = fireAll(repair, at('2026-06-06', '00:00')).deadline;
    expect(fire(over, at('2027-01-01', '00:00'), calendar)).toBeUndefined();
  });
});

describe('pause and resumption', () => {
  const review = started('R04.4', at('2026-03-02', '10:00'), { amount: 3, maximum: null });

  it('R01.2 asked on 3 March, supplied on 6 March: due 10 March', () => {
    const paused = pause(review, 'supplement', desk('2026-03-03'));
    expect(paused?.deadline).toMatchObject({ state: 'paused', nextAt: null });
    const resumed = paused && resume(paused.deadline, desk('2026-03-06'), calendar);
    expect(resumed && toLocalIso(resumed.deadline.dueAt)).toBe('2026-03-10T23:59:59+08:00');
    expect(resumed?.step.detail).toEqual({ pausedUnits: 3 });
  });

  it('a paused limit is not missed', () => {
    const paused = pause(review, 'supplement', desk('2026-03-03'));
    expect(paused && fire(paused.deadline, at('2026-08-01', '00:00'), calendar)).toBeUndefined();
  });

  it('what is not pausable goes on', () => {
    expect(
      pause(started('R04.8', at('2026-03-02', '10:00'), { pausable: false }), 'supplement', desk('2026-03-03')),
    ).toBeUndefined();
  });
});

describe('extension', () => {
  const outer = started('R04.13', at('2026-03-02', '10:00'));

  it('R04.13 to 28 May is allowed, to 29 May is beyond the maximum', () => {
    const latest = latestEnd(outer, undefined, calendar);
    expect(latest && toLocalIso(latest)).toBe('2026-05-28T23:59:59+08:00');
    expect(extendedEnd(outer, 45, calendar)).toEqual(latest);
    expect(latest && extendedEnd(outer, 46, calendar) > latest).toBe(true);
  });

  it('R01.4 to 21 December is allowed, to 22 December is not', () => {
    const limit = started('R01.4', at('2026-09-21', '09:00'));
    expect(toLocalIso(latestEnd(limit, undefined, calendar) ?? new Date(0))).toBe('2026-12-21T23:59:59+08:00');
  });

  it('R09.7 reaches no further than the outer limit of the case', () => {
    const stage = {
      ...started('R09.7', at('2026-03-02', '09:00'), { unit: 'd', amount: 3, maximum: null }),
      id: 'd-2',
    };
    expect(latestEnd(stage, outer, calendar)).toEqual(outer.dueAt);
    const extended = extend(stage, 7, desk('2026-03-05'), calendar);
    expect(extended && toLocalIso(extended.deadline.dueAt)).toBe('2026-03-12T23:59:59+08:00');
    expect(extended && fireAll(extended.deadline, at('2026-03-06', '00:00')).kinds).toEqual([]);
  });

  it('the maximum moves with the pauses', () => {
    const paused = pause(outer, 'supplement', desk('2026-03-03'));
    const resumed = paused && resume(paused.deadline, desk('2026-03-06'), calendar);
    expect(resumed && toLocalIso(latestEnd(resumed.deadline, undefined, calendar) ?? new Date(0))).toBe(
      '2026-06-02T23:59:59+08:00',
    );
  });

  it('a paused limit may be extended and still resumes', () => {
    const paused = pause(outer, 'supplement', desk('2026-03-03'))?.deadline as Deadline;
    const extended = extend(paused, 5, desk('2026-03-04'), calendar)?.deadline as Deadline;
    const resumed = resume(extended, desk('2026-03-06'), calendar);
    expect(resumed && toLocalIso(resumed.deadline.dueAt)).toBe('2026-04-02T23:59:59+08:00');
  });

  it('after a miss lets the limit run again and keeps the miss', () => {
    const missed = fireAll(outer, at('2026-03-24', '00:00')).deadline;
    expect(extend(missed, 5, desk('2026-03-24'), calendar)?.deadline).toMatchObject({
      state: 'running',
      missedCount: 1,
    });
  });
});

describe('figures that change', () => {
  const outer = started('R04.13', at('2026-03-02', '10:00'));

  it('R04.13 R10.6 a case that becomes complex has thirty working days from its receipt', () => {
    const complex = reterm(outer, terms({ amount: 30 }), desk('2026-03-10'), calendar);
    expect(complex && toLocalIso(complex.deadline.dueAt)).toBe('2026-04-14T23:59:59+08:00');
  });

  it('R12.4 a key customer found at the review has eight, pauses kept', () => {
    const paused = pause(outer, 'supplement', desk('2026-03-03'))?.deadline as Deadline;
    const resumed = resume(paused, desk('2026-03-06'), calendar)?.deadline as Deadline;
    const key = reterm(resumed, terms({ amount: 8 }), desk('2026-03-06'), calendar);
    expect(key && toLocalIso(key.deadline.dueAt)).toBe('2026-03-17T23:59:59+08:00');
  });

  it('the same figures change nothing, and an agreed date stands', () => {
    expect(reterm(outer, terms(), desk('2026-03-10'), calendar)).toBeUndefined();
    const agreed = started('R02.7', at('2026-03-02', '10:00'), { unit: 'date', amount: 0 }, '2026-03-20');
    expect(reterm(agreed, terms({ unit: 'd', amount: 2 }), desk('2026-03-10'), calendar)).toBeUndefined();
  });
});

describe('R03.8 what was missed is owed until it is done', () => {
  const limit = started('R12.3', at('2026-03-02', '10:00'), { amount: 3, pausable: false, maximum: null });
  const owed = fireAll(limit, at('2026-03-06', '00:00')).deadline;

  it('done after the miss: it stays missed and is settled, and whoever hears it sees that it was late', () => {
    expect(owed).toMatchObject({ state: 'missed', settledAt: null });
    const late = meet(owed, desk('2026-03-06', '00:00'), calendar);
    expect(late?.deadline).toMatchObject({ state: 'missed', settledAt: at('2026-03-06', '00:00') });
    expect(late?.step).toMatchObject({ kind: 'met', detail: { usedPercent: 101 } });
    expect(late && meet(late.deadline, desk('2026-03-07'), calendar)).toBeUndefined();
  });

  it('done at 23:59 and told after midnight: it was met', () => {
    expect(meet(owed, desk('2026-03-05', '23:59'), calendar)?.deadline).toMatchObject({
      state: 'met',
      settledAt: null,
    });
  });

  it('ended with its subject it is owed no more; replaced it is not', () => {
    const gone = end(owed, desk('2026-03-09'));
    expect(gone?.deadline).toMatchObject({ state: 'missed', settledAt: at('2026-03-09', '10:00') });
    expect(gone && end(gone.deadline, desk('2026-03-10'))).toBeUndefined();
    expect(replace(owed, desk('2026-03-09'))).toBeUndefined();
  });

  it('extended it runs again; done already it does not', () => {
    expect(extend(owed, 5, desk('2026-03-09'), calendar)?.deadline).toMatchObject({ state: 'running', missedCount: 1 });
    const done = meet(owed, desk('2026-03-09'), calendar)?.deadline as Deadline;
    expect(extend(done, 5, desk('2026-03-09'), calendar)).toBeUndefined();
  });

  it('R04.12 a window that passes is owed by nobody', () => {
    const window = started('R04.12', at('2026-03-02', '10:00'), { onMissed: 'path', pausable: false, maximum: null });
    const passed = fireAll(window, at('2026-03-24', '00:00')).deadline;
    expect(passed).toMatchObject({ state: 'missed', settledAt: at('2026-03-24', '00:00') });
    expect(meet(passed, desk('2026-03-24'), calendar)).toBeUndefined();
  });
});

describe('endings', () => {
  const limit = started('R04.13', at('2026-03-02', '10:00'));

  it('met, replaced and ended publish nothing later', () => {
    for (const done of [
      meet(limit, desk('2026-03-10'), calendar),
      replace(limit, desk('2026-03-10')),
      end(limit, desk('2026-03-10')),
    ])
      expect(done && fire(done.deadline, at('2026-12-01', '00:00'), calendar)).toBeUndefined();
  });

  it('what is over stays over', () => {
    const met = meet(limit, desk('2026-03-10'), calendar)?.deadline as Deadline;
    expect(meet(met, desk('2026-03-11'), calendar)).toBeUndefined();
    expect(pause(met, 'supplement', desk('2026-03-11'))).toBeUndefined();
    expect(extend(met, 1, desk('2026-03-11'), calendar)).toBeUndefined();
    expect(end(met, desk('2026-03-11'))).toBeUndefined();
  });
});

describe('calendar', () => {
  it('a provisional limit is recomputed when the year is announced', () => {
    const from = at('2026-12-21', '10:00');
    const limit = started('R04.13', from);
    expect(limit.provisional).toBe(true);
    const announced: WorkCalendar = {
      ...calendar,
      version: '2027.1',
      daysOff: new Set([...calendar.daysOff, '2027-01-01', '2027-01-04']),
      announcedYears: new Set([2026, 2027]),
    };
    const moved = recompute(limit, { at: at('2026-12-22', '10:00'), by: 'p-admin' }, announced);
    expect(moved?.deadline).toMatchObject({ provisional: false, calendarVersion: '2027.1' });
    expect(moved && moved.deadline.dueAt > limit.dueAt).toBe(true);
    expect(moved && recompute(moved.deadline, desk('2026-12-23'), announced)).toBeUndefined();
  });

  it('replaying pauses and extensions with the same calendar changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            gap: fc.integer({ min: 0, max: 6 }),
            length: fc.integer({ min: 0, max: 9 }),
            extension: fc.integer({ min: 0, max: 5 }),
          }),
          { maxLength: 4 },
        ),
        fc.constantFrom('d' as const, 'wd' as const),
        (stretches, unit) => {
          let now = at('2026-03-02', '10:00');
          let limit = started('R04.13', now, { unit, amount: 200, maximum: null });
          const later = (days: number) => (now = new Date(now.getTime() + days * 86_400_000));
          for (const { gap, length, extension } of stretches) {
            limit = pause(limit, 'supplement', { at: later(gap), by: 'system' })?.deadline as Deadline;
            limit = resume(limit, { at: later(length), by: 'system' }, calendar)?.deadline as Deadline;
            if (extension > 0) limit = extend(limit, extension, { at: now, by: 'p' }, calendar)?.deadline as Deadline;
          }
          expect(recompute(limit, { at: now, by: 'p' }, calendar)).toBeUndefined();
        },
      ),
      { numRuns: 20 },
    );
  });
});
