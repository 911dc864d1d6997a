import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Analysis {
  analysisId: string;
  defectNo: string;
  projectId: string;
  defectType: string;
  count: number;
  analysedBy: string;
  sentAt: Date;
}

/** Special analyses of defects that concentrate, and the group's filing of them (R10.4). Their texts stand in form_record. */
@Injectable()
export class Analyses {
  async send(manager: EntityManager, one: Analysis): Promise<void> {
    await manager.query(
      `INSERT INTO defect_analysis (analysis_id, defect_no, project_id, defect_type, count, analysed_by, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [one.analysisId, one.defectNo, one.projectId, one.defectType, one.count, one.analysedBy, one.sentAt],
    );
  }

  async filed(manager: EntityManager, defectNo: string, at: string, by: string): Promise<void> {
    await manager.query(
      `UPDATE defect_analysis SET filed_at = $2, filed_by = $3 WHERE defect_no = $1 AND filed_at IS NULL`,
      [defectNo, at, by],
    );
  }
}
