import { Injectable } from '@nestjs/common';
import {
  type AccountLine,
  type AccountStatement,
  LEDGER_ENTRY_NAMES,
  type LedgerEntryKind,
  PENALTY_KIND_NAMES,
  type PenaltyKind,
} from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, pageOf, Problem, readCursor, type StaffSubject } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { ownStores } from '../stores/own-stores.js';
import { AccountNames } from './account-names.js';

interface Row {
  id: string;
  at: string;
  penaltyNo: string;
  penaltyKind: PenaltyKind;
  kind: LedgerEntryKind;
  on: string;
  receiptNo: string | null;
  amountFen: number;
  balanceFen: number;
  /** Of the account after its newest entry. */
  nowFen: number;
}

const PAGE = 100;

/** 账户往来: every entry of one account over the penalties that the caller may read, with the balance after each; a store reads its own. */
@Injectable()
export class AccountStatementService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly names: AccountNames,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found (missing) for an account of which the caller may read nothing */
  async read(account: string, cursor: string | undefined, caller: StaffSubject): Promise<AccountStatement> {
    const rows = await this.rows(account, cursor, caller);
    const [newest] = rows;
    if (!newest && cursor === undefined) throw new Problem('not-found', 'missing');
    const { page, next } = pageOf(rows, PAGE, ({ at, id }) => [at, id]);
    return {
      account,
      name: (await this.names.of([account])).get(account) ?? account,
      balanceFen: newest?.nowFen ?? 0,
      items: page.map(lineOf),
      next,
    };
  }

  private rows(account: string, cursor: string | undefined, caller: StaffSubject): Promise<Row[]> {
    const [, after] = readCursor(cursor);
    if (after !== null && !/^\d{1,18}$/.test(after))
      throw new Problem('invalid-fields', 'malformed', { errors: [{ field: 'cursor', code: 'wrong-type' }] });
    const now = this.clock.now();
    const may = this.access.for(caller, 'penalty.list');
    const columns = { caseNo: 'p.case_no', unitId: 'p.store_id' };
    const own = ownStores(caller).map((id) => `store:${id}`);
    const given = [account, own, after];
    const allowed = whereAllowed(may, { ...columns, parties: 'p.parties' }, given.length + 1, now);
    const whole = whereAllowed(may, columns, given.length + allowed.params.length + 1, now);
    return this.database.query<Row[]>(
      `SELECT * FROM (
         SELECT e.id, e.at::text AS at, e.penalty_no AS "penaltyNo", p.kind AS "penaltyKind", e.kind, e.happened_on::text AS on,
           e.receipt_no AS "receiptNo", l.amount_fen::float8 AS "amountFen",
           sum(l.amount_fen) OVER (ORDER BY e.id)::float8 AS "balanceFen", sum(l.amount_fen) OVER ()::float8 AS "nowFen"
         FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry_id JOIN penalty p ON p.penalty_no = e.penalty_no
         WHERE l.account = $1 AND ${allowed.sql} AND (${whole.sql} OR l.account = ANY ($2::text[]))
       ) line WHERE $3::text IS NULL OR line.id < $3::bigint
       ORDER BY line.id DESC LIMIT ${PAGE + 1}`,
      [...given, ...allowed.params, ...whole.params],
    );
  }
}

function lineOf({ penaltyNo, penaltyKind, kind, on, receiptNo, amountFen, balanceFen }: Row): AccountLine {
  return {
    penaltyNo,
    penaltyKindText: PENALTY_KIND_NAMES[penaltyKind],
    kind,
    kindText: LEDGER_ENTRY_NAMES[kind],
    on,
    receiptNo,
    amountFen,
    balanceFen,
  };
}
