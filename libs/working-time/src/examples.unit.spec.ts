import {
  at,
  calendarOf,
  calendarSeed,
  dayOf,
  DEVELOPER_OFFICE_HOURS,
  minuteOf,
  termOf,
  toLocalIso,
  type Budget,
} from './index.js';

const years = calendarSeed(2027);
const allDay = calendarOf('test', years);
const developer = calendarOf('test', years, DEVELOPER_OFFICE_HOURS);

const wd = (amount: number): Budget => ({ unit: 'wd', amount });
const d = (amount: number): Budget => ({ unit: 'd', amount });
const sameDay: Budget = { unit: 'same-day', amount: 0 };

/** The dates of processes.md §6, as written there. */
const EXAMPLES: [rule: string, budget: Budget, from: [string, string], due: string][] = [
  ['R01.2 ten working days to supplement, asked 3 March', wd(10), ['2026-03-03', '10:00'], '2026-03-17T23:59:59+08:00'],
  ['R01.2 restarted by a late supplement on 20 March', wd(3), ['2026-03-20', '10:00'], '2026-03-25T23:59:59+08:00'],
  ['R01.4 registration centre, general', wd(15), ['2026-09-21', '09:00'], '2026-10-19T23:59:59+08:00'],
  ['R01.4 complex', wd(30), ['2026-09-21', '09:00'], '2026-11-09T23:59:59+08:00'],
  ['R01.4 maximum', wd(60), ['2026-09-21', '09:00'], '2026-12-21T23:59:59+08:00'],
  ['R01.8 progress', wd(10), ['2026-03-02', '10:00'], '2026-03-16T23:59:59+08:00'],
  ['R01.8 again', wd(10), ['2026-03-16', '10:00'], '2026-03-30T23:59:59+08:00'],
  ['R02.3 property company without office hours', sameDay, ['2026-03-02', '20:00'], '2026-03-02T23:59:59+08:00'],
  ['R02.5 minor repair', d(3), ['2026-03-02', '15:00'], '2026-03-05T23:59:59+08:00'],
  ['R02.6 second survey', sameDay, ['2026-03-02', '15:00'], '2026-03-02T23:59:59+08:00'],
  [
    'R02.7 agreed date',
    { unit: 'date', amount: 0, date: '2026-03-20' },
    ['2026-03-02', '15:00'],
    '2026-03-20T23:59:59+08:00',
  ],
  ['R02.8 survey report', d(2), ['2026-03-02', '16:00'], '2026-03-04T23:59:59+08:00'],
  ['R02.8 after a failed repair', d(2), ['2026-03-05', '16:00'], '2026-03-07T23:59:59+08:00'],
  ['R02.9#repair', d(5), ['2026-03-02', '16:00'], '2026-03-07T23:59:59+08:00'],
  ['R02.10 first tracking', wd(1), ['2026-03-02', '16:00'], '2026-03-03T23:59:59+08:00'],
  ['R02.11 joint survey', wd(3), ['2026-03-02', '16:00'], '2026-03-05T23:59:59+08:00'],
  ['R04.4 over Spring Festival with its make-up Saturday', wd(3), ['2026-02-12', '10:00'], '2026-02-24T23:59:59+08:00'],
  ['R04.7 silence in a hearing', wd(5), ['2026-03-02', '10:00'], '2026-03-09T23:59:59+08:00'],
  ['R04.8 decision', wd(10), ['2026-03-02', '10:00'], '2026-03-16T23:59:59+08:00'],
  ['R04.11 notice of the decision', wd(3), ['2026-03-16', '10:00'], '2026-03-19T23:59:59+08:00'],
  ['R04.12 last day to ask for review', wd(15), ['2026-03-02', '10:00'], '2026-03-23T23:59:59+08:00'],
  ['R04.13 general', wd(15), ['2026-03-02', '10:00'], '2026-03-23T23:59:59+08:00'],
  ['R04.13 complex', wd(30), ['2026-03-02', '10:00'], '2026-04-14T23:59:59+08:00'],
  ['R04.13 maximum', wd(60), ['2026-03-02', '10:00'], '2026-05-28T23:59:59+08:00'],
  ['R05.5 outcome of a report', wd(5), ['2026-03-02', '10:00'], '2026-03-09T23:59:59+08:00'],
  ['R07.1 promised date by portal', wd(5), ['2026-03-02', '10:00'], '2026-03-09T23:59:59+08:00'],
  ['R07.3 report to the superior', d(1), ['2026-03-02', '10:00'], '2026-03-03T23:59:59+08:00'],
  ['R08.8#team one hour', { unit: 'h', amount: 1 }, ['2026-03-02', '10:00'], '2026-03-02T11:00:00+08:00'],
  [
    'R11.7 counts the notice day itself',
    { unit: 'd', amount: 3, countsStartDay: true },
    ['2026-03-02', '10:00'],
    '2026-03-04T23:59:59+08:00',
  ],
  ['R11.10 store, over the make-up Saturday', wd(2), ['2026-05-07', '10:00'], '2026-05-09T23:59:59+08:00'],
  ['R11.12#filing', d(3), ['2026-03-02', '10:00'], '2026-03-05T23:59:59+08:00'],
  ['R11.12#serve', wd(7), ['2026-09-28', '10:00'], '2026-10-13T23:59:59+08:00'],
  ['R11.12#reply', d(5), ['2026-03-09', '10:00'], '2026-03-14T23:59:59+08:00'],
  ['R12.2 enquiry', wd(3), ['2026-03-02', '10:00'], '2026-03-05T23:59:59+08:00'],
  ['R12.4 eight of fifteen for a key customer', wd(8), ['2026-03-02', '10:00'], '2026-03-12T23:59:59+08:00'],
  ['R12.8 minutes over Qingming', wd(5), ['2026-03-31', '10:00'], '2026-04-08T23:59:59+08:00'],
  ['R13.1 long unresolved', d(30), ['2026-03-02', '10:00'], '2026-04-01T23:59:59+08:00'],
  ['R13.5#verify', wd(3), ['2026-03-12', '10:00'], '2026-03-17T23:59:59+08:00'],
];

describe('limits of the regulations, in the calendar of 2026', () => {
  it.each(EXAMPLES)('%s', (_rule, budget, [day, time], due) => {
    expect(toLocalIso(termOf(budget, at(day, time), allDay).dueAt)).toBe(due);
  });
});

/** R09.9: developer; start, begins, same day ends. */
const OFFICE: [when: string, from: [string, string], starts: string, sameDayDue: string][] = [
  ['after closing on Friday', ['2026-03-06', '18:30'], '2026-03-09T08:00:00+08:00', '2026-03-09T18:00:00+08:00'],
  ['at the closing second', ['2026-03-06', '18:00'], '2026-03-09T08:00:00+08:00', '2026-03-09T18:00:00+08:00'],
  ['inside in summer', ['2026-06-05', '18:20'], '2026-06-05T18:20:00+08:00', '2026-06-05T18:30:00+08:00'],
  ['winter noon', ['2026-03-09', '12:30'], '2026-03-09T14:00:00+08:00', '2026-03-09T18:00:00+08:00'],
  ['summer noon', ['2026-06-08', '12:30'], '2026-06-08T14:30:00+08:00', '2026-06-08T18:30:00+08:00'],
  ['before opening', ['2026-03-09', '07:10'], '2026-03-09T08:00:00+08:00', '2026-03-09T18:00:00+08:00'],
  ['on a make-up Saturday', ['2026-05-09', '09:00'], '2026-05-09T09:00:00+08:00', '2026-05-09T18:30:00+08:00'],
  ['on a holiday', ['2026-10-01', '09:00'], '2026-10-08T08:00:00+08:00', '2026-10-08T18:00:00+08:00'],
  ['last day of summer', ['2026-09-30', '18:10'], '2026-09-30T18:10:00+08:00', '2026-09-30T18:30:00+08:00'],
];

describe('R09.9 office hours of a developer', () => {
  it.each(OFFICE)('%s', (_when, [day, time], starts, due) => {
    const term = termOf(sameDay, at(day, time), developer);
    expect([toLocalIso(term.startsAt), toLocalIso(term.dueAt)]).toEqual([starts, due]);
  });

  it('R09.10 a limit of days begins on Monday as well, and ends with its last day', () => {
    expect(toLocalIso(termOf(wd(1), at('2026-03-06', '18:30'), developer).dueAt)).toBe('2026-03-10T23:59:59+08:00');
  });

  it('R09.7 three days from the department task of Monday 09:00', () => {
    expect(toLocalIso(termOf(d(3), at('2026-03-02', '09:00'), developer).dueAt)).toBe('2026-03-05T23:59:59+08:00');
  });
});

describe('an instant in China, whatever the zone of the machine', () => {
  it.each([
    ['2026-03-02T15:59:59.999Z', '2026-03-02', '2026-03-02 23:59', '2026-03-02T23:59:59.999+08:00'],
    ['2026-03-02T16:00:00Z', '2026-03-03', '2026-03-03 00:00', '2026-03-03T00:00:00+08:00'],
  ])('%s', (instant, day, minute, iso) => {
    const moment = new Date(instant);
    expect([dayOf(moment), minuteOf(moment), toLocalIso(moment)]).toEqual([day, minute, iso]);
  });
});
