import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Deadline, Decided, Move, Step } from './deadline.js';
import { DeadlineEntity, DeadlineStepEntity, type StoredMove } from './deadline.entity.js';

/** Limits and their steps in schema tasklist. Everything that decides locks the rows it decides on. */
@Injectable()
export class DeadlineStore {
  /** Keeps what was decided: the limit as it is now, and the step that led there. */
  async keep(manager: EntityManager, { deadline, step }: Decided): Promise<void> {
    await manager.getRepository(DeadlineEntity).upsert(toRow(deadline), ['id']);
    await manager.getRepository(DeadlineStepEntity).insert({ ...step, deadlineId: deadline.id });
  }

  /** Serialises everything that decides on the limits of one subject, also where there is no row to lock yet. */
  async lockSubject(manager: EntityManager, subjectNo: string): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('deadline:' || $1, 0))`, [subjectNo]);
  }

  async nextNumber(manager: EntityManager, subjectNo: string, limitId: string): Promise<number> {
    const last = await manager.getRepository(DeadlineEntity).maximum('n', { subjectNo, limitId });
    return (last ?? 0) + 1;
  }

  async byId(manager: EntityManager, id: string): Promise<Deadline | undefined> {
    const row = await manager.getRepository(DeadlineEntity).findOneBy({ id });
    return row ? toDeadline(row) : undefined;
  }

  /** Running, paused and owed limits of a subject, oldest first, locked. */
  async openOf(manager: EntityManager, subjectNo: string): Promise<Deadline[]> {
    return this.open(manager, { subjectNo });
  }

  /** Running, paused and owed limits of a case and of everything that belongs to it, oldest first, locked. */
  async openOfCase(manager: EntityManager, caseNo: string): Promise<Deadline[]> {
    return this.open(manager, { caseNo });
  }

  /** The newest limit of this id, whatever its state. */
  async latest(manager: EntityManager, subjectNo: string, limitId: string): Promise<Deadline | undefined> {
    const [row] = await manager
      .getRepository(DeadlineEntity)
      .find({ where: { subjectNo, limitId }, order: { n: 'DESC' }, take: 1, lock: { mode: 'pessimistic_write' } });
    return row && toDeadline(row);
  }

  /** The limit that time concerns next until `now`; the earliest first, so that a jump of the clock keeps the order. */
  async nextDue(manager: EntityManager, now: Date): Promise<Deadline | undefined> {
    const row = await manager
      .getRepository(DeadlineEntity)
      .createQueryBuilder('deadline')
      .where('deadline.nextAt <= :now', { now })
      .orderBy('deadline.nextAt')
      .addOrderBy('deadline.startedAt')
      .addOrderBy('deadline.id')
      .limit(1)
      .setLock('pessimistic_write')
      .getOne();
    return row ? toDeadline(row) : undefined;
  }

  /**
   * Open tasks that carry an earlier limit of this id carry the new one too, so that their completion meets what runs now: R11.7, which
   * each chase starts anew while the payment is waited for.
   */
  async carryOn(manager: EntityManager, { id, subjectNo, limitId }: Deadline): Promise<void> {
    await manager.query(
      `insert into task_deadline (task_id, deadline_id)
       select td.task_id, $1 from task_deadline td
         join deadline d on d.id = td.deadline_id join task t on t.id = td.task_id
       where d.subject_no = $2 and d.limit_id = $3 and d.id <> $1 and t.state = 'open'
       on conflict do nothing`,
      [id, subjectNo, limitId],
    );
  }

  /** All limits of a case with their steps, in the order of their start. */
  async ofCase(manager: EntityManager, caseNo: string): Promise<{ deadline: Deadline; steps: Step[] }[]> {
    const rows = await manager
      .getRepository(DeadlineEntity)
      .find({ where: { caseNo }, order: { startedAt: 'ASC', id: 'ASC' } });
    const steps = await manager
      .getRepository(DeadlineStepEntity)
      .find({ where: { deadlineId: In(rows.map(({ id }) => id)) }, order: { seq: 'ASC' } });
    return rows.map((row) => ({
      deadline: toDeadline(row),
      steps: steps.filter(({ deadlineId }) => deadlineId === row.id),
    }));
  }

  async byIds(manager: EntityManager, ids: string[]): Promise<Deadline[]> {
    if (ids.length === 0) return [];
    return (await manager.getRepository(DeadlineEntity).findBy({ id: In(ids) })).map(toDeadline);
  }

  /** Every limit that runs or is paused, locked; for a change of the calendar. */
  async allOpen(manager: EntityManager): Promise<Deadline[]> {
    return this.open(manager, {});
  }

  private async open(manager: EntityManager, where: { subjectNo?: string; caseNo?: string }): Promise<Deadline[]> {
    const owed = { ...where, state: 'missed' as const, settledAt: IsNull() };
    const rows = await manager.getRepository(DeadlineEntity).find({
      where: [{ ...where, state: In(['running', 'paused']) }, owed],
      order: { startedAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map(toDeadline);
  }
}

function toRow(deadline: Deadline): Omit<DeadlineEntity, 'moves'> & { moves: StoredMove[] } {
  return {
    ...deadline,
    moves: deadline.moves.map((move) =>
      move.kind === 'extension'
        ? move
        : {
            kind: 'pause',
            from: move.from.toISOString(),
            ...(move.until && { until: move.until.toISOString() }),
            because: move.because,
          },
    ),
  };
}

function toDeadline(row: DeadlineEntity): Deadline {
  return { ...row, moves: row.moves.map(toMove) };
}

function toMove(move: StoredMove): Move {
  if (move.kind === 'extension') return move;
  return {
    ...move,
    from: new Date(move.from),
    ...(move.until ? { until: new Date(move.until) } : { until: undefined }),
  };
}
