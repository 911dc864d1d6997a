import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import type { DataSource } from 'typeorm';
import { readConfig } from '../config/read-config.js';
import { ManualClock, testKeyring } from '../testing/index.js';
import { AccessDatabase } from './access-database.js';
import { readSpokenCode } from './spoken-code.js';
import { TrackingCodes } from './tracking-codes.js';

const HERE = '203.0.113.0/24';
const ELSEWHERE = '198.51.100.0/24';
const WRONG = '0'.repeat(20);

describe('tracking codes (access.md §1, §7)', () => {
  let database: DataSource;
  let access: AccessDatabase;
  let clock: ManualClock;
  let codes: TrackingCodes;

  beforeEach(async () => {
    database = await testDatabase({ name: 'intake', migrations: [] });
    access = new AccessDatabase(readConfig({ DATABASE_URL: testDatabaseUrl(database) }));
    clock = new ManualClock();
    codes = new TrackingCodes(access, testKeyring(), clock);
  });

  afterEach(async () => {
    await access.onApplicationShutdown();
    await closeTestDatabases();
  });

  it('have 100 bits, are kept as a keyed hash, and open their own case alone', async () => {
    const code = await codes.issue(database.manager, 'TS-1');
    await codes.issue(database.manager, 'TS-2');
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(JSON.stringify(await database.query('SELECT * FROM access.tracking_code'))).not.toContain(code);
    expect(await codes.verify('TS-1', code, HERE)).toBe(true);
    expect(await codes.verify('TS-2', code, HERE)).toBe(false);
    expect(await codes.verify('TS-3', code, HERE)).toBe(false);
    expect(await codes.verify('TS-1', '', HERE)).toBe(false);
  });

  it('forgive case, blanks, dashes, O for 0 and I or L for 1', () => {
    expect(readSpokenCode('k7qm-2xvd 9htr-4wpn-6cbf', 20)).toBe('K7QM2XVD9HTR4WPN6CBF');
    expect(readSpokenCode('OIL00000000000000000', 20)).toBe('01100000000000000000');
    expect(readSpokenCode('K7QM', 20)).toBeUndefined();
    expect(readSpokenCode('U'.repeat(20), 20)).toBeUndefined();
  });

  it('die when a new one is issued', async () => {
    const first = await codes.issue(database.manager, 'TS-1');
    const second = await codes.issue(database.manager, 'TS-1');
    expect(await codes.verify('TS-1', first, HERE)).toBe(false);
    expect(await codes.verify('TS-1', second, HERE)).toBe(true);
  });

  it.each(['TS-1', 'TS-invented'])(
    'make a network wait after five wrong tries at %s, and tell it how long',
    async (caseNo) => {
      const code = await codes.issue(database.manager, 'TS-1');
      for (let n = 0; n < 5; n++) expect(await codes.verify(caseNo, WRONG, HERE)).toBe(false);
      await expect(codes.verify(caseNo, code, HERE)).rejects.toMatchObject({
        code: 'too-many',
        status: 429,
        retryAfter: 600,
      });
      clock.add(10 * 60_000 + 1);
      expect(await codes.verify(caseNo, code, HERE)).toBe(caseNo === 'TS-1');
    },
  );

  it('let the owner in while others guess from everywhere', async () => {
    const code = await codes.issue(database.manager, 'TS-1');
    for (let n = 0; n < 25; n++) await codes.verify('TS-1', WRONG, `198.51.${n}.0/24`);
    await expect(codes.verify('TS-1', WRONG, '198.51.3.0/24')).rejects.toMatchObject({ code: 'too-many' });
    expect(await codes.verify('TS-1', code, HERE)).toBe(true);
    expect(await codes.verify('TS-1', WRONG, ELSEWHERE)).toBe(false);
  });
});
