import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Names of accounts as the directory has them now. */
@Injectable()
export class AccountNames {
  constructor(private readonly database: DataSource) {}

  /** Of an account without a name its id. */
  async of(accounts: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ account: string; name: string | null }[]>(
      `SELECT a.account, CASE split_part(a.account, ':', 1)
           WHEN 'finance' THEN '财务部 ' || coalesce(u.name, '') ELSE coalesce(u.name, p.name) END AS name
       FROM unnest($1::text[]) AS a(account)
       LEFT JOIN access.unit u ON a.account NOT LIKE 'person:%' AND u.id = split_part(a.account, ':', 2)
       LEFT JOIN access.person p ON a.account LIKE 'person:%' AND p.id = split_part(a.account, ':', 2)`,
      [[...new Set(accounts)]],
    );
    return new Map(rows.map(({ account, name }) => [account, name ?? account]));
  }
}
