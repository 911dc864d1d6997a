import { Injectable } from '@nestjs/common';
import type { EmergencyResult } from '@huiying/contracts';
import { Clock, Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { Response } from './response.js';

const COLUMNS = `case_no AS "caseNo", n, org_id AS "orgId", org_type AS "orgType", project_type AS "projectType", because, reason,
  started_at AS "startedAt", round, closed_at AS "closedAt", result, revise`;

/** The responses of all cases: at most one runs for a case. */
@Injectable()
export class ResponseBook {
  constructor(private readonly clock: Clock) {}

  /** The running response of the case, or a new one. */
  async open(
    manager: EntityManager,
    given: Pick<Response, 'caseNo' | 'orgId' | 'orgType' | 'projectType' | 'because' | 'reason'>,
  ): Promise<Response> {
    const { caseNo, orgId, orgType, projectType, because, reason } = given;
    await manager.query(
      `INSERT INTO response (case_no, n, org_id, org_type, project_type, because, reason, started_at)
       SELECT $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6, $7 FROM response WHERE case_no = $1
       ON CONFLICT (case_no) WHERE closed_at IS NULL DO NOTHING`,
      [caseNo, orgId, orgType, projectType, because, reason, this.clock.now()],
    );
    return this.running(manager, caseNo);
  }

  /** The newest response of the case, running or closed. */
  async latest(manager: EntityManager, caseNo: string): Promise<Response | undefined> {
    const rows = await manager.query<Response[]>(
      `SELECT ${COLUMNS} FROM response WHERE case_no = $1 ORDER BY n DESC LIMIT 1`,
      [caseNo],
    );
    return rows[0];
  }

  /** The newest response of the case that asked for a revision of the plan (R08.9). */
  async revising(manager: EntityManager, caseNo: string): Promise<Response | undefined> {
    const rows = await manager.query<Response[]>(
      `SELECT ${COLUMNS} FROM response WHERE case_no = $1 AND revise ORDER BY n DESC LIMIT 1`,
      [caseNo],
    );
    return rows[0];
  }

  /** @throws Problem `emergency-unknown` where none runs: a task or job of a response that is over */
  async running(manager: EntityManager, caseNo: string): Promise<Response> {
    const found = await this.latest(manager, caseNo);
    if (!found || found.closedAt !== null) throw new Problem('emergency-unknown', 'missing', { params: { caseNo } });
    return found;
  }

  async nextRound(manager: EntityManager, { caseNo, n }: Response): Promise<void> {
    await manager.query(`UPDATE response SET round = round + 1 WHERE case_no = $1 AND n = $2`, [caseNo, n]);
  }

  async close(
    manager: EntityManager,
    { caseNo, n }: Response,
    { result, revise }: { result: EmergencyResult; revise: boolean },
  ): Promise<void> {
    await manager.query(
      `UPDATE response SET closed_at = $3, result = $4, revise = $5 WHERE case_no = $1 AND n = $2 AND closed_at IS NULL`,
      [caseNo, n, this.clock.now(), result, revise],
    );
  }
}
