import { Injectable } from '@nestjs/common';
import { isSealedNumber, SEALED_NUMBER } from '@huiying/contracts';
import { Directory, type Facts, FactsLoader, type Holding } from '@huiying/platform';
import { isUUID } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import type { TaskEntity } from './task.entity.js';
import { TaskStore } from './task.typeorm-store.js';

/** What access is decided on for one task. */
@Injectable()
export class TaskFactsLoader extends FactsLoader {
  readonly kind = 'task' as const;

  constructor(
    private readonly database: DataSource,
    private readonly tasks: TaskStore,
    private readonly directory: Directory,
  ) {
    super();
  }

  async load(id: string, manager: EntityManager = this.database.manager): Promise<Facts | undefined> {
    const task = isUUID(id) ? await this.tasks.find(manager, id) : undefined;
    if (!task) return undefined;
    // Who held or could have taken a task hears that it is over (409, 410) rather than that it is not theirs.
    const candidates = task.state === 'completed' ? [] : await this.tasks.candidates(manager, id);
    return {
      kind: 'task',
      id,
      ...(task.caseNo !== null && { caseNo: task.caseNo }),
      ...(task.assigneeId !== null && { assigneeId: task.assigneeId }),
      candidates,
      ...(isOfTeam(task) && { handledBy: await this.unitsOf(task, candidates) }),
      open: true,
      handlerIds: await this.tasks.holders(manager, id),
      contact: task.headers['contact'] === 'true',
      excludedIds: await this.askedBy(manager, task.formId, task.subjectNo),
    };
  }

  private async unitsOf({ assigneeId }: TaskEntity, candidates: readonly Holding[]): Promise<string[]> {
    const holder = assigneeId === null ? undefined : await this.directory.person(assigneeId);
    return [...candidates.map(({ unitId }) => unitId), ...(holder ? [holder.unitId] : [])];
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

/** SQL twin of {@link isOfTeam} for a list of tasks `t` with their candidates `c`: the unit of a candidate, else of the holder. */
export const TEAM_UNIT = `case when t.case_no is null and t.overdue_of is null and t.subject_no !~ '${SEALED_NUMBER}'
  then coalesce(c.unit_id, (select holder.unit_id from access.person holder where holder.id = t.assignee_id)) end`;

/**
 * A task without a case lies with the team of whoever may do it, under its heads: trainings, rankings, reports, penalties. What superiors
 * are asked about a delay lies with no team, and of a sealed file no head sees anything.
 */
function isOfTeam({ caseNo, overdueOf, subjectNo }: TaskEntity): boolean {
  return caseNo === null && overdueOf === null && !isSealedNumber(subjectNo);
}
