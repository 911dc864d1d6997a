import { Injectable } from '@nestjs/common';
import type { Escalation, StoreRespondent } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';

/** A complaint about a store or a consultant, as this service knows it. */
export interface AgencyCase {
  caseNo: string;
  orgId: string;
  storeId: string | null;
  consultantId: string | null;
  escalated: Escalation | null;
  chargedAt: Date | null;
  malicious: boolean | null;
  violationCode: string | null;
}

export interface JudgedFault {
  storeId: string;
  consultantId: string | null;
  respondentType: StoreRespondent;
  storeFault: boolean;
  consultantFault: boolean;
  malicious: boolean;
  violationCode: string | null;
  judgedBy: string;
  judgedAt: Date;
}

const COLUMNS = `case_no AS "caseNo", org_id AS "orgId", store_id AS "storeId", consultant_id AS "consultantId", escalated,
  charged_at AS "chargedAt", malicious, violation_code AS "violationCode"`;

@Injectable()
export class AgencyCases {
  async find(manager: EntityManager, caseNo: string): Promise<AgencyCase | undefined> {
    const rows = await manager.query<AgencyCase[]>(`SELECT ${COLUMNS} FROM agency_case WHERE case_no = $1`, [caseNo]);
    return rows[0];
  }

  /** The row of a case, locked; made where there is none. */
  async lock(manager: EntityManager, caseNo: string, orgId: string): Promise<AgencyCase> {
    await manager.query(`INSERT INTO agency_case (case_no, org_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      caseNo,
      orgId,
    ]);
    const [row] = await manager.query<AgencyCase[]>(
      `SELECT ${COLUMNS} FROM agency_case WHERE case_no = $1 FOR UPDATE`,
      [caseNo],
    );
    return row as AgencyCase;
  }

  async settledBy(manager: EntityManager, caseNo: string, storeId: string): Promise<void> {
    await manager.query(`UPDATE agency_case SET store_id = $2 WHERE case_no = $1`, [caseNo, storeId]);
  }

  async charged(
    manager: EntityManager,
    caseNo: string,
    { escalated, storeId, at }: { escalated: Escalation; storeId: string | null; at: Date },
  ): Promise<void> {
    await manager.query(
      `UPDATE agency_case SET escalated = $2, charged_at = $3, store_id = coalesce($4, store_id) WHERE case_no = $1`,
      [caseNo, escalated, at, storeId],
    );
  }

  async judged(manager: EntityManager, caseNo: string, fault: JudgedFault): Promise<void> {
    await manager.query(
      `UPDATE agency_case SET store_id = $2, consultant_id = $3, respondent_type = $4, store_fault = $5, consultant_fault = $6,
         malicious = $7, violation_code = $8, judged_by = $9, judged_at = $10 WHERE case_no = $1`,
      [
        caseNo,
        fault.storeId,
        fault.consultantId,
        fault.respondentType,
        fault.storeFault,
        fault.consultantFault,
        fault.malicious,
        fault.violationCode,
        fault.judgedBy,
        fault.judgedAt,
      ],
    );
  }

  /** Codes of the schedule that the store was judged with in other cases, and how often (R11.11). */
  async violations(manager: EntityManager, storeId: string, butCaseNo: string): Promise<{ code: string; n: number }[]> {
    return manager.query<{ code: string; n: number }[]>(
      `SELECT violation_code AS code, count(*)::int AS n FROM agency_case
       WHERE store_id = $1 AND violation_code IS NOT NULL AND case_no <> $2 GROUP BY 1 ORDER BY 1`,
      [storeId, butCaseNo],
    );
  }

  /** How often the store was judged with the same code before, in other cases (R11.11). */
  async repeats(manager: EntityManager, storeId: string, violationCode: string, butCaseNo: string): Promise<number> {
    const [row] = await manager.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM agency_case WHERE store_id = $1 AND violation_code = $2 AND case_no <> $3`,
      [storeId, violationCode, butCaseNo],
    );
    return row?.n ?? 0;
  }
}
