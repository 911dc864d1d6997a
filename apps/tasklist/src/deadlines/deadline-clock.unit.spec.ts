import { Clock, Logger, Problem } from '@huiying/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { DeadlineClock } from './deadline-clock.js';
import type { Deadlines } from './deadlines.service.js';

describe('the deadline clock', () => {
  const asked: unknown[][] = [];
  const manager = { query: () => Promise.resolve([{ due: true, leads: true }]) } as unknown as EntityManager;
  const database = {
    query: (_sql: string, params: unknown[]) => Promise.resolve(asked.push(params) && []),
    transaction: (work: (manager: EntityManager) => Promise<boolean>) => work(manager),
  } as unknown as DataSource;
  let error = new Error('none');
  const tick: Deadlines['tick'] = (_manager, _now, inHand) => {
    inHand('d-2');
    return Promise.reject(error);
  };

  class Tried extends DeadlineClock {
    fails = () => this.look().catch((thrown: unknown) => this.failed(thrown));
  }
  const clock = new Tried(database, { tick } as Deadlines, new Clock(), Logger.silent());
  beforeEach(() => asked.splice(0));

  it.each([
    ['a service that is away', new Problem('unavailable', 'unavailable')],
    ['a database that is away', Object.assign(new Error('starting up'), { code: '57P03' })],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
  ])('sets no limit aside for %s, however long', async (_, passing) => {
    error = passing;
    for (let n = 0; n < 10; n++) await clock.fails();
    expect(asked).toEqual([]);
  });

  it('sets the one aside that fails for good, and no other that is the earliest by now', async () => {
    error = new TypeError('no calendar');
    for (let n = 0; n < 3; n++) await clock.fails();
    expect(asked).toEqual([[expect.any(Date), 'd-2']]);
  });
});
