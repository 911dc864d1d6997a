import { Injectable } from '@nestjs/common';
import { AccessService, Clock, Directory, Problem, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { CandidateFinder } from './candidates.js';
import { TaskEvents } from './task-events.js';
import { TaskFactsLoader } from './task.facts.js';
import { TaskRelations } from './task-relations.js';
import { assign, claim, isRefused, release, type Refused } from './task.decider.js';
import type { TaskEntity } from './task.entity.js';
import './task.errors.js';
import { TaskStore } from './task.typeorm-store.js';

/** Who has a task: claim, release, assign. */
@Injectable()
export class TaskActions {
  constructor(
    private readonly database: DataSource,
    private readonly tasks: TaskStore,
    private readonly facts: TaskFactsLoader,
    private readonly access: AccessService,
    private readonly relations: TaskRelations,
    private readonly candidates: CandidateFinder,
    private readonly directory: Directory,
    private readonly events: TaskEvents,
    private readonly clock: Clock,
  ) {}

  /** Exactly one of those who claim at once has it. @throws Problem task-claimed (409), task-withdrawn (410) */
  async claim(id: string, caller: StaffSubject): Promise<TaskEntity> {
    return this.database.transaction(async (manager) => {
      const task = await this.locked(manager, id);
      const held = claim(task, caller.personId, this.clock.now());
      if (isRefused(held)) throw await this.problem(held);
      if (task.assigneeId === held.assigneeId) return task;
      await this.access.demand(caller, 'task.claim', await this.facts.load(id, manager), manager);
      const claimed = { ...task, ...held };
      await this.tasks.update(manager, claimed);
      await this.tasks.hold(manager, id, caller.personId);
      await this.relations.held(manager, claimed, caller.personId);
      await this.events.tell(
        manager,
        'task.claimed',
        claimed,
        caller.personId,
        { route: 'task.claim' },
        {
          assigneeId: caller.personId,
          onBehalf: false,
        },
      );
      return claimed;
    });
  }

  /** Gives the task back to its candidates; the draft stays for the next person. */
  async release(id: string, caller: StaffSubject): Promise<TaskEntity> {
    return this.database.transaction(async (manager) => {
      const task = await this.locked(manager, id);
      const held = release(task, caller.personId);
      if (isRefused(held)) throw await this.problem(held);
      const released = { ...task, ...held };
      await this.tasks.update(manager, released);
      await this.relations.released(manager, released);
      await this.events.tell(
        manager,
        'task.released',
        released,
        caller.personId,
        { route: 'task.release' },
        {
          because: 'given-back',
        },
      );
      return released;
    });
  }

  /** Moves the responsibility to a colleague who is free to have it. @throws Problem assignee-unknown (422) */
  async assign(id: string, personId: string, caller: StaffSubject): Promise<TaskEntity> {
    return this.database.transaction(async (manager) => {
      const task = await this.locked(manager, id);
      const held = assign(task, personId, this.clock.now());
      if (isRefused(held)) throw await this.problem(held);
      await this.access.demand(caller, 'task.assign', await this.facts.load(id, manager), manager);
      await this.demandFree(manager, task, personId);
      const assigned = { ...task, ...held };
      await this.tasks.update(manager, assigned);
      await this.tasks.hold(manager, id, personId);
      await this.relations.held(manager, assigned, personId);
      await this.events.tell(
        manager,
        'task.assigned',
        assigned,
        caller.personId,
        { route: 'task.assign' },
        {
          assigneeId: personId,
          because: 'assign',
        },
      );
      return assigned;
    });
  }

  /** The refusal as an answer; who claimed first is named, for that is the way out (console.md §4). */
  async problem(refused: Refused): Promise<Problem> {
    switch (refused.refused) {
      case 'task-claimed': {
        const claimedBy = (await this.directory.person(refused.by))?.name ?? refused.by;
        const claimedAt = refused.at ? toLocalIso(refused.at) : '';
        return new Problem('task-claimed', 'conflict', { params: { claimedBy, claimedAt } });
      }
      case 'task-withdrawn':
        return new Problem('task-withdrawn', 'gone');
      case 'task-completed':
      case 'task-not-yours':
        return new Problem(refused.refused, 'conflict');
    }
  }

  private async locked(manager: EntityManager, id: string): Promise<TaskEntity> {
    const task = await this.tasks.find(manager, id, true);
    if (!task) throw new Problem('not-found', 'missing');
    return task;
  }

  private async demandFree(manager: EntityManager, task: TaskEntity, personId: string): Promise<void> {
    const person = await this.directory.person(personId);
    const isFree = person && !person.disabled && !(await this.candidates.isConflicted(manager, personId, task.caseNo));
    if (!isFree)
      throw new Problem('assignee-unknown', 'rejected', { errors: [{ field: 'personId', code: 'assignee-unknown' }] });
  }
}
