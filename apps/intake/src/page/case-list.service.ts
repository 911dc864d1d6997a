import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CASE_STATE_NAMES, type CaseList, type CaseRow, type CaseState } from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, pageOf, Problem, readCursor, type Subject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';

/** What a list may be narrowed by; no personal column is among it. */
export interface CaseFilter {
  q?: string;
  state?: string;
  kind?: string;
  severity?: string;
  organisationId?: string;
  masterNo?: string;
  /** These cases alone, as far as the caller may read them: what a list of tasks is about. */
  caseNos?: string[];
  cursor?: string;
  limit?: number;
}

interface Row {
  case_no: string;
  org_id: string;
  state: CaseState;
  kind: string | null;
  severity: string | null;
  channel: string;
  subject_masked: string | null;
  project: string | null;
  building: string | null;
  handler_group: string | null;
  owner_group: string;
  master_no: string | null;
  children: number;
  key_customer: boolean;
  emergency: boolean;
  received_at: Date;
  received_key: string;
  reply_by: Date;
}

const PAGE = 50;
const PERSONAL_NUMBER = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/;

/** 案件 (console.md C1): one row per case that the caller may read; rows and totals come from one predicate. */
@Injectable()
export class CaseListService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `use-person-search` (422) for a number of a person in the search text */
  async list(filter: CaseFilter, caller: Subject): Promise<CaseList> {
    const q = filter.q?.trim() ?? '';
    if (PERSONAL_NUMBER.test(q.replace(/[\s-]/g, ''))) throw new Problem('use-person-search', 'rejected');
    const [receivedAt, caseNo] = readCursor(filter.cursor);
    const limit = Math.min(filter.limit ?? PAGE, 200);
    const own = [
      filter.state ?? null,
      filter.kind ?? null,
      filter.severity ?? null,
      filter.organisationId ?? null,
      filter.masterNo ?? null,
      q === '' ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`,
      receivedAt,
      caseNo,
      limit + 1,
      filter.caseNos ?? null,
    ];
    const allowed = whereAllowed(
      this.access.for(caller, 'case.list'),
      { caseNo: 'c.case_no' },
      own.length + 1,
      this.clock.now(),
    );
    const rows = await this.database.query<Row[]>(
      `SELECT c.case_no, c.org_id, c.state, c.kind, c.severity, c.channel, c.subject_masked, c.project, c.building,
         c.handler_group, c.owner_group, c.master_no, c.key_customer, c.emergency, c.received_at, c.received_at::text AS received_key,
         c.reply_by, (SELECT count(*)::int FROM complaint_case k WHERE k.master_no = c.case_no) AS children
       FROM complaint_case c
       WHERE ($1::text IS NULL OR c.state = $1) AND ($2::text IS NULL OR c.kind = $2) AND ($3::text IS NULL OR c.severity = $3)
         AND ($4::text IS NULL OR c.org_id = $4) AND ($5::text IS NULL OR c.master_no = $5)
         AND ($6::text IS NULL OR c.case_no LIKE $6 OR c.subject_masked LIKE $6 OR c.description_masked LIKE $6 OR c.project LIKE $6)
         AND ($7::timestamptz IS NULL OR (c.received_at, c.case_no) < ($7::timestamptz, $8::text))
         AND ($10::text[] IS NULL OR c.case_no = ANY ($10))
         AND ${allowed.sql}
       ORDER BY c.received_at DESC, c.case_no DESC LIMIT $9`,
      [...own, ...allowed.params],
    );
    const { page, next } = pageOf(rows, limit, (row) => [row.received_key, row.case_no]);
    return { items: page.map(rowOf), next };
  }
}

function rowOf(row: Row): CaseRow {
  return {
    caseNo: row.case_no,
    orgId: row.org_id,
    state: row.state,
    stateText: CASE_STATE_NAMES[row.state],
    kind: row.kind,
    severity: row.severity,
    channel: row.channel,
    subject: row.subject_masked,
    project: row.project,
    building: row.building,
    handlerGroup: row.handler_group,
    ownerGroup: row.owner_group,
    masterNo: row.master_no,
    children: row.children,
    keyCustomer: row.key_customer,
    emergency: row.emergency,
    receivedAt: toLocalIso(row.received_at),
    replyBy: toLocalIso(row.reply_by),
  };
}
