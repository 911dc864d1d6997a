import { setTimeout as sleep } from 'node:timers/promises';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { ClockFollower } from './clock-follower.js';
import { ClockOwner } from './clock-owner.js';

const DAY = 86_400_000;

describe('the clock of the shape (architecture.md §4)', () => {
  let database: DataSource;
  const followers: ClockFollower[] = [];

  beforeEach(async () => {
    database = await testDatabase({ name: 'clock', migrations: [] });
  });

  afterEach(async () => {
    await Promise.all(followers.splice(0).map((follower) => follower.stop()));
    await closeTestDatabases();
  });

  const follow = async (name: string): Promise<Clock> => {
    const clock = new Clock();
    const follower = new ClockFollower(clock, testDatabaseUrl(database), name);
    followers.push(follower);
    await follower.start();
    return clock;
  };

  it('moves every process before it answers, and real time goes on under the offset', async () => {
    const owner = await ClockOwner.open(database);
    const clocks = [await follow('intake'), await follow('tasklist')];
    const before = owner.now().getTime();
    await owner.add(3 * DAY);
    for (const clock of [owner, ...clocks]) expect(clock.now().getTime() - before - 3 * DAY).toBeLessThan(60_000);
    const moved = clocks[0]?.now().getTime() ?? 0;
    await sleep(20);
    expect(clocks[0]?.now().getTime()).toBeGreaterThan(moved);
  });

  it('pins, adds to a pinned clock, and goes back to the machine', async () => {
    const owner = await ClockOwner.open(database);
    const clock = await follow('intake');
    const pinned = Date.parse('2026-10-08T09:00:00+08:00');
    await owner.pin(pinned);
    await sleep(5);
    expect(clock.now().getTime()).toBe(pinned);
    await owner.add(DAY);
    expect(clock.now().getTime()).toBe(pinned + DAY);
    await owner.reset();
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it('is the same for whoever starts later, the owner too', async () => {
    await (await ClockOwner.open(database)).add(10 * DAY);
    const late = await follow('late');
    const again = await ClockOwner.open(database);
    for (const clock of [late, again]) expect(clock.now().getTime()).toBeGreaterThan(Date.now() + 9 * DAY);
  });

  it('does not wait for a process that was killed', async () => {
    const owner = await ClockOwner.open(database);
    await database.query(
      `INSERT INTO clock_follower (id, name, epoch, seen_at)
       VALUES (gen_random_uuid(), 'killed', 1, clock_timestamp() - interval '6 seconds')`,
    );
    const before = owner.now().getTime();
    await owner.add(DAY); // it would wait for ever: the row is never acknowledged
    expect(owner.now().getTime() - before).toBeGreaterThanOrEqual(DAY);
  });

  it('waits for a live process that has not acknowledged yet', async () => {
    const owner = await ClockOwner.open(database);
    await database.query(
      `INSERT INTO clock_follower (id, name, epoch, seen_at) VALUES (gen_random_uuid(), 'slow', 1, clock_timestamp())`,
    );
    const moving = owner.add(DAY).then(() => 'moved');
    expect(await Promise.race([moving, sleep(100, 'waiting')])).toBe('waiting');
    await database.query('UPDATE clock_follower SET epoch = 2');
    expect(await moving).toBe('moved');
  });

  it('finds its connection again and catches up', async () => {
    const owner = await ClockOwner.open(database);
    const clock = await follow('intake');
    const admin = new Client({ connectionString: testDatabaseUrl(database) });
    await admin.connect();
    const { rows } = await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'huiying clock intake' AND datname = current_database()`,
    );
    await admin.end();
    expect(rows).toHaveLength(1);
    await owner.add(DAY);
    for (let tries = 0; tries < 400 && clock.now().getTime() < Date.now() + DAY / 2; tries++) await sleep(100);
    expect(clock.now().getTime()).toBeGreaterThan(Date.now() + DAY / 2);
  });

  it('stands at the moment it is opened with, until somebody moves it', async () => {
    const startsAt = Date.parse('2026-03-02T09:00+08:00');
    await ClockOwner.open(database, { startsAt });
    expect((await follow('intake')).now().getTime()).toBe(startsAt);
    const again = await ClockOwner.open(database, { startsAt: startsAt + DAY });
    expect(again.now().getTime()).toBe(startsAt);
    await again.reset();
    const moved = await ClockOwner.open(database, { startsAt });
    expect(moved.now().getTime()).toBeGreaterThan(startsAt + DAY);
  });

  it('never goes back behind data that is kept', async () => {
    const latestKept = () => Promise.resolve(Date.parse('2026-10-08T09:00:00+08:00'));
    const owner = await ClockOwner.open(database, { latestKept });
    await expect(owner.pin(Date.parse('2026-10-07T09:00:00+08:00'))).rejects.toMatchObject({
      code: 'clock-back',
      status: 409,
    });
    await owner.pin(Date.parse('2026-10-09T09:00:00+08:00'));
  });
});
