import { Injectable } from '@nestjs/common';
import type { Holding } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { TaskCandidateEntity, TaskEntity } from './task.entity.js';

/** Tasks, who may do them, which limits they carry. */
@Injectable()
export class TaskStore {
  async insert(manager: EntityManager, task: TaskEntity, candidates: readonly Holding[]): Promise<void> {
    await manager.insert(TaskEntity, task);
    await this.candidatesAre(manager, task.id, candidates);
  }

  /** Who may do the task from now on. */
  async candidatesAre(manager: EntityManager, taskId: string, candidates: readonly Holding[]): Promise<void> {
    await manager.delete(TaskCandidateEntity, { taskId });
    const rows = candidates.map(({ role, unitId }) => ({ taskId, role, unitId }));
    if (rows.length > 0) await manager.insert(TaskCandidateEntity, rows);
  }

  async update(manager: EntityManager, task: TaskEntity): Promise<void> {
    await manager.save(TaskEntity, { ...task, version: task.version + 1 });
  }

  /** With `lock` the row waits for whoever changes it now. */
  async find(manager: EntityManager, id: string, lock = false): Promise<TaskEntity | undefined> {
    const task = await manager.findOne(TaskEntity, {
      where: { id },
      ...(lock && { lock: { mode: 'pessimistic_write' } }),
    });
    return task ?? undefined;
  }

  async byJob(manager: EntityManager, jobKey: string): Promise<TaskEntity | undefined> {
    const task = await manager.findOne(TaskEntity, { where: { jobKey }, lock: { mode: 'pessimistic_write' } });
    return task ?? undefined;
  }

  async candidates(manager: EntityManager, taskId: string): Promise<Holding[]> {
    const rows = await manager.find(TaskCandidateEntity, { where: { taskId }, order: { role: 'ASC', unitId: 'ASC' } });
    return rows.map(({ role, unitId }) => ({ role, unitId }));
  }

  async carry(manager: EntityManager, taskId: string, deadlineId: string): Promise<void> {
    await manager.query('insert into task_deadline (task_id, deadline_id) values ($1, $2) on conflict do nothing', [
      taskId,
      deadlineId,
    ]);
  }

  /** A replaced limit's tasks carry the new one. */
  async moveLimit(manager: EntityManager, from: string, to: string): Promise<void> {
    await manager.query('update task_deadline set deadline_id = $2 where deadline_id = $1', [from, to]);
  }

  async limitsOf(manager: EntityManager, taskId: string): Promise<string[]> {
    const rows = await manager.query<{ deadline_id: string }[]>(
      'select deadline_id from task_deadline where task_id = $1',
      [taskId],
    );
    return rows.map((row) => row.deadline_id);
  }

  /** Limits of a task that no other open task carries: its completion is the last one (multi-instance, R04.10). */
  async limitsCarriedAlone(manager: EntityManager, taskId: string): Promise<string[]> {
    const rows = await manager.query<{ deadline_id: string }[]>(
      `select td.deadline_id from task_deadline td where td.task_id = $1 and not exists (
         select 1 from task_deadline other join task t on t.id = other.task_id
         where other.deadline_id = td.deadline_id and t.id <> $1 and t.state = 'open')`,
      [taskId],
    );
    return rows.map((row) => row.deadline_id);
  }

  async openOfCase(manager: EntityManager, caseNo: string): Promise<TaskEntity[]> {
    return manager.find(TaskEntity, {
      where: { caseNo, state: 'open' },
      order: { createdAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async hold(manager: EntityManager, taskId: string, personId: string): Promise<void> {
    await manager.query('insert into task_holder (task_id, person_id) values ($1, $2) on conflict do nothing', [
      taskId,
      personId,
    ]);
  }

  async holders(manager: EntityManager, taskId: string): Promise<string[]> {
    const rows = await manager.query<{ person_id: string }[]>('select person_id from task_holder where task_id = $1', [
      taskId,
    ]);
    return rows.map((row) => row.person_id);
  }
}
