import { Injectable } from '@nestjs/common';
import type { EventCause, EventPayload, EventType } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { toLocalIso } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import type { Deadline } from '../deadlines/deadline.js';
import type { TaskEntity } from './task.entity.js';

type TaskEvent = Extract<EventType, `task.${string}`>;
type Common = 'taskId' | 'subjectNo' | 'process' | 'version' | 'element' | 'group' | 'limitId' | 'dueAt';

/** Tells the rest of the company what happened to a task (events.md §7). */
@Injectable()
export class TaskEvents {
  constructor(private readonly outbox: Outbox) {}

  async tell<T extends TaskEvent>(
    manager: EntityManager,
    type: T,
    task: TaskEntity,
    by: string,
    cause: EventCause<T>,
    more: Omit<EventPayload<T>, Common>,
    limit?: Deadline,
  ): Promise<string> {
    const { processId, processVersion, elementId, subjectNo, caseNo } = task;
    return this.outbox.event(manager, {
      type,
      subject: subjectNo,
      ...(caseNo !== null && { caseNo }),
      orgId: task.orgId,
      actorId: by,
      data: {
        taskId: task.id,
        subjectNo,
        process: processId,
        version: processVersion,
        element: elementId,
        group: task.candidateGroups[0] ?? 'person',
        ...(limit && { limitId: limit.limitId, dueAt: toLocalIso(limit.dueAt) }),
        ...more,
      } as unknown as EventPayload<T>,
      cause,
      process: { processId, processVersion, elementId },
    });
  }
}
