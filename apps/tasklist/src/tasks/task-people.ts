import { Injectable } from '@nestjs/common';
import type { PersonRef } from '@huiying/contracts';
import { Directory, Problem } from '@huiying/platform';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { CandidateFinder } from './candidates.js';
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
    const task = isUUID(id) ? await this.tasks.find(manager, id) : undefined;
    if (!task) throw new Problem('not-found', 'missing');
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
}
