import { Injectable } from '@nestjs/common';
import type { NamedAnswers, TaskDraft } from '@huiying/contracts';
import { Clock, Problem, Vault } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { TaskOutcomeEntity, type TaskEntity } from './task.entity.js';

interface DraftRow {
  data_enc: string;
  version: number;
  saved_at: Date;
}

/** What people type into tasks: drafts and outcomes, sealed with the key of the case. */
@Injectable()
export class TaskTexts {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async draft(manager: EntityManager, task: TaskEntity): Promise<TaskDraft | undefined> {
    const [row] = await manager.query<DraftRow[]>(
      'select data_enc, version, saved_at from task_draft where task_id = $1',
      [task.id],
    );
    if (!row) return undefined;
    const text = await this.vault.open(manager, place(task, 'task_draft'), row.data_enc);
    return { data: JSON.parse(text) as TaskDraft['data'], version: row.version, savedAt: toLocalIso(row.saved_at) };
  }

  /** @throws Problem draft-outdated (409) when another window saved since `based` */
  async saveDraft(
    manager: EntityManager,
    task: TaskEntity,
    data: Record<string, unknown>,
    based: number | undefined,
    by: string,
  ): Promise<TaskDraft> {
    const [row] = await manager.query<{ version: number }[]>(
      'select version from task_draft where task_id = $1 for update',
      [task.id],
    );
    if (row && based !== undefined && based !== row.version) throw new Problem('draft-outdated', 'conflict');
    const version = (row?.version ?? 0) + 1;
    const sealed = await this.vault.seal(manager, place(task, 'task_draft'), JSON.stringify(data));
    const now = this.clock.now();
    await manager.query(
      `insert into task_draft (task_id, data_enc, version, saved_at, saved_by) values ($1, $2, $3, $4, $5)
       on conflict (task_id) do update set data_enc = excluded.data_enc, version = excluded.version,
         saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
      [task.id, sealed, version, now, by],
    );
    return { data, version, savedAt: toLocalIso(now) };
  }

  async keepOutcome(
    manager: EntityManager,
    task: TaskEntity,
    outcome: {
      formId: string;
      answers: Record<string, unknown>;
      variables: Record<string, unknown>;
      named: NamedAnswers;
      by: string;
      at: Date;
    },
  ): Promise<void> {
    const { formId, answers, variables, named, by, at } = outcome;
    const dataEnc = await this.vault.seal(manager, place(task, 'task_outcome'), JSON.stringify(answers));
    const isNamed = Object.keys(named).length > 0;
    const namedEnc = isNamed ? await this.vault.seal(manager, namedPlace(task), JSON.stringify(named)) : null;
    await manager.save(TaskOutcomeEntity, {
      taskId: task.id,
      formId,
      dataEnc,
      namedEnc,
      variables,
      completedBy: by,
      completedAt: at,
    });
    await manager.query('delete from task_draft where task_id = $1', [task.id]);
  }

  /** The answers were moved elsewhere: what is left says that there were some. */
  async emptyOutcome(manager: EntityManager, task: TaskEntity, { taskId }: TaskOutcomeEntity): Promise<void> {
    const dataEnc = await this.vault.seal(manager, place(task, 'task_outcome'), '{}');
    await manager.update(TaskOutcomeEntity, { taskId }, { dataEnc, namedEnc: null, variables: {} });
  }

  async answers(
    manager: EntityManager,
    task: TaskEntity,
    outcome: TaskOutcomeEntity,
  ): Promise<Record<string, unknown>> {
    const text = await this.vault.open(manager, place(task, 'task_outcome'), outcome.dataEnc);
    return JSON.parse(text) as Record<string, unknown>;
  }

  /** What the ids among the answers were called when the task was completed. */
  async named(manager: EntityManager, task: TaskEntity, { namedEnc }: TaskOutcomeEntity): Promise<NamedAnswers> {
    return namedEnc === null
      ? {}
      : (JSON.parse(await this.vault.open(manager, namedPlace(task), namedEnc)) as NamedAnswers);
  }
}

function namedPlace(task: TaskEntity) {
  return { ...place(task, 'task_outcome'), column: 'named_enc' };
}

function place(task: TaskEntity, table: string) {
  return { subject: task.caseNo ?? task.subjectNo, table, id: task.id, column: 'data_enc' };
}
