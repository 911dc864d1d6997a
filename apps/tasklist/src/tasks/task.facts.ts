import { Injectable } from '@nestjs/common';
import { type Facts, FactsLoader } from '@huiying/platform';
import { isUUID } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { TaskStore } from './task.typeorm-store.js';

/** What access is decided on for one task. */
@Injectable()
export class TaskFactsLoader extends FactsLoader {
  readonly kind = 'task' as const;

  constructor(
    private readonly database: DataSource,
    private readonly tasks: TaskStore,
  ) {
    super();
  }

  async load(id: string, manager: EntityManager = this.database.manager): Promise<Facts | undefined> {
    const task = isUUID(id) ? await this.tasks.find(manager, id) : undefined;
    if (!task) return undefined;
    return {
      kind: 'task',
      id,
      ...(task.caseNo !== null && { caseNo: task.caseNo }),
      ...(task.assigneeId !== null && { assigneeId: task.assigneeId }),
      // Who held or could have taken a task hears that it is over (409, 410) rather than that it is not theirs.
      candidates: task.state === 'completed' ? [] : await this.tasks.candidates(manager, id),
      open: true,
      handlerIds: await this.tasks.holders(manager, id),
      contact: task.headers['contact'] === 'true',
      excludedIds: await this.askedBy(manager, task.formId, task.subjectNo),
    };
  }

  /** Who asks for an extension does not approve it. */
  private async askedBy(manager: EntityManager, formId: string | null, subjectNo: string): Promise<string[]> {
    if (formId !== 'extension-approval--approve-extension') return [];
    const rows = await manager.query<{ asked_by: string }[]>(
      'select asked_by from extension_request where request_id = $1',
      [subjectNo],
    );
    return rows.map((row) => row.asked_by);
  }
}
