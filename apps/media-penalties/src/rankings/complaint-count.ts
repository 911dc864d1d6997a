import { Injectable } from '@nestjs/common';
import type { Day } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';

/** A complaint of a customer against a store, that counts in the ranking unless it is malicious. */
export interface CountedComplaint {
  caseNo: string;
  orgId: string;
  storeId: string | null;
  receivedOn: Day;
  /** null: not judged yet. */
  malicious: boolean | null;
}

const COLUMNS = `case_no AS "caseNo", org_id AS "orgId", store_id AS "storeId", received_on::text AS "receivedOn", malicious`;

/** Customers' complaints accepted against stores, built from events; nothing else is in it (R11.9, R11.13). */
@Injectable()
export class ComplaintCount {
  async accepted(manager: EntityManager, { caseNo, orgId, storeId, receivedOn }: CountedComplaint): Promise<void> {
    await manager.query(
      `INSERT INTO counted_complaint (case_no, org_id, store_id, received_on) VALUES ($1, $2, $3, $4)
       ON CONFLICT (case_no) DO UPDATE SET store_id = coalesce(counted_complaint.store_id, $3)`,
      [caseNo, orgId, storeId, receivedOn],
    );
  }

  /** Whose it is and whether it counts, as the region judged it (R11.3). */
  async judged(
    manager: EntityManager,
    { caseNo, orgId, storeId, receivedOn, malicious }: CountedComplaint,
    by: string,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO counted_complaint (case_no, org_id, store_id, received_on, malicious, judged_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (case_no) DO UPDATE SET store_id = coalesce($3, counted_complaint.store_id), malicious = $5, judged_by = $6`,
      [caseNo, orgId, storeId, receivedOn, malicious, by],
    );
  }

  /** Complaints against these stores that came in from one day to another, both included. */
  async of(manager: EntityManager, storeIds: readonly string[], from: Day, until: Day): Promise<CountedComplaint[]> {
    return manager.query<CountedComplaint[]>(
      `SELECT ${COLUMNS} FROM counted_complaint WHERE store_id = ANY ($1) AND received_on BETWEEN $2 AND $3
       ORDER BY received_on, case_no`,
      [storeIds, from, until],
    );
  }

  async find(manager: EntityManager, caseNo: string): Promise<CountedComplaint | undefined> {
    const rows = await manager.query<CountedComplaint[]>(
      `SELECT ${COLUMNS} FROM counted_complaint WHERE case_no = $1`,
      [caseNo],
    );
    return rows[0];
  }

  async settle(manager: EntityManager, caseNo: string, malicious: boolean, by: string): Promise<void> {
    await manager.query(
      `UPDATE counted_complaint SET malicious = $2, judged_by = $3 WHERE case_no = $1 AND malicious IS NULL`,
      [caseNo, malicious, by],
    );
  }
}
