import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { UnlistedMoves } from '@huiying/contracts';
import { toLocalIso } from '@huiying/working-time';

interface Row {
  case_no: string;
  from_state: string;
  to_state: string;
  trigger: string;
  at: Date;
}

@Injectable()
export class UnlistedMovesService {
  constructor(private readonly database: DataSource) {}

  /** The newest hundred. */
  async list(): Promise<UnlistedMoves> {
    const rows = await this.database.query<Row[]>(
      `SELECT case_no, from_state, to_state, trigger, at FROM unlisted_move ORDER BY id DESC LIMIT 100`,
    );
    return {
      items: rows.map((row) => ({
        caseNo: row.case_no,
        from: row.from_state,
        to: row.to_state,
        trigger: row.trigger,
        at: toLocalIso(row.at),
      })),
    };
  }
}
