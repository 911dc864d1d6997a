import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import { DataSource } from 'typeorm';

/** Persons that a form names, by id or by login. */
@Injectable()
export class Staff {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The person's id, or undefined where the directory has nobody of that id or login at work. */
  async find(idOrLogin: string): Promise<string | undefined> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT id FROM access.person WHERE (id = $1 OR login = $1) AND NOT disabled`,
      [idOrLogin],
    );
    return rows[0]?.id;
  }

  /** 回避: respondent, named, or declared (access.md §2). */
  async isConflicted(caseNo: string, personId: string): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      `SELECT 1 FROM access.case_relation WHERE case_no = $1 AND person_id = $2 AND rel = 'conflicted'
       AND (valid_until IS NULL OR valid_until > $3)`,
      [caseNo, personId, this.clock.now()],
    );
    return rows.length > 0;
  }
}
