import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import type { EntityManager } from 'typeorm';

const GROUP = { group: 'insights.tasks', replayable: true } as const;

type TaskEvent = 'task.created' | 'task.released' | 'task.assigned' | 'task.completed' | 'task.withdrawn';

/** Waits, work and hand-overs of every step, from the tasklist's events (R06.1). Of persons nothing is kept. */
@Controller()
export class TasksConsumer {
  @OnEvent('task.created', GROUP)
  async created({ data }: CloudEvent<'task.created'>, { manager }: EventContext): Promise<void> {
    await keep(manager, data, { created_at: data.at });
  }

  /** Given back, delegated or assigned to somebody else. */
  @OnEvent(['task.released', 'task.assigned'], GROUP)
  async handedOver(event: CloudEvent<'task.released' | 'task.assigned'>, { manager }: EventContext): Promise<void> {
    const { data, id } = event;
    await keep(manager, data, {});
    await manager.query(
      `UPDATE task_fact SET hand_over_ids = hand_over_ids || $2::text WHERE task_id = $1 AND NOT $2 = ANY (hand_over_ids)`,
      [data.taskId, id],
    );
  }

  @OnEvent('task.completed', GROUP)
  async completed({ data }: CloudEvent<'task.completed'>, { manager }: EventContext): Promise<void> {
    await keep(manager, data, {
      completed_at: data.at,
      waited_seconds: data.waitedSeconds,
      worked_seconds: data.workedSeconds,
    });
  }

  @OnEvent('task.withdrawn', GROUP)
  async withdrawn({ data }: CloudEvent<'task.withdrawn'>, { manager }: EventContext): Promise<void> {
    await keep(manager, data, { withdrawn_at: data.at });
  }
}

async function keep(manager: EntityManager, data: CloudEvent<TaskEvent>['data'], changes: object): Promise<void> {
  const facts = {
    task_id: data.taskId,
    case_no: data.caseNo ?? null,
    subject_no: data.subjectNo,
    org_id: data.orgId,
    process: data.process,
    version: data.version,
    element: data.element,
    task_group: data.group,
    ...changes,
  };
  const columns = Object.keys(facts);
  await manager.query(
    `INSERT INTO task_fact (${columns.join(', ')}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(', ')})
     ON CONFLICT (task_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    Object.values(facts),
  );
}
