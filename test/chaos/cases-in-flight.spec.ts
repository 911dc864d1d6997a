import { storm } from '../../tools/chaos/storm.mjs';

describe('cases in flight', () => {
  it('reach their end although engine, services and PostgreSQL are killed with -9', async () => {
    expect(await storm({ cases: 50, kills: 3 })).toEqual([]);
  }, 900_000);
});
