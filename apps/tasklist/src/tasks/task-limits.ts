import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Trigger } from '../deadlines/deadline-events.js';
import type { Deadline } from '../deadlines/deadline.js';
import type { Act } from '../deadlines/deadline.decider.js';
import { DeadlineStore } from '../deadlines/deadline.typeorm-store.js';
import { Deadlines, type LimitOrder } from '../deadlines/deadlines.service.js';
import { dateOf, fromOf, headerOf, limitIdsOf } from '../deadlines/job-limits.js';
import { meetsBy } from '../deadlines/met-by.js';
import type { TaskEntity } from './task.entity.js';
import { TaskStore } from './task.typeorm-store.js';

/** The limits that tasks carry (headers `deadlineRule`, `deadlineDate`, `deadlineFrom`). */
@Injectable()
export class TaskLimits {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly store: DeadlineStore,
    private readonly tasks: TaskStore,
  ) {}

  /** A new task takes up the limits of its header, or starts them. */
  async opened(
    manager: EntityManager,
    task: TaskEntity,
    variables: Readonly<Record<string, unknown>>,
    known: Pick<LimitOrder, 'facts' | 'found'>,
    trigger: Trigger,
  ): Promise<Deadline[]> {
    const { subjectNo, caseNo, orgId, orgType, headers } = task;
    const date = dateOf(headers, variables);
    const from = fromOf(headers, variables);
    const limits = await this.deadlines.start(
      manager,
      { subjectNo, caseNo, orgId, orgType },
      {
        limitIds: limitIdsOf(headerOf(headers, 'deadlineRule', variables)),
        ...known,
        since: task.createdAt,
        ...(date && { date }),
        ...(from && { from }),
        running: 'take-up',
      },
      'system',
      trigger,
    );
    for (const { id } of limits) await this.tasks.carry(manager, task.id, id);
    return limits;
  }

  /** A completion meets the limits that the task carried as the last one. */
  async completed(manager: EntityManager, task: TaskEntity, act: Act, trigger: Trigger): Promise<void> {
    const carried = await this.tasks.limitsCarriedAlone(manager, task.id);
    if (carried.length === 0) return;
    const byTask = meetsBy('task');
    await this.deadlines.meet(
      manager,
      task.subjectNo,
      (deadline) => carried.includes(deadline.id) && byTask(deadline),
      act,
      trigger,
    );
  }

  /** A task that vanished takes along what nobody else can meet any more. */
  async withdrawn(manager: EntityManager, task: TaskEntity, act: Act, trigger: Trigger): Promise<void> {
    const carried = await this.tasks.limitsCarriedAlone(manager, task.id);
    const byTask = meetsBy('task');
    for (const deadline of await this.store.byIds(manager, carried)) {
      if (byTask(deadline)) await this.deadlines.endOne(manager, deadline, act, trigger);
    }
  }

  async of(manager: EntityManager, taskId: string): Promise<Deadline[]> {
    return this.store.byIds(manager, await this.tasks.limitsOf(manager, taskId));
  }
}
