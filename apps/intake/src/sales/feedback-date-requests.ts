import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { EntityManager } from 'typeorm';

/** A new promised date that somebody asked for (R07.7). */
export interface FeedbackDateRequest {
  newDate: string;
  /** Staff id. */
  askedBy: string;
  askedAt: Date;
}

@Injectable()
export class FeedbackDateRequests {
  async keep(
    manager: EntityManager,
    caseNo: string,
    { newDate, askedBy, askedAt }: FeedbackDateRequest,
  ): Promise<string> {
    const id = v7();
    await manager.query(
      `INSERT INTO feedback_date_request (id, case_no, new_date, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5)`,
      [id, caseNo, newDate, askedBy, askedAt],
    );
    return id;
  }

  async latest(manager: EntityManager, caseNo: string): Promise<FeedbackDateRequest | undefined> {
    const [row] = await manager.query<FeedbackDateRequest[]>(
      `SELECT new_date AS "newDate", asked_by AS "askedBy", asked_at AS "askedAt" FROM feedback_date_request
       WHERE case_no = $1 ORDER BY asked_at DESC, id DESC LIMIT 1`,
      [caseNo],
    );
    return row;
  }
}
