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
         SELECT c.cause_code, ${AREA_OF_KIND} AS area FROM case_fact c
         WHERE ${receivedIn(2, 3)} AND (${belowUnit(1)} OR c.developer_id = $1) AND ${IS_COMPLAINT}
           AND c.cause_code IS NOT NULL AND c.cause_code <> 'complainant' AND coalesce(c.justified, 'yes') <> 'no') f
       WHERE f.area IS NOT NULL GROUP BY f.area, f.cause_code HAVING count(*) >= $4 ORDER BY f.area, 3 DESC, 2`,
      [unitId, period.from, period.until, this.parameters.now().recurringFrom],
    );
  }

  /** Who analyses the cause, by the operator's table. */
  responsible(area: CauseArea): string {
    return this.parameters.now().responsible[area];
  }
}
