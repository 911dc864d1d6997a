import { Injectable } from '@nestjs/common';
import type { InternalCase } from '@huiying/contracts';
import { Directory, Logger, Problem } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Deadline } from '../deadlines/deadline.js';
import { Escalations } from '../escalation/escalations.js';
import { SealedTasks } from '../sealed/sealed-tasks.js';
import { CandidateFinder, type CandidatePlace, type Candidates } from '../tasks/candidates.js';
import { unitsOf } from '../tasks/task-units.js';
import { ElementNames } from '../tasks/element-names.js';
import { TaskEvents } from '../tasks/task-events.js';
import { TaskLimits } from '../tasks/task-limits.js';
import { TaskRelations } from '../tasks/task-relations.js';
import { TaskSignals } from '../tasks/task-signals.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { TaskStore } from '../tasks/task.typeorm-store.js';
import type { EngineTask } from './engine-record.js';

const FEED = { consumer: 'engine-feed' } as const;

/** Keeps a row for every user task of the engine: created, completed from outside, cancelled. Every call may be repeated. */
@Injectable()
export class TaskMirror {
  constructor(
    private readonly tasks: TaskStore,
    private readonly sealed: SealedTasks,
    private readonly names: ElementNames,
    private readonly candidates: CandidateFinder,
    private readonly cases: CaseFacts,
    private readonly escalations: Escalations,
    private readonly relations: TaskRelations,
    private readonly limits: TaskLimits,
    private readonly signals: TaskSignals,
    private readonly events: TaskEvents,
    private readonly directory: Directory,
    private readonly log: Logger,
  ) {}

  async created(manager: EntityManager, task: EngineTask, variables: Record<string, unknown>): Promise<void> {
    if (await this.sealed.keep(manager, task)) return;
    if (await this.tasks.byJob(manager, task.jobKey)) return;
    const { caseNo, subjectNo, orgId, orgType } = subjectOf(variables, task);
    const found = caseNo === null ? undefined : await this.cases.find(caseNo);
    const unitIds = unitsOf(task.headers, variables);
    const who = await this.whoMay(manager, task, { caseNo, subjectNo, orgId, found, unitIds });
    const row: TaskEntity = {
      id: uuidv7(),
      jobKey: task.jobKey,
      instanceKey: task.instanceKey,
      elementInstanceKey: task.elementInstanceKey,
      subjectNo,
      caseNo,
      orgId,
      orgType,
      processId: task.processId,
      processVersion: task.processVersion,
      elementId: task.elementId,
      name: await this.names.nameOf(task.processId, task.processVersion, task.elementId),
      formId: task.formId,
      candidateGroups: task.groups,
      unitIds,
      headers: task.headers,
      state: 'open',
      assigneeId: who.assignee,
      claimedAt: who.assignee === null ? null : task.createdAt,
      createdAt: task.createdAt,
      endedAt: null,
      completedBy: null,
      withdrawnBecause: null,
      warning: who.warning ?? null,
      overdueOf: (await this.escalations.find(manager, subjectNo))?.limitId ?? null,
      severity: found?.severity ?? null,
      keyCustomer: found?.keyCustomer ?? false,
      version: 1,
    };
    await this.tasks.insert(manager, row, who.holdings);
    if (row.assigneeId !== null) await this.tasks.hold(manager, row.id, row.assigneeId);
    await this.relations.opened(manager, row, who.holdings);
    await this.tellCreated(manager, row, variables, found);
    if (row.warning) {
      const role = task.groups.join(',');
      this.log.error('task.without-holder', { taskId: row.id, caseNo, element: task.elementId, role });
    }
  }

  /** The engine completed the job: ours is done already; another client's completion is taken over. */
  async completed(manager: EntityManager, jobKey: string, at: Date): Promise<void> {
    if (await this.sealed.completed(manager, jobKey)) return;
    const task = await this.tasks.byJob(manager, jobKey);
    if (task?.state !== 'open') return;
    const done: TaskEntity = { ...task, state: 'completed', completedBy: 'system', endedAt: at };
    await this.tasks.update(manager, done);
    await this.relations.ended(manager, done);
    const waited = Math.max(0, Math.round((at.getTime() - task.createdAt.getTime()) / 1000));
    const times = { waitedSeconds: waited, workedSeconds: 0, onBehalf: false };
    await this.events.tell(manager, 'task.completed', done, 'system', FEED, times);
    await this.limits.completed(manager, done, { at, by: 'system' }, { cause: FEED });
  }

  /**
   * The job is gone: a boundary event or the end of its instance was faster, also than a completion that is under way. What was
   * typed or said stays.
   */
  async canceled(manager: EntityManager, jobKey: string, at: Date): Promise<void> {
    if (await this.sealed.canceled(manager, jobKey)) return;
    const task = await this.tasks.byJob(manager, jobKey);
    if (!task || task.state === 'withdrawn') return;
    const because = task.state === 'completed' ? 'gone' : 'interrupted';
    const gone: TaskEntity = { ...task, state: 'withdrawn', withdrawnBecause: because, endedAt: at };
    await this.tasks.update(manager, gone);
    await this.relations.ended(manager, gone);
    await this.events.tell(manager, 'task.withdrawn', gone, 'system', FEED, { because });
    await this.limits.withdrawn(manager, gone, { at, by: 'system' }, { cause: FEED });
  }

  /** Rows of open tasks show the severity of their case as it is now. */
  async severityChanged(manager: EntityManager, caseNo: string, severity: string): Promise<void> {
    for (const task of await this.tasks.openOfCase(manager, caseNo))
      await this.tasks.update(manager, { ...task, severity });
  }

  /** Tasks of a case that have no job end with it. */
  async endLocal(manager: EntityManager, caseNo: string, at: Date, consumer: string): Promise<void> {
    for (const task of await this.tasks.openOfCase(manager, caseNo)) {
      if (task.jobKey !== null) continue;
      const gone: TaskEntity = { ...task, state: 'withdrawn', withdrawnBecause: 'cancelled', endedAt: at };
      await this.tasks.update(manager, gone);
      await this.relations.ended(manager, gone);
      await this.events.tell(manager, 'task.withdrawn', gone, 'system', { consumer }, { because: 'cancelled' });
    }
  }

  private async tellCreated(
    manager: EntityManager,
    row: TaskEntity,
    variables: Record<string, unknown>,
    found: InternalCase | undefined,
  ): Promise<void> {
    const trigger = {
      cause: FEED,
      process: { processId: row.processId, processVersion: row.processVersion, elementId: row.elementId },
    };
    const started = await this.limits.opened(manager, row, variables, { facts: factsOf(variables), found }, trigger);
    // After its limits: one of them may be met by the task being there (R02.6#escalate).
    await this.signals.created(manager, row, trigger);
    await this.events.tell(manager, 'task.created', row, 'system', FEED, {}, earliest(started));
  }

  private async whoMay(
    manager: EntityManager,
    task: EngineTask,
    place: CandidatePlace & { subjectNo: string },
  ): Promise<Candidates & { assignee: string | null }> {
    if (task.assignee !== null) {
      const person = await this.directory.person(task.assignee);
      const conflicted = await this.candidates.isConflicted(manager, task.assignee, place.caseNo);
      if (person && !person.disabled && !conflicted) return { holdings: [], assignee: person.id };
      const gone = { personId: task.assignee, unitId: null };
      return { ...(await this.candidates.insteadOf(manager, gone, place)), assignee: null };
    }
    const superior = await this.escalations.find(manager, place.subjectNo);
    if (superior?.superior) return { holdings: [superior.superior], assignee: null };
    return { ...(await this.candidates.find(manager, task.groups, place)), assignee: null };
  }
}

/** @throws Problem task-without-organisation for a process that does not say whose it is, which its start message must */
function subjectOf(variables: Record<string, unknown>, task: EngineTask) {
  const text = (name: string) => (typeof variables[name] === 'string' ? variables[name] : null);
  const orgId = text('orgId');
  if (orgId === null) throw new Problem('task-without-organisation', 'fault');
  const caseNo = text('caseNo');
  return {
    caseNo,
    subjectNo: text('subjectNo') ?? caseNo ?? task.instanceKey,
    orgId,
    orgType: text('orgType') ?? '',
  };
}

function factsOf(variables: Record<string, unknown>) {
  const code = (name: string) => (typeof variables[name] === 'string' ? variables[name] : null);
  return {
    kind: code('kind'),
    topic: code('topic'),
    severity: code('severity'),
    complexity: code('complexity'),
    keyCustomer: variables['keyCustomer'] === true,
  };
}

function earliest(limits: readonly Deadline[]): Deadline | undefined {
  return [...limits].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
}
