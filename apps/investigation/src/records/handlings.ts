import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A case as this service handles it, now. */
export interface Handling {
  caseNo: string;
  orgId: string;
  /** 0 before the first dispatch; one more each time the case is handled again. */
  round: number;
  handlingProcess: string | null;
  handlerGroup: string | null;
  overseer: string | null;
  departments: string[];
  justified: string | null;
  conclusive: boolean | null;
  causeCode: string | null;
  /** Parties that were not heard: complainant, respondent (R04.7). */
  silent: string[];
  /** Person who decided last: excluded from the review. */
  decidedBy: string | null;
  correctiveActionNo: string | null;
}

const COLUMN: Record<keyof Omit<Handling, 'caseNo' | 'orgId'>, string> = {
  round: 'round',
  handlingProcess: 'handling_process',
  handlerGroup: 'handler_group',
  overseer: 'overseer',
  departments: 'departments',
  justified: 'justified',
  conclusive: 'conclusive',
  causeCode: 'cause_code',
  silent: 'silent',
  decidedBy: 'decided_by',
  correctiveActionNo: 'corrective_action_no',
};

@Injectable()
export class Handlings {
  async find(manager: EntityManager, caseNo: string): Promise<Handling | undefined> {
    const columns = Object.entries(COLUMN).map(([name, column]) => `${column} AS "${name}"`);
    const rows = await manager.query<Handling[]>(
      `SELECT case_no AS "caseNo", org_id AS "orgId", ${columns.join(', ')} FROM handling WHERE case_no = $1`,
      [caseNo],
    );
    return rows[0];
  }

  /** 0 before the first dispatch. */
  async roundOf(manager: EntityManager, caseNo: string): Promise<number> {
    return (await this.find(manager, caseNo))?.round ?? 0;
  }

  /** A party is silent, or was heard after all (R04.7). Both sides are heard side by side: each word touches its own party alone. */
  async silence(
    manager: EntityManager,
    caseNo: string,
    party: 'complainant' | 'respondent',
    isSilent: boolean,
  ): Promise<void> {
    await manager.query(
      `UPDATE handling SET silent = array_remove(silent, $2::text) || CASE WHEN $3::boolean THEN ARRAY[$2::text] ELSE '{}'::text[] END
       WHERE case_no = $1`,
      [caseNo, party, isSilent],
    );
  }

  /** Makes the row where there is none yet and changes what is given. */
  async change(
    manager: EntityManager,
    { caseNo, orgId }: { caseNo: string; orgId: string },
    changes: Partial<Omit<Handling, 'caseNo' | 'orgId'>>,
  ): Promise<void> {
    await manager.query(`INSERT INTO handling (case_no, org_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      caseNo,
      orgId,
    ]);
    const names = Object.keys(changes) as (keyof typeof COLUMN)[];
    if (names.length === 0) return;
    const sets = names.map((name, index) => `${COLUMN[name]} = $${index + 2}`);
    await manager.query(`UPDATE handling SET ${sets.join(', ')} WHERE case_no = $1`, [
      caseNo,
      ...names.map((name) => changes[name]),
    ]);
  }
}
