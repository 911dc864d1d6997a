import { Injectable } from '@nestjs/common';
import type { LedgerLineView } from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, type StaffSubject } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { ownStores } from '../stores/own-stores.js';
import { AccountNames } from './account-names.js';

/** 应收应付: what each account is owed or owes over the penalties that the caller may read; a party sees its own account. */
@Injectable()
export class BalancesService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly names: AccountNames,
    private readonly clock: Clock,
  ) {}

  /** Those who owe most first; accounts at zero are left out. */
  async read(caller: StaffSubject): Promise<LedgerLineView[]> {
    const now = this.clock.now();
    const may = this.access.for(caller, 'penalty.list');
    const columns = { caseNo: 'p.case_no', unitId: 'p.store_id' };
    const own = ownStores(caller).map((id) => `store:${id}`);
    const allowed = whereAllowed(may, { ...columns, parties: 'p.parties' }, 2, now);
    const whole = whereAllowed(may, columns, 2 + allowed.params.length, now);
    const rows = await this.database.query<{ account: string; amountFen: string }[]>(
      `SELECT l.account, sum(l.amount_fen) AS "amountFen" FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry_id
       JOIN penalty p ON p.penalty_no = e.penalty_no
       WHERE ${allowed.sql} AND (${whole.sql} OR l.account = ANY ($1::text[]))
       GROUP BY l.account HAVING sum(l.amount_fen) <> 0 ORDER BY 2, 1`,
      [own, ...allowed.params, ...whole.params],
    );
    const names = await this.names.of(rows.map(({ account }) => account));
    return rows.map(({ account, amountFen }) => ({
      account,
      name: names.get(account) ?? account,
      amountFen: Number(amountFen),
    }));
  }
}
