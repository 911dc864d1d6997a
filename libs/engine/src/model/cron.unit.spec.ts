import { nextCron, parseCron } from './cron.js';

const next = (expression: string, after: string) => {
  const cron = parseCron(expression);
  const time = cron && nextCron(cron, Date.parse(after));
  return time === undefined ? undefined : new Date(time).toISOString();
};

describe('cron', () => {
  it.each([
    ['30 * * * * *', '2026-01-01T00:00:35Z', '2026-01-01T00:01:30.000Z'],
    ['*/15 * * * * *', '2026-01-01T00:00:00Z', '2026-01-01T00:00:15.000Z'],
    ['0 0 8-17/3 * * *', '2026-01-01T12:00:00Z', '2026-01-01T14:00:00.000Z'],
    ['0 0 0 29 FEB *', '2026-01-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0 0 0 L * *', '2026-02-10T00:00:00Z', '2026-02-28T00:00:00.000Z'],
    ['0 0 0 L-2 * *', '2026-02-10T00:00:00Z', '2026-02-26T00:00:00.000Z'],
    ['0 0 0 1W * *', '2026-07-31T12:00:00Z', '2026-08-03T00:00:00.000Z'],
    ['0 0 0 LW * *', '2026-01-01T00:00:00Z', '2026-01-30T00:00:00.000Z'],
    ['0 0 0 * * 7', '2026-01-01T00:00:00Z', '2026-01-04T00:00:00.000Z'],
    ['0 0 0 ? * 5#2', '2026-01-01T00:00:00Z', '2026-01-09T00:00:00.000Z'],
    ['0 0 0 * * 5L', '2026-01-01T00:00:00Z', '2026-01-30T00:00:00.000Z'],
    ['@daily', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00.000Z'],
    ['@hourly', '2026-01-01T00:10:00Z', '2026-01-01T01:00:00.000Z'],
  ])('%s after %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it('never comes on 30 February', () => {
    expect(next('0 0 0 30 2 *', '2026-01-01T00:00:00Z')).toBeUndefined();
  });

  it.each(['', '* * * * *', '60 * * * * *', '* * * * * MONDAY-FOO', 'a b c d e f', '5-1 * * * * *'])(
    'refuses %p',
    (text) => {
      expect(parseCron(text)).toBeUndefined();
    },
  );
});
