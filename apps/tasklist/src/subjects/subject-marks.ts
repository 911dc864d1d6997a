import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Moments of a subject that limits count from: `receipt`, `acceptance`, `report` … (column `from` of decision `deadlines`).
 * A later moment takes the place of an earlier one: a late supplement, a reopened case and a second round count from their day.
 */
@Injectable()
export class SubjectMarks {
  async set(manager: EntityManager, subjectNo: string, mark: string, at: Date): Promise<void> {
    await manager.query(
      `insert into subject_mark (subject_no, mark, at) values ($1, $2, $3)
       on conflict (subject_no, mark) do update set at = greatest(subject_mark.at, excluded.at)`,
      [subjectNo, mark, at],
    );
  }

  async get(manager: EntityManager, subjectNo: string, mark: string): Promise<Date | undefined> {
    const rows = await manager.query<{ at: Date }[]>(
      'select at from subject_mark where subject_no = $1 and mark = $2',
      [subjectNo, mark],
    );
    return rows[0]?.at;
  }
}
