import { Clock, Logger, Problem } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { DeadlineClock } from './deadline-clock.js';
import type { Deadlines } from './deadlines.service.js';

describe('the deadline clock', () => {
  const asked: string[] = [];
  const database = { query: (sql: string) => Promise.resolve(asked.push(sql) && []) } as unknown as DataSource;

  class Tried extends DeadlineClock {
    fails = (error: unknown) => Promise.resolve(this.failed(error));
  }
  const clock = new Tried(database, {} as Deadlines, new Clock(), Logger.silent());
  beforeEach(() => asked.splice(0));

  it.each([
    ['a service that is away', new Problem('unavailable', 'unavailable')],
    ['a database that is away', Object.assign(new Error('starting up'), { code: '57P03' })],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
  ])('sets no limit aside for %s, however long', async (_, error) => {
    for (let n = 0; n < 10; n++) await clock.fails(error);
    expect(asked).toEqual([]);
  });

  it('sets one aside that fails for good', async () => {
    for (let n = 0; n < 3; n++) await clock.fails(new TypeError('no calendar'));
    expect(asked).toHaveLength(1);
  });
});
