import { Injectable } from '@nestjs/common';
import type {
  ReportTaskRow,
  ReportTaskSheet,
  SealedAnswers,
  SealedForm,
  TaskDraft,
  TaskDraftRequest,
  TaskPerson,
} from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, Problem, ServiceClient, type StaffSubject } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { ReportAudit } from '../audit/report-audit.js';
import type { FormTask } from '../forms/report-form.js';
import { ReportForms } from '../forms/report-forms.js';
import { NamedHandlers } from '../forms/named-handlers.js';
import { stepName } from '../record/step-names.js';
import { Reports } from '../record/reports.js';
import { ReportDrafts } from './report-drafts.js';
import { type ReportTask, ReportTasks } from './report-tasks.js';

/** Tasks of reports as handlers see and do them; the tasklist holds the published form against the answers and keeps none. */
@Injectable()
export class TaskWork {
  constructor(
    private readonly database: DataSource,
    private readonly outbox: Outbox,
    private readonly services: ServiceClient,
    private readonly tasks: ReportTasks,
    private readonly drafts: ReportDrafts,
    private readonly reports: Reports,
    private readonly forms: ReportForms,
    private readonly named: NamedHandlers,
    private readonly audit: ReportAudit,
    private readonly clock: Clock,
  ) {}

  async mine({ personId }: StaffSubject): Promise<ReportTaskRow[]> {
    const now = this.clock.now();
    return (await this.tasks.openOf(this.database.manager, personId)).map((task) => rowOf(task, now));
  }

  /** @throws Problem not-found for everybody but its holder */
  async read(id: string, { personId }: StaffSubject): Promise<ReportTaskSheet> {
    const before = await this.tasks.ofPerson(this.database.manager, id, personId);
    const form = before && (await this.schemaOf(before));
    const sheet = await this.database.transaction(async (manager) => {
      const task = await this.tasks.ofPerson(manager, id, personId);
      if (!task || !form) {
        await this.audit.record(manager, 'task.refused', { personId, reason: id.slice(0, 64) });
        return undefined;
      }
      const report = await this.reports.demand(manager, task.reportNo);
      await this.audit.record(manager, 'report.read', { reportNo: task.reportNo, personId });
      const isOpen = task.state === 'open';
      const data = isOpen ? await this.forms.of(task.formId).prefill({ manager, report, personId }) : {};
      const draft = isOpen ? await this.drafts.of(manager, task, personId) : undefined;
      return { ...rowOf(task, this.clock.now()), form, data, ...(draft && { draft }), review: task.review };
    });
    if (!sheet) throw new Problem('not-found', 'missing');
    return sheet;
  }

  /** Whom the task's form may name. @throws Problem not-found for everybody but its holder */
  async people(id: string, { personId }: StaffSubject): Promise<TaskPerson[]> {
    return this.database.transaction(async (manager) => {
      const task = await this.held(manager, id, personId, false);
      return this.named.offered(await this.reports.demand(manager, task.reportNo));
    });
  }

  /** @throws Problem not-found · task-completed, draft-outdated (409) · task-withdrawn (410) */
  async saveDraft(id: string, draft: TaskDraftRequest, { personId }: StaffSubject): Promise<TaskDraft> {
    return this.database.transaction(async (manager) =>
      this.drafts.keep(manager, await this.held(manager, id, personId, true), personId, draft),
    );
  }

  /** @throws Problem not-found · task-completed (409) · task-withdrawn (410) · invalid-fields, form-refused (422) */
  async complete(id: string, data: Record<string, unknown>, { personId }: StaffSubject): Promise<void> {
    const before = await this.held(this.database.manager, id, personId, false);
    const { answers } = await this.services.post<SealedAnswers>(
      'tasklist',
      `/internal/sealed-forms/${encodeURIComponent(before.formId)}/check`,
      { data },
    );
    await this.database.transaction(async (manager) => {
      const report = await this.reports.demand(manager, before.reportNo, true);
      const task = await this.held(manager, id, personId, true);
      const form: FormTask = { manager, report, personId };
      const variables = await this.forms.of(task.formId).complete(answers, form);
      const at = this.clock.now();
      await this.reports.append(manager, task.reportNo, `form:${task.elementId}`, answers, at);
      await this.tasks.end(manager, task.taskKey, 'completed', at);
      await this.audit.record(manager, 'task.completed', {
        reportNo: task.reportNo,
        personId,
        reason: task.elementId,
      });
      await this.outbox.job(manager, { jobKey: task.taskKey, taskId: task.id, variables });
    });
  }

  private async held(manager: EntityManager, id: string, personId: string, lock: boolean): Promise<ReportTask> {
    const task = await this.tasks.ofPerson(manager, id, personId, lock);
    if (!task) throw new Problem('not-found', 'missing');
    if (task.state === 'completed') throw new Problem('task-completed', 'conflict');
    if (task.state === 'withdrawn') throw new Problem('task-withdrawn', 'gone');
    return task;
  }

  private async schemaOf({ formId }: ReportTask): Promise<Record<string, unknown>> {
    const path = `/internal/sealed-forms/${encodeURIComponent(formId)}`;
    return (await this.services.get<SealedForm>('tasklist', path)).schema;
  }
}

function rowOf({ id, reportNo, elementId, dueAt }: ReportTask, now: Date): ReportTaskRow {
  return {
    id,
    reportNo,
    element: elementId,
    name: stepName(elementId),
    dueAt: dueAt?.toISOString() ?? null,
    overdue: dueAt !== null && dueAt < now,
  };
}
