import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Problem } from '../problem/problem.js';
import { Keyring } from '../vault/keyring.js';
import { AccessDatabase } from './access-database.js';
import { newSpokenCode, readSpokenCode } from './spoken-code.js';

/** 20 characters of 5 bits: 100 bits (access.md §1); the console shows them in groups of four. */
const LENGTH = 20;
/** Wrong tries of one network at one number, before it has to wait (access.md §7 "guessing"). */
const TRIES = 5;
const WINDOW_MINUTES = 10;
/** Wrong tries at one number from anywhere in an hour, before networks that already failed have to wait. Never a lock-out of the owner. */
const TRIES_ANYWHERE = 20;

interface CodeRow {
  kid: string;
  hash: Buffer;
}

/** Codes by which complainants see their case: 100 bits, kept as keyed hash, compared in constant time. */
@Injectable()
export class TrackingCodes {
  constructor(
    private readonly database: AccessDatabase,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  /** A new code for a case, in the registration's transaction; an earlier one dies. The code is shown once and kept nowhere. */
  async issue(manager: Pick<EntityManager, 'query'>, caseNo: string): Promise<string> {
    const code = newSpokenCode(LENGTH);
    const kid = this.keyring.newest('code');
    await manager.query(
      `INSERT INTO access.tracking_code (case_no, kid, hash, issued_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (case_no) DO UPDATE SET kid = excluded.kid, hash = excluded.hash, issued_at = excluded.issued_at`,
      [caseNo, kid, this.hash(kid, caseNo, code), this.clock.now()],
    );
    return code;
  }

  /**
   * Whether the code opens the case. Malformed, wrong and unknown look alike and cost the same.
   * @param network address of the caller shortened to /24 or /48
   * @throws Problem `too-many` (429) after too many wrong tries
   */
  async verify(caseNo: string, typed: string, network: string): Promise<boolean> {
    await this.refuseGuessing(caseNo, network);
    const [row] = await this.database.query<CodeRow[]>(
      'SELECT kid, hash FROM access.tracking_code WHERE case_no = $1',
      [caseNo],
    );
    const code = readSpokenCode(typed, LENGTH);
    const kid = row?.kid ?? this.keyring.newest('code');
    // Always one hash and one comparison: with nothing to compare it is held against a dummy.
    const equal = timingSafeEqual(this.hash(kid, caseNo, code ?? '0'.repeat(LENGTH)), row?.hash ?? randomBytes(32));
    if (equal && row && code) return true;
    await this.database.query('INSERT INTO access.code_try (case_no, network, tried_at) VALUES ($1, $2, $3)', [
      caseNo.slice(0, 64),
      network,
      this.clock.now(),
    ]);
    return false;
  }

  private async refuseGuessing(caseNo: string, network: string): Promise<void> {
    const [tries] = await this.database.query<{ near: number; anywhere: number; first: Date | null }[]>(
      `SELECT count(*) FILTER (WHERE network = $2 AND tried_at > $3::timestamptz - $4 * interval '1 minute')::int AS near,
              min(tried_at) FILTER (WHERE network = $2 AND tried_at > $3::timestamptz - $4 * interval '1 minute') AS first,
              count(*)::int AS anywhere
       FROM access.code_try WHERE case_no = $1 AND tried_at > $3::timestamptz - interval '1 hour' AND tried_at <= $3`,
      [caseNo, network, this.clock.now(), WINDOW_MINUTES],
    );
    if (!tries?.first) return;
    if (tries.near < TRIES && (tries.anywhere < TRIES_ANYWHERE || tries.near === 0)) return;
    const waitMs = tries.first.getTime() + WINDOW_MINUTES * 60_000 - this.clock.now().getTime();
    throw new Problem('too-many', 'too-many', { retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) });
  }

  private hash(kid: string, caseNo: string, code: string): Buffer {
    return createHmac('sha256', this.keyring.get(kid)).update(`${caseNo}\n${code}`).digest();
  }
}
