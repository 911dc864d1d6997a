import { Injectable } from '@nestjs/common';
import { REPORT_PROCESSES, type SealedTaskHandOver } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';
import { limitIdsOf } from '../deadlines/job-limits.js';
import type { EngineTask } from '../feed/engine-record.js';

/** The tasklist's half of a task that no list, count or event may show (access.md §5, R05.5): a key, and when to ring. */
@Injectable()
export class SealedTasks {
  /** True: the task is sealed and taken care of; nothing else may be done with it. May be repeated. */
  async keep(manager: EntityManager, task: EngineTask): Promise<boolean> {
    if (!REPORT_PROCESSES.has(task.processId)) return false;
    const handOver: SealedTaskHandOver = {
      taskKey: task.jobKey,
      instanceKey: task.instanceKey,
      elementId: task.elementId,
      formId: task.formId ?? `${task.processId}--${task.elementId}`,
      assignee: task.assignee,
      createdAt: task.createdAt.toISOString(),
      limitId: limitIdsOf(task.headers['deadlineRule'])[0] ?? null,
      review: task.headers['review'] === 'true',
    };
    await manager.query(
      `insert into sealed_task (task_key, hand_over) values ($1, $2) on conflict (task_key) do nothing`,
      [task.jobKey, JSON.stringify(handOver)],
    );
    return true;
  }

  /** The engine completed it: nothing rings any more, and nothing of it stays here. */
  async completed(manager: EntityManager, jobKey: string): Promise<boolean> {
    const gone = await manager.query<unknown[]>(
      `with gone as (delete from sealed_task where task_key = $1 returning task_key) select task_key from gone`,
      [jobKey],
    );
    return gone.length > 0;
  }

  /** The engine took it away: employee-reports is told, then it is forgotten. */
  async canceled(manager: EntityManager, jobKey: string): Promise<boolean> {
    const told = await manager.query<unknown[]>(
      `with told as (
         update sealed_task set withdrawn = true, hand_over = null, rings_at = null where task_key = $1 returning task_key
       ) select task_key from told`,
      [jobKey],
    );
    return told.length > 0;
  }
}
