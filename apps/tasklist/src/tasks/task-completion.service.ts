import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, Problem, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { FormDesk } from '../forms/form-desk.js';
import { CandidateFinder } from './candidates.js';
import { TaskActions } from './task-actions.service.js';
import { TaskEvents } from './task-events.js';
import { TaskLimits } from './task-limits.js';
import { TaskRelations } from './task-relations.js';
import { TaskTexts } from './task-texts.js';
import { mayComplete } from './task.decider.js';
import { TaskOutcomeEntity, type TaskEntity } from './task.entity.js';
import { TaskStore } from './task.typeorm-store.js';

/** Completing a task: schema, the owner's check, then outcome, events and the job in one transaction (architecture.md §5). */
@Injectable()
export class TaskCompletion {
  constructor(
    private readonly database: DataSource,
    private readonly outbox: Outbox,
    private readonly tasks: TaskStore,
    private readonly texts: TaskTexts,
    private readonly forms: FormDesk,
    private readonly actions: TaskActions,
    private readonly relations: TaskRelations,
    private readonly candidates: CandidateFinder,
    private readonly limits: TaskLimits,
    private readonly events: TaskEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem task-not-yours, task-completed (409), task-withdrawn (410), form-refused (422) with every field; a refusal
   * loses nothing: task and draft stay as they were
   */
  async complete(id: string, data: Record<string, unknown>, caller: StaffSubject): Promise<TaskEntity> {
    const { personId } = caller;
    const before = await this.demandOpen(this.database.manager, id, personId, false);
    const checked = await this.forms.check(before, data, personId);
    return this.database.transaction(async (manager) => {
      const task = await this.demandOpen(manager, id, personId, true);
      if (await this.candidates.isConflicted(manager, personId, task.caseNo)) throw new Problem('not-found', 'missing');
      const at = this.clock.now();
      const done: TaskEntity = { ...task, state: 'completed', completedBy: personId, endedAt: at };
      await this.tasks.update(manager, done);
      await this.tasks.hold(manager, id, personId);
      const outcome = { ...checked, by: personId, at };
      await this.texts.keepOutcome(manager, done, { formId: task.formId ?? '', ...outcome });
      await this.leave(manager, done, checked.variables);
      const units = (await this.tasks.candidates(manager, id)).map(({ unitId }) => unitId);
      await this.relations.ended(manager, done, { personId, unitIds: [...new Set(units)] });
      await this.tell(manager, done, at);
      return done;
    });
  }

  /** What a completed task said, for the owner of its form; undefined for an unknown or open task. */
  async outcome(id: string): Promise<TaskOutcome | undefined> {
    const { manager } = this.database;
    const task = await this.tasks.find(manager, id);
    const outcome = await manager.findOneBy(TaskOutcomeEntity, { taskId: id });
    if (!task || !outcome) return undefined;
    return {
      id,
      taskId: id,
      formId: outcome.formId,
      subjectNo: task.subjectNo,
      ...(task.caseNo !== null && { caseNo: task.caseNo }),
      data: await this.texts.answers(manager, task, outcome),
      variables: outcome.variables,
      completedBy: outcome.completedBy,
      completedAt: toLocalIso(outcome.completedAt),
    };
  }

  private async demandOpen(manager: EntityManager, id: string, personId: string, lock: boolean): Promise<TaskEntity> {
    const task = await this.tasks.find(manager, id, lock);
    if (!task) throw new Problem('not-found', 'missing');
    const refused = mayComplete(task, personId);
    if (refused) throw await this.actions.problem(refused);
    return task;
  }

  private async leave(manager: EntityManager, task: TaskEntity, variables: Record<string, unknown>): Promise<void> {
    if (task.jobKey === null) return; // a local task has no job
    await this.outbox.job(manager, {
      jobKey: task.jobKey,
      taskId: task.id,
      variables: { ...variables, outcomeId: task.id },
    });
  }

  private async tell(manager: EntityManager, task: TaskEntity, at: Date): Promise<void> {
    const by = task.completedBy ?? 'system';
    const waited = seconds(task.createdAt, task.claimedAt ?? at);
    const causationId = await this.events.tell(
      manager,
      'task.completed',
      task,
      by,
      { route: 'task.complete' },
      {
        waitedSeconds: waited,
        workedSeconds: seconds(task.claimedAt ?? at, at),
        onBehalf: false,
      },
    );
    const { processId, processVersion, elementId } = task;
    await this.limits.completed(
      manager,
      task,
      { at, by },
      {
        cause: { form: task.formId ?? `${processId}--${elementId}` },
        causationId,
        process: { processId, processVersion, elementId },
      },
    );
  }
}

function seconds(from: Date, until: Date): number {
  return Math.max(0, Math.round((until.getTime() - from.getTime()) / 1000));
}
