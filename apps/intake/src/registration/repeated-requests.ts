import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FiledComplaint } from '@huiying/contracts';
import { Clock, Problem, Vault } from '@huiying/platform';

/** Whose request it is and what makes it the same one (access.md §1 "Requests"). */
export interface RequestKey {
  principal: string;
  route: string;
  key: string;
  body: unknown;
}

interface RepeatedRow {
  body_hash: string;
  case_no: string | null;
  reply_enc: string | null;
  reply_until: Date | null;
}

/** A repeated filing tells its code for so long. */
const CODE_REPEATED_MS = 10 * 60_000;
const TABLE = 'repeated_request';

/** One case for one Idempotency-Key: bound to principal, route and body, kept in the registration's own transaction. */
@Injectable()
export class RepeatedRequests {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the key, waiting for a request that holds it. Answers with what the first one was told.
   * @throws Problem `idempotency-key-reused` (422) for another body, `registration-repeated` (409) once the code is told no more
   */
  async take(manager: EntityManager, request: RequestKey): Promise<FiledComplaint | undefined> {
    const { principal, route, key } = request;
    const hash = hashOf(request.body);
    const taken = await manager.query<unknown[]>(
      `INSERT INTO repeated_request (principal, route, key, body_hash, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING key`,
      [principal, route, key, hash, this.clock.now()],
    );
    if (taken.length > 0) return undefined;
    const rows = await manager.query<RepeatedRow[]>(
      `SELECT body_hash, case_no, reply_enc, reply_until FROM repeated_request WHERE principal = $1 AND route = $2 AND key = $3`,
      [principal, route, key],
    );
    const first = rows[0];
    if (first?.body_hash !== hash) throw new Problem('idempotency-key-reused', 'rejected');
    return this.replyOf(manager, first);
  }

  async keep(manager: EntityManager, { principal, route, key }: RequestKey, reply: FiledComplaint): Promise<void> {
    const sealed = await this.vault.seal(manager, placeOf(reply.caseNo), JSON.stringify(reply));
    const until = new Date(this.clock.now().getTime() + CODE_REPEATED_MS);
    await manager.query(
      `UPDATE repeated_request SET case_no = $4, reply_enc = $5, reply_until = $6
       WHERE principal = $1 AND route = $2 AND key = $3`,
      [principal, route, key, reply.caseNo, sealed, until],
    );
  }

  private async replyOf(manager: EntityManager, row: RepeatedRow): Promise<FiledComplaint> {
    const { case_no: caseNo, reply_enc: sealed, reply_until: until } = row;
    if (!caseNo || !sealed || !until || until < this.clock.now()) {
      throw new Problem('registration-repeated', 'conflict', { params: { caseNo: caseNo ?? '' } });
    }
    return JSON.parse(await this.vault.open(manager, placeOf(caseNo), sealed)) as FiledComplaint;
  }
}

const placeOf = (caseNo: string) => ({ subject: caseNo, table: TABLE, id: caseNo, column: 'reply' });

/** Order of properties does not matter. */
function hashOf(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)).map(([key, inner]) => [key, sorted(inner)]));
}
