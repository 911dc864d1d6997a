import { Injectable } from '@nestjs/common';
import { Vault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';

export type ExtensionState = 'asked' | 'approved' | 'refused' | 'extended';

/** A request to move the end of a limit; the number is the subject of its process (`<caseNo>-Yn`). */
export interface ExtensionRequestRow {
  requestId: string;
  caseNo: string;
  deadlineId: string;
  limitId: string;
  /** In the unit of the limit. */
  days: number;
  askedBy: string;
  askedAt: Date;
  state: ExtensionState;
  approvedDays: number | null;
}

const COLUMNS = `request_id as "requestId", case_no as "caseNo", deadline_id as "deadlineId", limit_id as "limitId", days,
  asked_by as "askedBy", asked_at as "askedAt", state, approved_days as "approvedDays"`;

@Injectable()
export class ExtensionRequests {
  constructor(private readonly vault: Vault) {}

  async add(
    manager: EntityManager,
    request: Pick<ExtensionRequestRow, 'caseNo' | 'deadlineId' | 'limitId' | 'days' | 'askedBy' | 'askedAt'>,
    reason: string,
  ): Promise<string> {
    const { caseNo, deadlineId, limitId, days, askedBy, askedAt } = request;
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('extension:' || $1, 0))`, [caseNo]);
    const [count] = await manager.query<{ n: number }[]>(
      'select count(*)::int as n from extension_request where case_no = $1',
      [caseNo],
    );
    const requestId = `${caseNo}-Y${(count?.n ?? 0) + 1}`;
    const sealed = await this.vault.seal(manager, place(caseNo, requestId), reason);
    await manager.query(
      `insert into extension_request
         (request_id, case_no, deadline_id, limit_id, days, reason_enc, asked_by, asked_at, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'asked')`,
      [requestId, caseNo, deadlineId, limitId, days, sealed, askedBy, askedAt],
    );
    return requestId;
  }

  async find(manager: EntityManager, requestId: string, lock = false): Promise<ExtensionRequestRow | undefined> {
    const [row] = await manager.query<ExtensionRequestRow[]>(
      `select ${COLUMNS} from extension_request where request_id = $1 ${lock ? 'for update' : ''}`,
      [requestId],
    );
    return row;
  }

  /** Those of a case that were granted and carried out, oldest first. */
  extended(manager: EntityManager, caseNo: string): Promise<ExtensionRequestRow[]> {
    return manager.query<ExtensionRequestRow[]>(
      `select ${COLUMNS} from extension_request where case_no = $1 and state = 'extended'
       order by length(request_id), request_id`,
      [caseNo],
    );
  }

  async reason(manager: EntityManager, { caseNo, requestId }: ExtensionRequestRow): Promise<string> {
    const [row] = await manager.query<{ reason_enc: string }[]>(
      'select reason_enc from extension_request where request_id = $1',
      [requestId],
    );
    return row ? this.vault.open(manager, place(caseNo, requestId), row.reason_enc) : '';
  }

  /** What was extended stays so: the job may be faster than the event of the approval. */
  async settle(manager: EntityManager, requestId: string, state: ExtensionState, days: number | null): Promise<void> {
    await manager.query(
      `update extension_request set state = $2, approved_days = coalesce($3, approved_days)
       where request_id = $1 and state <> 'extended'`,
      [requestId, state, days],
    );
  }

  /** A request for the limit that is still being decided. */
  async isOpen(manager: EntityManager, deadlineId: string): Promise<boolean> {
    const [row] = await manager.query<{ open: boolean }[]>(
      `select exists (select 1 from extension_request where deadline_id = $1 and state in ('asked', 'approved')) as open`,
      [deadlineId],
    );
    return row?.open === true;
  }
}

function place(caseNo: string, requestId: string) {
  return { subject: caseNo, table: 'extension_request', id: requestId, column: 'reason_enc' };
}
