import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The outcome of a case was told: a round of its handling is over. */
export const TOLD = 'told';
/** A decision, or an outcome, was told to the complainant for the first or another time. */
export const NOTICED = 'noticed';
/** A case was accepted as a child of another, which has its survey. */
export const FOLLOWED = 'followed';

/**
 * What ends the time of a mark. A case that is handled again, or freed from its master, counts from what is done then, until the event of
 * its own dispatch says so too: the first task may be there before it.
 */
const SPENT_BY: Readonly<Record<string, readonly string[]>> = {
  receipt: [TOLD, FOLLOWED],
  acceptance: [TOLD],
  decision: [NOTICED],
  report: [TOLD],
};

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

  /** The moment of a mark, or `otherwise`; undefined where it is of a round that is over, whether or not a limit counted from it. */
  async ofThisRound(
    manager: EntityManager,
    subjectNo: string,
    mark: string,
    otherwise?: Date,
  ): Promise<Date | undefined> {
    const ends = SPENT_BY[mark] ?? [];
    const rows = await manager.query<{ mark: string; at: Date }[]>(
      'select mark, at from subject_mark where subject_no = $1 and mark = any ($2)',
      [subjectNo, [mark, ...ends]],
    );
    const at = rows.find((row) => row.mark === mark)?.at ?? otherwise;
    const isOver = at && rows.some((row) => row.mark !== mark && row.at > at);
    return isOver ? undefined : at;
  }
}
