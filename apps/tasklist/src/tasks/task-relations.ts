import { Injectable } from '@nestjs/common';
import { type Holding, RelationWriter } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { TaskEntity } from './task.entity.js';

/** Who stands in which relation to the case because of a task, written in the transaction of the change itself. */
@Injectable()
export class TaskRelations {
  constructor(private readonly relations: RelationWriter) {}

  async opened(manager: EntityManager, task: TaskEntity, candidates: readonly Holding[]): Promise<void> {
    const { caseNo } = task;
    if (caseNo === null) return;
    for (const { role, unitId } of candidates)
      await this.relations.grant(manager, { caseNo, rel: 'cand', role, unitId, source: sourceOf(task) });
    if (task.assigneeId !== null) await this.held(manager, task, task.assigneeId);
  }

  /** `personId` has the task now; whoever had it before keeps having held it. */
  async held(manager: EntityManager, task: TaskEntity, personId: string): Promise<void> {
    const { caseNo } = task;
    if (caseNo === null) return;
    await this.relations.revoke(manager, { caseNo, source: sourceOf(task), rel: 'asg' });
    await this.relations.grant(manager, { caseNo, rel: 'asg', personId, source: sourceOf(task) });
    // Surveys, hearings, visits: whoever holds such a task may see name and phone (access.md §2, case.unmask).
    await this.relations.revoke(manager, { caseNo, source: sourceOf(task), rel: 'contact' });
    if (task.headers['contact'] !== 'true') return;
    await this.relations.grant(manager, { caseNo, rel: 'contact', personId, source: sourceOf(task) });
  }

  async released(manager: EntityManager, task: TaskEntity): Promise<void> {
    const { caseNo } = task;
    if (caseNo === null) return;
    for (const rel of ['asg', 'contact'] as const)
      await this.relations.revoke(manager, { caseNo, source: sourceOf(task), rel });
  }

  /** The task is over: candidates go, the one who did it has held it, and so has the unit that it lay with. */
  async ended(
    manager: EntityManager,
    task: TaskEntity,
    done?: { personId: string; unitIds: readonly string[] },
  ): Promise<void> {
    const { caseNo } = task;
    if (caseNo === null) return;
    await this.relations.revoke(manager, { caseNo, source: sourceOf(task) });
    if (!done) return;
    const source = `held:${task.id}`;
    await this.relations.grant(manager, { caseNo, rel: 'hnd', personId: done.personId, source });
    for (const unitId of done.unitIds) await this.relations.grant(manager, { caseNo, rel: 'hnd', unitId, source });
  }
}

function sourceOf(task: TaskEntity): string {
  return `task:${task.id}`;
}
