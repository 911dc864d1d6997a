import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import { PublishedModels } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';

interface Parameters {
  auditSampleSize: number;
  auditMonths: number;
}

/** Which cases an audit looks at (R03.5): chance decides, but the same audit sees the same cases however often its form is opened. */
@Injectable()
export class AuditSample {
  constructor(
    private readonly models: PublishedModels,
    private readonly clock: Clock,
  ) {}

  async of(manager: EntityManager, orgId: string, subjectNo: string): Promise<string[]> {
    const { auditSampleSize, auditMonths } = this.models.decisions().evaluate('supervision-parameters', {})
      .output as unknown as Parameters;
    const rows = await manager.query<{ caseNo: string }[]>(
      `SELECT h.case_no AS "caseNo" FROM handling h
       WHERE h.org_id = $1 AND h.case_no LIKE 'TS-%' AND EXISTS (
         SELECT 1 FROM form_record f WHERE f.case_no = h.case_no AND f.completed_at > $2::timestamptz - make_interval(months => $3)
           AND f.completed_at <= $2)
       ORDER BY md5(h.case_no || $4), h.case_no LIMIT $5`,
      [orgId, this.clock.now(), auditMonths, subjectNo, auditSampleSize],
    );
    return rows.map(({ caseNo }) => caseNo);
  }
}
