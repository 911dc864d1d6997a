import { Injectable } from '@nestjs/common';
import {
  PAYER_TYPE_NAMES,
  PENALTY_KIND_NAMES,
  PENALTY_STATE_NAMES,
  type PenaltyList,
  type PenaltyRow,
} from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, pageOf, readCursor, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { type Column, csvOf } from '../exports/csv.js';
import { ownStores } from '../stores/own-stores.js';
import { claimSourceOf } from './penalty.js';

/** What the list may be narrowed by. */
export interface PenaltyFilter {
  state?: string;
  kind?: string;
  storeId?: string;
  caseNo?: string;
  cursor?: string;
  limit?: number;
}

type Row = Omit<PenaltyRow, 'kindText' | 'stateText' | 'imposedAt' | 'remainingFen' | 'side'> & {
  imposedAt: Date;
  key: string;
  revoked: boolean;
  whole: boolean;
  own: boolean;
  shareFen: number | null;
};

const PAGE = 50;
/** Rows of one export. */
const EXPORT_LIMIT = 10_000;

const COLUMNS: Column<PenaltyRow>[] = [
  ['处罚编号', ({ penaltyNo }) => penaltyNo],
  ['分店', ({ storeName }) => storeName],
  ['缴款人', ({ payerName }) => payerName],
  ['缴款人类别', ({ payerType }) => PAYER_TYPE_NAMES[payerType].zh],
  ['处罚', ({ kindText }) => kindText.zh],
  ['依据', ({ ruleId }) => ruleId],
  ['金额(元)', ({ amountFen }) => yuanOf(amountFen)],
  ['已缴(元)', ({ paidFen }) => yuanOf(paidFen)],
  ['未缴(元)', ({ remainingFen }) => yuanOf(remainingFen)],
  ['案号', ({ caseNo }) => caseNo ?? ''],
  ['状态', ({ stateText }) => stateText.zh],
  ['决定时间', ({ imposedAt }) => imposedAt],
  ['通知日期', ({ noticeOn }) => noticeOn ?? ''],
  ['缴款期限', ({ payBy }) => payBy ?? ''],
  ['催缴次数', ({ chases }) => String(chases)],
];

/** A number that a spreadsheet adds up: 1200.00. */
function yuanOf(fen: number): string {
  return (fen / 100).toFixed(2);
}

/** 罚款: the penalties that the caller may read, newest first; a party sees its own side (access.md §2). */
@Injectable()
export class PenaltyListService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async list(filter: PenaltyFilter, caller: StaffSubject): Promise<PenaltyList> {
    const limit = Math.min(filter.limit ?? PAGE, 200);
    const rows = await this.rows(filter, limit + 1, caller);
    const { page, next } = pageOf(rows, limit, ({ key, penaltyNo }) => [key, penaltyNo]);
    return { items: page.map(rowOf), next };
  }

  /** The same rows as CSV (RFC 4180, UTF-8 with BOM), at most 10,000. */
  async csv(filter: PenaltyFilter, caller: StaffSubject): Promise<string> {
    return csvOf(COLUMNS, (await this.rows(filter, EXPORT_LIMIT, caller)).map(rowOf));
  }

  /** One penalty as a row of the list shows it to the caller, or undefined where it is not theirs. */
  async row(penaltyNo: string, caller: StaffSubject): Promise<PenaltyRow | undefined> {
    const [row] = await this.rows({}, 1, caller, penaltyNo);
    return row && rowOf(row);
  }

  /** Demands for what was passed on of a revoked penalty, those that are the caller's to read. */
  async claimsOf(penaltyNo: string, caller: StaffSubject): Promise<PenaltyRow[]> {
    return (await this.rows({}, EXPORT_LIMIT, caller, null, claimSourceOf(penaltyNo))).map(rowOf);
  }

  private async rows(
    filter: PenaltyFilter,
    limit: number,
    caller: StaffSubject,
    penaltyNo: string | null = null,
    source: string | null = null,
  ): Promise<Row[]> {
    const [at, after] = readCursor(filter.cursor);
    const { state = null, kind = null, storeId = null, caseNo = null } = filter;
    const own = [state, kind, storeId, caseNo, at, after, limit, penaltyNo, ownStores(caller), source];
    const now = this.clock.now();
    const may = this.access.for(caller, 'penalty.list');
    const columns = { caseNo: 'p.case_no', unitId: 'p.store_id' };
    const allowed = whereAllowed(may, { ...columns, parties: 'p.parties' }, own.length + 1, now);
    const whole = whereAllowed(may, columns, own.length + allowed.params.length + 1, now);
    return this.database.query<Row[]>(
      `SELECT p.penalty_no AS "penaltyNo", p.org_id AS "orgId", p.store_id AS "storeId", coalesce(su.name, p.store_id) AS "storeName",
         p.payer_type AS "payerType", p.payer_id AS "payerId",
         CASE p.payer_type WHEN 'store' THEN coalesce(su.name, p.store_id) ELSE coalesce(pp.name, p.payer_id) END AS "payerName",
         p.kind, p.rule_id AS "ruleId", p.amount_fen::float8 AS "amountFen", p.revoked_at IS NOT NULL AS revoked, p.case_no AS "caseNo", p.state,
         p.imposed_at AS "imposedAt", p.imposed_at::text AS key, p.notice_on::text AS "noticeOn", p.pay_by::text AS "payBy", p.chases,
         ${whole.sql} AS whole, p.store_id = ANY ($9::text[]) AS own,
         (SELECT coalesce(sum(l.amount_fen), 0)::float8 FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
          WHERE e.penalty_no = p.penalty_no AND e.kind = 'pay' AND l.amount_fen > 0) AS "paidFen",
         (SELECT sum(l.amount_fen)::float8 FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
          WHERE e.penalty_no = p.penalty_no AND e.kind = 'impose' AND l.account = ANY (SELECT 'store:' || u FROM unnest($9::text[]) u)
         ) AS "shareFen"
       FROM penalty p LEFT JOIN access.unit su ON su.id = p.store_id LEFT JOIN access.person pp ON pp.id = p.payer_id
       WHERE ($1::text IS NULL OR p.state = $1) AND ($2::text IS NULL OR p.kind = $2) AND ($3::text IS NULL OR p.store_id = $3)
         AND ($4::text IS NULL OR p.case_no = $4)
         AND ($5::timestamptz IS NULL OR (p.imposed_at, p.penalty_no) < ($5::timestamptz, $6::text))
         AND ($8::text IS NULL OR p.penalty_no = $8) AND ($10::text IS NULL OR p.source = $10) AND ${allowed.sql}
       ORDER BY p.imposed_at DESC, p.penalty_no DESC LIMIT $7`,
      [...own, ...allowed.params, ...whole.params],
    );
  }
}

function rowOf({ key: _key, whole, own, shareFen, revoked, ...row }: Row): PenaltyRow {
  const side = whole ? 'whole' : own ? 'payer' : 'payee';
  const payee = side === 'payee';
  return {
    ...row,
    side,
    amountFen: payee ? (shareFen ?? 0) : row.amountFen,
    paidFen: payee ? 0 : row.paidFen,
    remainingFen: payee || revoked ? 0 : row.amountFen - row.paidFen,
    kindText: PENALTY_KIND_NAMES[row.kind],
    stateText: PENALTY_STATE_NAMES[row.state],
    imposedAt: toLocalIso(row.imposedAt),
  };
}
