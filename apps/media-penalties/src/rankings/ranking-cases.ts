import { Injectable } from '@nestjs/common';
import type { RankingCase } from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, type StaffSubject } from '@huiying/platform';
import type { EntityManager } from 'typeorm';

/** A complaint behind a published ranking, and whose. */
export interface PublishedCase extends RankingCase {
  storeId: string;
}

/** The complaints behind published rankings: as they were counted, and as they are judged now (R11.9, R11.3). */
@Injectable()
export class RankingCases {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /**
   * All of a ranking's stores, by day of receipt; one that was judged, or found to be
   * another store's, only after the publication counts now, not then.
   */
  async of(
    manager: EntityManager,
    { regionId, year, storeIds }: { regionId: string; year: number; storeIds: readonly string[] },
  ): Promise<PublishedCase[]> {
    return manager.query<PublishedCase[]>(
      `SELECT c.no, c.store_id AS "storeId", c.received_on::text AS "receivedOn", NOT c.malicious AS counted,
         NOT coalesce(k.malicious, c.malicious) AND coalesce(k.store_id, c.store_id) = c.store_id AS "countsNow"
       FROM ranking_case c LEFT JOIN counted_complaint k ON k.case_no = c.no
       WHERE c.region_id = $1 AND c.year = $2
       UNION ALL
       SELECT k.case_no, k.store_id, k.received_on::text, false, NOT k.malicious FROM counted_complaint k
       WHERE k.store_id = ANY ($3) AND k.malicious IS NOT NULL AND k.received_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
         AND NOT EXISTS (SELECT 1 FROM ranking_case c WHERE c.region_id = $1 AND c.year = $2 AND c.no = k.case_no
           AND c.store_id = k.store_id)
       ORDER BY 3, 1`,
      [regionId, year, storeIds],
    );
  }

  /** Of these stores those whose penalties the caller may read: all for the region, its own for a store's head. */
  async readableStores(
    manager: EntityManager,
    storeIds: readonly string[],
    caller: StaffSubject,
  ): Promise<Set<string>> {
    const columns = { unitId: 's.id', parties: 'ARRAY[s.id]' };
    const allowed = whereAllowed(this.access.for(caller, 'penalty.list'), columns, 2, this.clock.now());
    const rows = await manager.query<{ id: string }[]>(
      `SELECT s.id FROM unnest($1::text[]) AS s(id) WHERE ${allowed.sql}`,
      [storeIds, ...allowed.params],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
