import { Injectable } from '@nestjs/common';
import type { SealedCaseAnswers } from '@huiying/contracts';
import { Audit, Vault } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { TaskOutcomeEntity, TaskEntity } from '../tasks/task.entity.js';
import { TaskTexts } from '../tasks/task-texts.js';

/**
 * What people answered in the tasks of a case that turned out to be an employee report: handed to intake, which seals it under the
 * report's key, and destroyed here once employee-reports has it (access.md §5 "moved, its traces erased").
 */
@Injectable()
export class SealedCases {
  constructor(
    private readonly database: DataSource,
    private readonly texts: TaskTexts,
    private readonly vault: Vault,
    private readonly audit: Audit,
  ) {}

  /** Answers of the completed tasks of a case, oldest first. */
  async answers(caseNo: string): Promise<SealedCaseAnswers> {
    const { manager } = this.database;
    const answers: SealedCaseAnswers['answers'] = [];
    for (const { task, outcome } of await this.outcomes(manager, caseNo)) {
      const data = await this.texts.answers(manager, task, outcome);
      answers.push({ formId: outcome.formId, completedAt: toLocalIso(outcome.completedAt), data });
    }
    return { answers };
  }

  /**
   * Drafts go, answers become empty, and the key under which they lay is forgotten; that the tasks were done, by whom and when, stays.
   * May be repeated.
   */
  async erase(caseNo: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const outcomes = await this.outcomes(manager, caseNo);
      await manager.query(
        `delete from task_draft d using task t where t.id = d.task_id and coalesce(t.case_no, t.subject_no) = $1`,
        [caseNo],
      );
      await this.vault.forget(manager, caseNo);
      for (const { task, outcome } of outcomes) await this.texts.emptyOutcome(manager, task, outcome);
      await this.audit.record(manager, {
        actor: { kind: 'service', id: 'employee-reports' },
        action: 'case.erase',
        kind: 'case',
        id: caseNo,
        caseNo,
        outcome: 'done',
        fields: ['task_draft', 'task_outcome'],
      });
    });
  }

  private async outcomes(
    manager: EntityManager,
    caseNo: string,
  ): Promise<{ task: TaskEntity; outcome: TaskOutcomeEntity }[]> {
    const tasks = await manager.find(TaskEntity, { where: { caseNo }, order: { createdAt: 'ASC', id: 'ASC' } });
    const found = [];
    for (const task of tasks) {
      const outcome = await manager.findOneBy(TaskOutcomeEntity, { taskId: task.id });
      if (outcome) found.push({ task, outcome });
    }
    return found;
  }
}
