import { Injectable } from '@nestjs/common';
import { SEALED_NUMBER } from '@huiying/contracts';
import { Clock, Logger, Metrics, RegularLook } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { Gauge } from 'prom-client';
import { DataSource, type EntityManager } from 'typeorm';
import { Escalations } from '../escalation/escalations.js';
import { CandidateFinder, type Candidates } from './candidates.js';
import { TaskEvents } from './task-events.js';
import { TaskRelations } from './task-relations.js';
import type { TaskEntity } from './task.entity.js';
import { TaskStore } from './task.typeorm-store.js';

/** How often it is looked, on the machine's time. */
const LOOK_MS = 60_000;
const AT_ONCE = 200;

const AT_WORK = `not p.disabled and not exists (
  select 1 from access.case_relation r where r.case_no = t.case_no and r.rel = 'conflicted' and r.person_id = p.id
    and (r.valid_until is null or r.valid_until > $1))`;

/** Open tasks that nobody can do, and those that went to the intake desk because nobody held their role ($1: now). */
const STALLED = `t.state = 'open' and case when t.assignee_id is not null
  then not exists (select 1 from access.person p where p.id = t.assignee_id and ${AT_WORK})
  else t.warning is not null or not exists (
    select 1 from task_candidate c join access.holding h on h.role = c.role and h.unit_id = c.unit_id
      join access.person p on p.id = h.person_id
    where c.task_id = t.id and h.valid_from <= $1 and (h.valid_until is null or h.valid_until > $1) and ${AT_WORK})
  end`;

/**
 * A task waits for people who are there: whose holder left or steps aside (回避) goes back to its group, whose group has nobody left to
 * whoever has the role now, at last the intake desk; and from there back as soon as somebody holds the role. No limit need pass for it.
 */
@Injectable()
export class HolderWatch extends RegularLook {
  private readonly atDesk: Gauge;

  constructor(
    private readonly database: DataSource,
    private readonly tasks: TaskStore,
    private readonly candidates: CandidateFinder,
    private readonly cases: CaseFacts,
    private readonly escalations: Escalations,
    private readonly relations: TaskRelations,
    private readonly events: TaskEvents,
    private readonly clock: Clock,
    metrics: Metrics,
    log: Logger,
  ) {
    super(log, 'holder-watch', LOOK_MS);
    const help = 'Open tasks at the intake desk because nobody holds their role';
    this.atDesk = new Gauge({ name: 'huiying_tasks_without_holder', help, registers: [metrics.registry] });
  }

  /** One task at a time, each in a transaction of its own: one that cannot be handed on holds up no other. */
  async look(): Promise<void> {
    const stalled = await this.database.query<{ id: string }[]>(
      `select t.id from task t where ${STALLED} order by t.created_at, t.id limit ${AT_ONCE}`,
      [this.clock.now()],
    );
    for (const { id } of stalled) {
      if (this.isStopping) return;
      await this.database
        .transaction((manager) => this.handOn(manager, id))
        .catch((error: unknown) => this.log.error('task.without-holder', { taskId: id }, error));
    }
    const [count] = await this.database.query<{ n: number }[]>(
      `select count(*)::int as n from task where state = 'open' and warning is not null and subject_no !~ $1`,
      [SEALED_NUMBER],
    );
    this.atDesk.set(count?.n ?? 0);
  }

  private async handOn(manager: EntityManager, id: string): Promise<void> {
    const task = await this.tasks.find(manager, id, true);
    const [still] = await manager.query<unknown[]>(`select 1 from task t where t.id = $2 and ${STALLED}`, [
      this.clock.now(),
      id,
    ]);
    if (!task || !still) return;
    const before = await this.tasks.candidates(manager, id);
    const { holdings, warning } = await this.next(manager, task, before);
    if (task.assigneeId === null && namesOf(holdings) === namesOf(before)) return;
    const free: TaskEntity = { ...task, assigneeId: null, claimedAt: null, warning: warning ?? null };
    await this.tasks.update(manager, free);
    await this.tasks.candidatesAre(manager, id, holdings);
    await this.relations.ended(manager, free);
    await this.relations.opened(manager, free, holdings);
    if (task.assigneeId !== null)
      await this.events.tell(manager, 'task.released', free, 'system', { clock: 'absences' }, { because: 'absence' });
    const fields = { taskId: id, caseNo: task.caseNo, element: task.elementId, role: namesOf(holdings) };
    if (warning) this.log.error('task.without-holder', fields);
    else this.log.info('task.handed-on', fields);
  }

  private async next(
    manager: EntityManager,
    task: TaskEntity,
    before: readonly { unitId: string }[],
  ): Promise<Candidates> {
    const { orgId, caseNo, subjectNo, assigneeId, candidateGroups, headers } = task;
    const found = caseNo === null ? undefined : await this.cases.find(caseNo);
    const unitIds = [...new Set(before.map(({ unitId }) => unitId))];
    const superior = (await this.escalations.find(manager, subjectNo))?.superior;
    if (superior)
      return this.candidates.find(manager, [superior.role], { orgId, caseNo, found, unitIds: [superior.unitId] });
    // The process named the units once: they stand. Of tasks from before they were kept, those of their candidates do.
    const isNamed = task.unitIds.length > 0 || caseNo === null || headers['unit'] !== undefined;
    const named = task.unitIds.length > 0 ? task.unitIds : unitIds;
    const place = { orgId, caseNo, found, ...(isNamed && { unitIds: named }) };
    if (candidateGroups.length > 0) return this.candidates.find(manager, candidateGroups, place);
    return this.candidates.insteadOf(manager, { personId: assigneeId, unitId: unitIds[0] ?? null }, place);
  }
}

function namesOf(holdings: readonly { role: string; unitId: string }[]): string {
  return holdings
    .map(({ role, unitId }) => `${role}@${unitId}`)
    .sort()
    .join(',');
}
