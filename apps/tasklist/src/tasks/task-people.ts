import { Injectable } from '@nestjs/common';
import type { PersonRef, TaskPerson } from '@huiying/contracts';
import { Directory, Problem } from '@huiying/platform';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { CandidateFinder } from './candidates.js';
import { TaskEntity } from './task.entity.js';
import { TaskStore } from './task.typeorm-store.js';

/** Colleagues whom a task may be handed to or a form may name: its candidates and the staff of their units, without 回避. */
@Injectable()
export class TaskPeople {
  constructor(
    private readonly database: DataSource,
    private readonly tasks: TaskStore,
    private readonly candidates: CandidateFinder,
    private readonly directory: Directory,
  ) {}

  /** @throws Problem not-found (404) */
  async of(id: string): Promise<PersonRef[]> {
    const { manager } = this.database;
    const task = await this.task(id);
    const conflicted = await this.candidates.conflicted(manager, task.caseNo);
    const people = new Map<string, PersonRef>();
    for (const { role, unitId } of await this.tasks.candidates(manager, id)) {
      const holders = await this.directory.holders(role, unitId);
      const colleagues = await this.directory.staffOf(unitId);
      for (const person of [...holders, ...colleagues])
        if (!conflicted.has(person.id)) people.set(person.id, { id: person.id, name: person.name });
    }
    return [...people.values()];
  }

  /**
   * Everybody of the organisation of the task, without 回避: a team, or whom a file is about, is named across its units (R08.8, R09.2).
   * @throws Problem not-found (404)
   */
  async ofOrganisation(id: string): Promise<TaskPerson[]> {
    const { manager } = this.database;
    const task = await this.task(id);
    const conflicted = await this.candidates.conflicted(manager, task.caseNo);
    const units = new Map((await this.directory.unitsOf(task.orgId)).map(({ id: unitId, name }) => [unitId, name]));
    return (await this.directory.everybodyOf(task.orgId))
      .filter((person) => !conflicted.has(person.id))
      .map(({ id: personId, name, unitId }) => {
        const unit = units.get(unitId);
        return { id: personId, name, ...(unit === undefined ? {} : { unit }) };
      });
  }

  private async task(id: string): Promise<TaskEntity> {
    const task = isUUID(id) ? await this.tasks.find(this.database.manager, id) : undefined;
    if (!task) throw new Problem('not-found', 'missing');
    return task;
  }
}
