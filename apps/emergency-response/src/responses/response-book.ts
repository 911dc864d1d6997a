import { Injectable } from '@nestjs/common';
import type { EmergencyResult } from '@huiying/contracts';
import { Clock, Problem } from '@huiying/platform';
import { type EntityManager, IsNull } from 'typeorm';
import { Response } from './response.entity.js';

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
  latest(manager: EntityManager, caseNo: string): Promise<Response | null> {
    return manager.findOne(Response, { where: { caseNo }, order: { n: 'DESC' } });
  }

  /** The newest response of the case that asked for a revision of the plan (R08.9). */
  revising(manager: EntityManager, caseNo: string): Promise<Response | null> {
    return manager.findOne(Response, { where: { caseNo, revise: true }, order: { n: 'DESC' } });
  }

  /** @throws Problem `emergency-unknown` where none runs: a task or job of a response that is over */
  async running(manager: EntityManager, caseNo: string): Promise<Response> {
    const latest = await this.latest(manager, caseNo);
    if (!latest || latest.closedAt !== null) throw new Problem('emergency-unknown', 'missing', { params: { caseNo } });
    return latest;
  }

  /** A member of the leading group was told of the response (R08.8); once, also when the job comes again. */
  async alerted(
    manager: EntityManager,
    { caseNo, n }: Response,
    { role, personId, unitId }: { role: string; personId: string; unitId: string },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO alerted_member (case_no, n, role, person_id, unit_id, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [caseNo, n, role, personId, unitId, this.clock.now()],
    );
  }

  async nextRound(manager: EntityManager, { caseNo, n }: Response): Promise<void> {
    await manager.increment(Response, { caseNo, n }, 'round', 1);
  }

  async close(
    manager: EntityManager,
    { caseNo, n }: Response,
    { result, revise }: { result: EmergencyResult; revise: boolean },
  ): Promise<void> {
    const closed = { closedAt: this.clock.now(), result, revise };
    await manager.update(Response, { caseNo, n, closedAt: IsNull() }, closed);
  }
}
