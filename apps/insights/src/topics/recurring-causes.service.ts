import { Injectable } from '@nestjs/common';
import type { CauseArea, RecurringCause } from '@huiying/contracts';
import { DataSource } from 'typeorm';
import { belowUnit, IS_COMPLAINT, receivedIn } from '../figures/case-filter.js';
import { Parameters } from '../figures/parameters.js';
import type { Period } from '../figures/period.js';

/** Kinds of each area (R02.2: quality, property service, sales service). */
const AREA_OF_KIND = `CASE
  WHEN c.kind IN ('construction-quality', 'construction-safety', 'after-sales') THEN 'quality'
  WHEN c.kind = 'property-service' THEN 'property'
  WHEN c.kind IN ('sales', 'leasing', 'marketing-service') THEN 'sales' END`;

/** Complaints of a unit and a period whose cause lies with us. */
const WITH_CAUSE = `${receivedIn(2, 3)} AND (${belowUnit(1)} OR c.developer_id = $1) AND ${IS_COMPLAINT}
  AND c.cause_code IS NOT NULL AND c.cause_code <> 'complainant' AND coalesce(c.justified, 'yes') <> 'no'`;

/** One complaint of a recurring cause. */
interface CaseOfCause {
  caseNo: string;
  receivedOn: string;
  organisation: string;
  kind: string | null;
  project: string | null;
}

/** One cause that came up several times in one area: a recurring problem (R02.2). */
@Injectable()
export class RecurringCauses {
  constructor(
    private readonly database: DataSource,
    private readonly parameters: Parameters,
  ) {}

  /** Of the organisations below a unit and of those whose property company or developer it is, `recurringFrom` or more. */
  async of(unitId: string, period: Period): Promise<RecurringCause[]> {
    return this.database.query(
      `SELECT f.area, f.cause_code AS "causeCode", count(*)::int AS count FROM (
         SELECT c.cause_code, ${AREA_OF_KIND} AS area FROM case_fact c WHERE ${WITH_CAUSE}) f
       WHERE f.area IS NOT NULL GROUP BY f.area, f.cause_code HAVING count(*) >= $4 ORDER BY f.area, 3 DESC, 2`,
      [unitId, period.from, period.until, this.parameters.now().recurringFrom],
    );
  }

  /** The complaints of one cause in one area, oldest first. */
  async casesOf(unitId: string, period: Period, area: CauseArea, causeCode: string): Promise<CaseOfCause[]> {
    return this.database.query<CaseOfCause[]>(
      `SELECT c.case_no AS "caseNo", c.received_on::text AS "receivedOn", coalesce(u.name, c.org_id) AS organisation, c.kind, c.project
       FROM case_fact c LEFT JOIN access.unit u ON u.id = c.org_id
       WHERE ${WITH_CAUSE} AND c.cause_code = $4 AND ${AREA_OF_KIND} = $5 ORDER BY c.received_at, c.case_no`,
      [unitId, period.from, period.until, causeCode, area],
    );
  }

  /** Who analyses the cause, by the operator's table. */
  responsible(area: CauseArea): string {
    return this.parameters.now().responsible[area];
  }
}
