import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import type { EntityManager } from 'typeorm';

/** The departments that a survey report goes to (R02.8). */
export const REPORT_RECIPIENTS = ['customer-service', 'construction-engineering'] as const;
export type ReportRecipient = (typeof REPORT_RECIPIENTS)[number];

export interface SentReport {
  /** Task that it was written in. */
  taskId: string;
  sentAt: Date;
}

/** Survey reports that went out, and the receipts of both departments. The number of a report is its case's (R13.4). */
@Injectable()
export class SurveyReports {
  constructor(private readonly clock: Clock) {}

  /** Sends the report of a completed task once; each recipient holds it from this moment. */
  async send(
    manager: EntityManager,
    report: { caseNo: string; outcomeId: string; writtenBy: string },
    units: Readonly<Record<ReportRecipient, string | null>>,
  ): Promise<void> {
    const now = this.clock.now();
    const [row] = await manager.query<{ report_id: string }[]>(
      `INSERT INTO survey_report (case_no, outcome_id, written_by, sent_at) VALUES ($1, $2, $3, $4) RETURNING report_id`,
      [report.caseNo, report.outcomeId, report.writtenBy, now],
    );
    for (const recipient of REPORT_RECIPIENTS) {
      await manager.query(
        `INSERT INTO survey_report_receipt (report_id, recipient, unit_id, delivered_at) VALUES ($1, $2, $3, $4)`,
        [row?.report_id, recipient, units[recipient], now],
      );
    }
  }

  async latest(manager: EntityManager, caseNo: string): Promise<SentReport | undefined> {
    const [row] = await manager.query<SentReport[]>(
      `SELECT outcome_id AS "taskId", sent_at AS "sentAt" FROM survey_report WHERE case_no = $1 ORDER BY sent_at DESC LIMIT 1`,
      [caseNo],
    );
    return row;
  }

  /** 签收: somebody of the department opened it for the first time. */
  async received(manager: EntityManager, caseNo: string, recipient: ReportRecipient, by: string): Promise<void> {
    await manager.query(
      `UPDATE survey_report_receipt SET received_at = $3, received_by = $4
       WHERE recipient = $2 AND received_at IS NULL
         AND report_id = (SELECT report_id FROM survey_report WHERE case_no = $1 ORDER BY sent_at DESC LIMIT 1)`,
      [caseNo, recipient, this.clock.now(), by],
    );
  }
}
