import { Injectable } from '@nestjs/common';
import type { SealedLimitCause, SealedTaskAnswer, SealedTaskHandOver } from '@huiying/contracts';
import { Clock, Problem } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { HandlerChoice } from '../people/handler-choice.js';
import { Handlers, newPseudonym } from '../people/handlers.js';
import { NamedPersons } from '../people/named-persons.js';
import type { Report } from '../record/report.js';
import { Reports } from '../record/reports.js';
import { type ReportTask, ReportTasks } from './report-tasks.js';

/** The outcome's limit counts from the conclusion (R05.5); the others from the report. */
const OUTCOME_LIMIT = 'R05.5';

/** What the tasklist hands over and rings about. Every call may be repeated. */
@Injectable()
export class HandedOver {
  constructor(
    private readonly database: DataSource,
    private readonly reports: Reports,
    private readonly tasks: ReportTasks,
    private readonly handlers: Handlers,
    private readonly choice: HandlerChoice,
    private readonly named: NamedPersons,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found while no report of this process instance is known: the tasklist tries again */
  async take(handOver: SealedTaskHandOver): Promise<SealedTaskAnswer> {
    return this.database.transaction(async (manager) => {
      const report = await this.reports.byInstance(manager, handOver.instanceKey);
      if (!report) throw new Problem('not-found', 'missing');
      if (!(await this.tasks.byKey(manager, handOver.taskKey))) {
        const pseudonym = handOver.assignee ?? (await this.centre(manager, report));
        await this.tasks.keep(manager, report.reportNo, handOver, pseudonym);
      }
      const task = await this.tasks.byKey(manager, handOver.taskKey);
      return { limit: task?.limitId ? await this.causeOf(manager, report, task.limitId, task.createdAt) : null };
    });
  }

  async due(taskKey: string, dueAt: Date): Promise<void> {
    await this.database.transaction((manager) => this.tasks.due(manager, taskKey, dueAt));
  }

  async withdrawn(taskKey: string): Promise<void> {
    await this.database.transaction((manager) => this.tasks.end(manager, taskKey, 'withdrawn', this.clock.now()));
  }

  /** A missed limit: the next unnamed handler has the task, with the same time again (R03.8); with nobody left it stays. */
  async overdue(taskKey: string): Promise<SealedTaskAnswer> {
    return this.database.transaction(async (manager) => {
      const task = await this.tasks.byKey(manager, taskKey, true);
      const report = task && (await this.reports.find(manager, task.reportNo));
      if (!report || task.state !== 'open' || task.limitId === null) return { limit: null };
      // Without an end: passed on by a call whose answer was lost. The next handler is not asked to go before having had the time.
      const isPassedOn = task.dueAt === null;
      if (!isPassedOn && !(await this.passOn(manager, report, task))) return { limit: null };
      await this.tasks.due(manager, taskKey, null);
      const from = this.clock.now().toISOString();
      return { limit: { limitId: task.limitId, orgId: report.content.orgId, from } };
    });
  }

  private async passOn(manager: EntityManager, report: Report, { pseudonym }: ReportTask): Promise<boolean> {
    const holder = (await this.handlers.of(manager, report.reportNo)).find((one) => one.pseudonym === pseudonym);
    return holder ? this.named.replace(manager, report, holder, true) : false;
  }

  /** A task for the model's group: the members of the group centre who may have it, under one pseudonym. */
  private async centre(manager: EntityManager, report: Report): Promise<string> {
    const pseudonym = newPseudonym();
    const exclusion = await this.choice.exclusion(report.content);
    for (const personId of await this.choice.centre(report.content, exclusion))
      await this.handlers.name(manager, report.reportNo, 'group-centre', personId, pseudonym);
    return pseudonym;
  }

  private async causeOf(
    manager: EntityManager,
    { reportNo, content, receivedAt }: Report,
    limitId: string,
    createdAt: Date,
  ): Promise<SealedLimitCause> {
    const concluded = await this.reports.answers(manager, reportNo, 'conclude');
    const from = limitId === OUTCOME_LIMIT ? (concluded?.at ?? createdAt) : receivedAt;
    return { limitId, orgId: content.orgId, from: from.toISOString() };
  }
}
