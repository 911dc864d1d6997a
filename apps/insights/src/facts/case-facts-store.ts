import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What is known of a case; names are those of the columns. */
export interface CaseFact {
  org_type: string;
  kind: string | null;
  topic: string | null;
  channel: string;
  received_at: string;
  received_on: string;
  reply_by: string;
  project_id: string | null;
  project: string | null;
  developer_id: string | null;
  property_company_id: string | null;
  respondent_type: string | null;
  respondent_unit_id: string | null;
  households: number;
  anonymous: boolean;
  key_customer: boolean;
  has_address: boolean;
  master_no: string | null;
  admission: string;
  target: string | null;
  sealed: boolean;
  accepted_at: string | null;
  severity: string | null;
  complexity: string | null;
  handling_process: string;
  handler_group: string;
  answered_at: string;
  archived_at: string | null;
  withdrawn_at: string;
  justified: string | null;
  valid: boolean | null;
  malicious: boolean | null;
  rounds: number;
  cause_code: string | null;
  score: number;
  satisfied: boolean;
  words: string[];
}

/**
 * Writes what an event told of a case. Between services no order is promised, so every event may be the first: it makes the row, and
 * touches its own columns alone. The same event again changes nothing.
 */
@Injectable()
export class CaseFactsStore {
  async set(manager: EntityManager, caseNo: string, orgId: string, facts: Partial<CaseFact>): Promise<void> {
    const columns = Object.keys(facts);
    const given = columns.map((_, n) => `$${n + 3}`);
    const updates = ['org_id', ...columns].map((column) => `${column} = excluded.${column}`);
    await manager.query(
      `INSERT INTO case_fact (${['case_no', 'org_id', ...columns].join(', ')}) VALUES ($1, $2${given.map((one) => `, ${one}`).join('')})
       ON CONFLICT (case_no) DO UPDATE SET ${updates.join(', ')}`,
      [caseNo, orgId, ...Object.values(facts)],
    );
  }
}
