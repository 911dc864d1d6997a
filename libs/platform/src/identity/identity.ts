import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../access/access-database.js';
import type { HeldRole, StaffSubject } from '../access/subject.js';
import { Clock, machineTime } from '../clock.js';
import { Config } from '../config/config.js';
import { Problem } from '../problem/problem.js';
import { TokenVerifier } from './token-verifier.js';

interface Row {
  id: string;
  login: string;
  name: string;
  unit_id: string;
  org_id: string;
  disabled: boolean;
  tokens_not_before: Date | null;
  unit_line: string[];
  holdings: HeldRole[];
}

/** From a bearer token to a member of staff with the roles that they hold at this moment. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly database: AccessDatabase,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws Problem 401: bad token, unknown or disabled person, token from before 全部下线 */
  async staffOf(token: string): Promise<StaffSubject> {
    const { issuer, subject, issuedAt } = await this.verifier.verify(token);
    const row = await this.find('p.issuer = $2 AND p.subject = $3', issuer, subject);
    if (!row || row.disabled) throw new Problem('unauthenticated', 'unauthenticated');
    if (row.tokens_not_before && row.tokens_not_before.getTime() > issuedAt * 1000) {
      throw new Problem('token-expired', 'unauthenticated');
    }
    return subjectOf(row);
  }

  /**
   * For what a person has to have signed in for a moment ago: a screen that was left open opens nothing (access.md §1 step-up, RFC 9470).
   * @throws Problem step-up-required (401); `maxAge` says how many seconds ago it may have been
   */
  async demandFresh(token: string): Promise<void> {
    const { signedInAt } = await this.verifier.verify(token);
    const { stepUpSeconds: maxAge } = this.config;
    if (machineTime() / 1000 - signedInAt > maxAge)
      throw new Problem('step-up-required', 'unauthenticated', { params: { maxAge } });
  }

  /** Somebody for whom the system acts without a request (a subscription); undefined where they left or are locked. */
  async staffById(personId: string): Promise<StaffSubject | undefined> {
    const row = await this.find('p.id = $2', personId);
    return row && !row.disabled ? subjectOf(row) : undefined;
  }

  private async find(where: string, ...params: string[]): Promise<Row | undefined> {
    const [row] = await this.database.query<Row[]>(
      `SELECT p.id, p.login, p.name, p.unit_id, u.org_id, p.disabled, p.tokens_not_before,
         array(SELECT a.ancestor_id FROM access.unit_ancestor a WHERE a.unit_id = p.unit_id ORDER BY a.depth) AS unit_line,
         coalesce((SELECT jsonb_agg(jsonb_build_object('role', h.role, 'unitId', h.unit_id, 'orgId', hu.org_id, 'placeId',
             (SELECT a.ancestor_id FROM access.unit_ancestor a JOIN access.unit place ON place.id = a.ancestor_id
              WHERE a.unit_id = h.unit_id AND place.kind <> 'department' ORDER BY a.depth LIMIT 1))
             ORDER BY h.role, h.unit_id)
           FROM access.holding h JOIN access.unit hu ON hu.id = h.unit_id WHERE h.person_id = p.id AND h.valid_from <= $1
             AND (h.valid_until IS NULL OR h.valid_until > $1)), '[]') AS holdings
       FROM access.person p JOIN access.unit u ON u.id = p.unit_id WHERE ${where}`,
      [this.clock.now(), ...params],
    );
    return row;
  }
}

function subjectOf(row: Row): StaffSubject {
  return {
    kind: 'staff',
    personId: row.id,
    login: row.login,
    name: row.name,
    unitId: row.unit_id,
    orgId: row.org_id,
    unitLine: row.unit_line,
    holdings: row.holdings,
  };
}
