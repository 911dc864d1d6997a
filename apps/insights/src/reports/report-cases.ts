import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowUnit, IS_COMPLAINT, IS_LATE } from '../figures/case-filter.js';
import { REPORT_KINDS } from './report-kinds.js';
import type { Report } from './report.js';

/** One complaint of a report: codes, dates and numbers. */
export interface ReportCase {
  caseNo: string;
  orgId: string;
  organisation: string;
  orgType: string;
  kind: string | null;
  channel: string | null;
  severity: string | null;
  project: string | null;
  receivedOn: string;
  answeredOn: string | null;
  archivedOn: string | null;
  withdrawn: boolean;
  admission: string | null;
  handlerGroup: string | null;
  households: number;
  justified: string | null;
  valid: boolean | null;
  causeCode: string | null;
  score: number | null;
  satisfied: boolean | null;
  late: boolean;
}

const MOST = 50_000;
const REACH = {
  own: `c.org_id = $1`,
  below: belowUnit(1),
  served: `(${belowUnit(1)} OR c.developer_id = $1)`,
};

/** The complaints that a report is about, from where the last one stopped to now. */
@Injectable()
export class ReportCases {
  /**
   * What came after the last report of the kind was cut off belongs to this one, so that nothing falls between two; what comes after
   * its own cut belongs to the next.
   */
  async load(manager: EntityManager, report: Report, cutAt: Date): Promise<ReportCase[]> {
    const { kinds, reach } = REPORT_KINDS[report.reportId];
    return manager.query(
      `SELECT c.case_no AS "caseNo", c.org_id AS "orgId", coalesce(u.name, c.org_id) AS organisation,
         c.org_type AS "orgType", c.kind, c.channel, c.severity, c.project, c.received_on::text AS "receivedOn",
         (c.answered_at + interval '8 hours')::date::text AS "answeredOn",
         (c.archived_at + interval '8 hours')::date::text AS "archivedOn", c.withdrawn_at IS NOT NULL AS withdrawn,
         c.admission, c.handler_group AS "handlerGroup", c.households, c.justified, c.valid,
         c.cause_code AS "causeCode", c.score, c.satisfied, ${IS_LATE} AS late
       FROM case_fact c LEFT JOIN access.unit u ON u.id = c.org_id
       WHERE c.received_at >= coalesce($4, $2::date - interval '8 hours') AND c.received_at <= $3
         AND c.received_on <= $6 AND ${IS_COMPLAINT} AND ($5::text[] IS NULL OR c.kind = ANY ($5)) AND ${REACH[reach]}
       ORDER BY c.received_at, c.case_no LIMIT ${MOST}`,
      [report.unitId, report.periodFrom, cutAt, await this.lastCut(manager, report), kinds, report.periodUntil],
    );
  }

  /** Where the report of the period right before stopped; null where there was none. */
  private async lastCut(manager: EntityManager, report: Report): Promise<Date | null> {
    const [row] = await manager.query<{ cut_at: Date | null }[]>(
      `SELECT cut_at FROM report WHERE report_id = $1 AND unit_id = $2 AND state <> 'draft' AND period_until = $3::date - 1
       ORDER BY cut_at DESC LIMIT 1`,
      [report.reportId, report.unitId, report.periodFrom],
    );
    return row?.cut_at ?? null;
  }
}
