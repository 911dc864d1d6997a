import { afterTry } from './delivery.decider.js';

describe('what becomes of a delivery', () => {
  it('is sent with any 2xx', () => {
    expect(afterTry({ status: 204 }, 1, 0)).toEqual({ state: 'sent' });
    expect(afterTry({ status: 299 }, 7, 0)).toEqual({ state: 'sent' });
  });

  it('is tried again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, then it is dead', () => {
    const pauses = Array.from({ length: 10 }, (_, tried) => afterTry({ status: 500 }, tried + 1, 0));
    expect(pauses.map((next) => (next.state === 'waiting' ? next.inMs / 1000 : next.state))).toEqual([
      5,
      300,
      1800,
      7200,
      18_000,
      36_000,
      50_400,
      72_000,
      86_400,
      'dead',
    ]);
  });

  it.each([null, 301, 308, 400, 404, 429, 503])('%s is a failure like any other', (status) => {
    expect(afterTry({ status }, 1, 0)).toEqual({ state: 'waiting', inMs: 5_000 });
  });

  it('moves a pause by a tenth at most', () => {
    expect(afterTry({ status: 500 }, 1, 1)).toEqual({ state: 'waiting', inMs: 5_500 });
    expect(afterTry({ status: 500 }, 1, -1)).toEqual({ state: 'waiting', inMs: 4_500 });
  });

  it('honours Retry-After up to a day, never below the pause', () => {
    expect(afterTry({ status: 429, retryAfterSeconds: 60 }, 1, 0)).toEqual({ state: 'waiting', inMs: 60_000 });
    expect(afterTry({ status: 429, retryAfterSeconds: 1e6 }, 1, 0)).toEqual({ state: 'waiting', inMs: 86_400_000 });
    expect(afterTry({ status: 429, retryAfterSeconds: 1 }, 2, 0)).toEqual({ state: 'waiting', inMs: 300_000 });
  });

  it('ends the subscription with 410', () => {
    expect(afterTry({ status: 410 }, 1, 0)).toEqual({ state: 'gone' });
  });
});
