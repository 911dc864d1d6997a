import { Injectable } from '@nestjs/common';
import type { ReportHandOver, ReportStep, TaskPerson } from '@huiying/contracts';
import { Clock, Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { ReportAudit } from '../audit/report-audit.js';
import { NamedHandlers } from '../forms/named-handlers.js';
import { HandlerChoice, type Part } from '../people/handler-choice.js';
import { Handlers } from '../people/handlers.js';
import { StaffLines } from '../people/staff-lines.js';
import type { Report } from '../record/report.js';
import { stepName } from '../record/step-names.js';
import { ReportTasks } from '../tasks/report-tasks.js';

/** Who looks after the case: who keeps its material and is in charge of it, and the management that supervises (R05.7, R05.8). */
const OVERSEERS: readonly Part[] = ['report-custodian', 'manager'];

/**
 * The open steps of a report, with who has each since when: most have no limit that would ever move them on, so whoever oversees the case
 * sees what stands still and gives it to another (access.md §5). Either of two does, so that neither's own absence stops it.
 */
@Injectable()
export class ReportSteps {
  constructor(
    private readonly tasks: ReportTasks,
    private readonly handlers: Handlers,
    private readonly choice: HandlerChoice,
    private readonly named: NamedHandlers,
    private readonly staff: StaffLines,
    private readonly audit: ReportAudit,
    private readonly clock: Clock,
  ) {}

  /** Undefined for handlers who do not oversee the case, and once it is archived. */
  async of(manager: EntityManager, report: Report, personId: string): Promise<ReportStep[] | undefined> {
    if (!(await this.oversees(manager, report, personId))) return undefined;
    const handlers = await this.handlers.of(manager, report.reportNo);
    const now = this.clock.now();
    const open = await this.tasks.openOfReport(manager, report.reportNo);
    return Promise.all(
      open.map(async ({ id, elementId, pseudonym, createdAt, dueAt }) => ({
        id,
        name: stepName(elementId),
        holders: await this.staff.names(handlers.flatMap((one) => (one.pseudonym === pseudonym ? [one.personId] : []))),
        since: createdAt.toISOString(),
        dueAt: dueAt?.toISOString() ?? null,
        overdue: dueAt !== null && dueAt < now,
      })),
    );
  }

  /** Whom a step may be given to. @throws Problem not-found for whoever does not oversee the case */
  async offered(manager: EntityManager, report: Report, personId: string): Promise<TaskPerson[]> {
    if (!(await this.oversees(manager, report, personId))) throw new Problem('not-found', 'missing');
    const present = (await this.handlers.of(manager, report.reportNo)).map((one) => one.personId);
    return (await this.named.offered(report)).filter(({ id }) => !present.includes(id));
  }

  /**
   * The part that the step lies with goes to another person under the same pseudonym: no task moves in the engine, and whoever had it
   * reads no more. @throws Problem not-found · handler-excluded (422): named, below somebody named, or with another part of the report
   */
  async handOver(
    manager: EntityManager,
    report: Report,
    { taskId, personId }: ReportHandOver,
    by: string,
  ): Promise<void> {
    const { reportNo, content } = report;
    const task = (await this.tasks.openOfReport(manager, reportNo)).find(({ id }) => id === taskId);
    if (!task || !(await this.oversees(manager, report, by))) throw new Problem('not-found', 'missing');
    const handlers = await this.handlers.of(manager, reportNo);
    const holders = handlers.filter(({ pseudonym }) => pseudonym === task.pseudonym);
    const part = await this.handlers.partOf(manager, reportNo, task.pseudonym);
    const next = await this.staff.find(personId);
    const exclusion = await this.choice.exclusion(content);
    const fits =
      next !== undefined &&
      part !== undefined &&
      !handlers.some((one) => one.personId === next) &&
      (await this.choice.mayBeNamed(next, part, exclusion));
    if (!fits)
      throw new Problem('handler-excluded', 'rejected', { errors: [{ field: 'personId', code: 'handler-excluded' }] });
    for (const holder of holders) {
      await this.handlers.end(manager, holder.id);
      await this.audit.record(manager, 'handler.replaced', { reportNo, personId: holder.personId, reason: part });
    }
    await this.handlers.name(manager, reportNo, part, next, task.pseudonym);
    await this.audit.record(manager, 'handler.named', { reportNo, personId: by, reason: part });
  }

  private async oversees(manager: EntityManager, { reportNo, state }: Report, personId: string): Promise<boolean> {
    if (state !== 'open') return false;
    const handlers = await this.handlers.of(manager, reportNo);
    return handlers.some((one) => one.personId === personId && OVERSEERS.includes(one.part));
  }
}
