import { Injectable } from '@nestjs/common';
import { AccessDatabase } from './access-database.js';
import { type ActionId, ACTIONS } from './actions.js';
import { holdingsFor } from './decide.js';
import type { HeldRole, StaffSubject } from './subject.js';

/** What only a brokerage has (D11, R11): whose holdings reach none would find nothing behind them. */
const OF_BROKERAGES: readonly ActionId[] = [
  'penalty.list',
  'penalty.export',
  'penalty.revoke',
  'exposure.list',
  'exposure.export',
  'exposure.register',
  'dispute.list',
  'dispute.file',
  'store.list',
  'store.write',
  'ranking.list',
];

/** What somebody's roles let them do, and do somewhere: menus and buttons go by it, every request is decided on again. */
@Injectable()
export class Offers {
  constructor(private readonly database: AccessDatabase) {}

  async actionsFor(subject: StaffSubject): Promise<ActionId[]> {
    const allowed = ACTIONS.map((action) => ({ action, holdings: holdingsFor(subject, action) })).filter(
      ({ holdings }) => holdings.length > 0,
    );
    const reaching = await this.reachingBrokerages(subject.holdings);
    return allowed
      .filter(
        ({ action, holdings }) => !OF_BROKERAGES.includes(action) || holdings.some((held) => reaching.has(keyOf(held))),
      )
      .map(({ action }) => action);
  }

  /** Holdings within a brokerage, or with one below the unit or place that they are held at. */
  private async reachingBrokerages(holdings: readonly HeldRole[]): Promise<Set<string>> {
    const units = [...new Set(holdings.flatMap(({ orgId, unitId, placeId }) => [orgId, unitId, placeId]))];
    const rows = await this.database.query<{ id: string; org_id: string }[]>(
      `SELECT DISTINCT a.ancestor_id AS id, b.id AS org_id FROM access.unit b JOIN access.unit_ancestor a ON a.unit_id = b.id
       WHERE b.kind = 'organisation' AND b.org_type = 'brokerage' AND a.ancestor_id = ANY ($1)`,
      [units],
    );
    const above = new Set(rows.map(({ id }) => id));
    const brokerages = new Set(rows.map(({ org_id }) => org_id));
    return new Set(
      holdings
        .filter(({ orgId, unitId, placeId }) => brokerages.has(orgId) || above.has(unitId) || above.has(placeId))
        .map(keyOf),
    );
  }
}

const keyOf = ({ role, unitId }: HeldRole) => `${role} ${unitId}`;
