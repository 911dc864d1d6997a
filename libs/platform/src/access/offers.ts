import { Injectable } from '@nestjs/common';
import type { OrgType } from '../directory/directory.js';
import { AccessDatabase } from './access-database.js';
import { type ActionId, ACTIONS } from './actions.js';
import { holdingsFor } from './decide.js';
import type { HeldRole, StaffSubject } from './subject.js';

/** What only some types of organisations have: whose holdings reach none of them would find nothing behind it. */
const ONLY_AT: readonly { orgTypes: OrgType[]; actions: ActionId[] }[] = [
  {
    // D11 binds brokerages alone (R11).
    orgTypes: ['brokerage'],
    actions: [
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
    ],
  },
  {
    // Whoever hands houses over, keeps or mends them (R10.4).
    orgTypes: ['developer', 'property-company', 'construction-company'],
    actions: ['defect.list', 'defect.register'],
  },
];

/** What somebody's roles let them do, and do somewhere: menus and buttons go by it, every request is decided on again. */
@Injectable()
export class Offers {
  constructor(private readonly database: AccessDatabase) {}

  async actionsFor(subject: StaffSubject): Promise<ActionId[]> {
    const reached = await this.orgTypesReached(subject.holdings);
    return ACTIONS.filter((action) => {
      const orgTypes = ONLY_AT.find(({ actions }) => actions.includes(action))?.orgTypes;
      const reaches = (held: HeldRole) => !orgTypes || orgTypes.some((type) => reached.get(keyOf(held))?.has(type));
      return holdingsFor(subject, action).some(reaches);
    });
  }

  /** Of each holding: the type of its organisation, and those below the unit or place that it is held at. */
  private async orgTypesReached(holdings: readonly HeldRole[]): Promise<Map<string, Set<OrgType>>> {
    const units = [...new Set(holdings.flatMap(({ orgId, unitId, placeId }) => [orgId, unitId, placeId]))];
    const below = await this.database.query<{ ancestorId: string; orgId: string; orgType: OrgType }[]>(
      `SELECT a.ancestor_id AS "ancestorId", o.id AS "orgId", o.org_type AS "orgType"
       FROM access.unit o JOIN access.unit_ancestor a ON a.unit_id = o.id
       WHERE o.kind = 'organisation' AND a.ancestor_id = ANY ($1)`,
      [units],
    );
    return new Map(
      holdings.map((held) => {
        const found = below.filter(
          ({ ancestorId, orgId }) => orgId === held.orgId || ancestorId === held.unitId || ancestorId === held.placeId,
        );
        return [keyOf(held), new Set(found.map(({ orgType }) => orgType))];
      }),
    );
  }
}

const keyOf = ({ role, unitId }: HeldRole) => `${role} ${unitId}`;
