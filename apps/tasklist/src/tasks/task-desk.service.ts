import { Injectable } from '@nestjs/common';
import type { AgreedDateRequest, CompleteTaskReply, TaskDetail, TaskDraft, TaskSummary } from '@huiying/contracts';
import { AccessService, Clock, Problem, type StaffSubject } from '@huiying/platform';
import { dayOf, isDay } from '@huiying/working-time';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { Deadlines } from '../deadlines/deadlines.service.js';
import { FEEDBACK_LIMIT } from '../feedback-date/feedback-date.decider.js';
import { FormDesk } from '../forms/form-desk.js';
import { onlyFields, withoutShown } from '../forms/only-fields.js';
import { TaskActions } from './task-actions.service.js';
import { TaskCompletion } from './task-completion.service.js';
import { TaskFactsLoader } from './task.facts.js';
import { TaskLimits } from './task-limits.js';
import { TaskQueries } from './task-queries.js';
import { TaskTexts } from './task-texts.js';
import { mayComplete } from './task.decider.js';
import { TaskOutcomeEntity, type TaskEntity } from './task.entity.js';
import { TaskStore } from './task.typeorm-store.js';

/** How long a completion waits for the next task of the same case in all, and between two looks, in ms. */
const NEXT_TASK_WAIT_MS = 1_500;
const NEXT_TASK_LOOK_MS = 100;

/** One task as a person sees and works on it. */
@Injectable()
export class TaskDesk {
  constructor(
    private readonly database: DataSource,
    private readonly tasks: TaskStore,
    private readonly queries: TaskQueries,
    private readonly forms: FormDesk,
    private readonly texts: TaskTexts,
    private readonly completion: TaskCompletion,
    private readonly actions: TaskActions,
    private readonly access: AccessService,
    private readonly facts: TaskFactsLoader,
    private readonly limits: TaskLimits,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async read(id: string, caller: StaffSubject): Promise<TaskDetail> {
    const { manager } = this.database;
    const task = await this.find(manager, id);
    if (task.state === 'withdrawn')
      throw new Problem('task-withdrawn', 'gone', { params: { because: task.withdrawnBecause ?? 'gone' } });
    const draft = task.assigneeId === caller.personId ? await this.texts.draft(manager, task) : undefined;
    const may = await this.may(task, caller);
    const limits = await this.limits.of(manager, id);
    return {
      ...(await this.summary(id)),
      form: this.forms.schema(task),
      formId: task.formId,
      ...(await this.contentOf(manager, task, caller, draft)),
      ...(draft && { draft }),
      may: {
        ...may,
        agreeDate:
          may.complete && limits.filter(mayBeAgreed).some(({ state }) => state === 'running' || state === 'paused'),
      },
      review: task.headers['review'] === 'true',
      contact: task.headers['contact'] === 'true',
      version: task.version,
    };
  }

  async summary(id: string): Promise<TaskSummary> {
    const found = await this.queries.summary(id);
    if (!found) throw new Problem('not-found', 'missing');
    return found;
  }

  async complete(id: string, data: Record<string, unknown>, caller: StaffSubject): Promise<CompleteTaskReply> {
    const done = await this.completion.complete(id, data, caller);
    const nextTask =
      done.caseNo === null || !done.endedAt ? undefined : await this.next(done.caseNo, done.endedAt, caller);
    return nextTask ? { nextTask } : {};
  }

  async saveDraft(
    id: string,
    data: Record<string, unknown>,
    based: number | undefined,
    caller: StaffSubject,
  ): Promise<TaskDraft> {
    return this.database.transaction(async (manager) => {
      const task = await this.held(manager, id, caller);
      const typed = withoutShown(this.forms.schema(task), data);
      return this.texts.saveDraft(manager, task, typed, based, caller.personId);
    });
  }

  /** @throws Problem consent-missing, not-a-day, date-in-past, no-limit-running (422) */
  async agreeDate(id: string, { date, consent }: AgreedDateRequest, caller: StaffSubject): Promise<void> {
    const at = this.clock.now();
    const refuse = (field: string, code: string) => new Problem(code, 'rejected', { errors: [{ field, code }] });
    if (!consent) throw refuse('consent', 'consent-missing');
    if (!isDay(date)) throw refuse('date', 'not-a-day');
    if (date < dayOf(at)) throw refuse('date', 'date-in-past');
    await this.database.transaction(async (manager) => {
      const task = await this.held(manager, id, caller);
      const act = { at, by: caller.personId };
      const trigger = { cause: { route: 'task.agreed-date' as const } };
      const own = (await this.limits.of(manager, id)).filter(mayBeAgreed);
      let agreed = 0;
      for (const limit of own) {
        const fresh = await this.deadlines.agreeDate(manager, limit, date, act, trigger);
        if (!fresh) continue;
        await this.tasks.moveLimit(manager, limit.id, fresh.id);
        agreed++;
      }
      if (agreed === 0) throw refuse('date', 'no-limit-running');
      await this.tasks.update(manager, task);
    });
  }

  private async find(manager: EntityManager, id: string, lock = false): Promise<TaskEntity> {
    const task = await this.tasks.find(manager, id, lock);
    if (!task) throw new Problem('not-found', 'missing');
    return task;
  }

  private async held(manager: EntityManager, id: string, caller: StaffSubject): Promise<TaskEntity> {
    const task = await this.find(manager, id, true);
    const refused = mayComplete(task, caller.personId);
    if (refused) throw await this.actions.problem(refused);
    return task;
  }

  private async contentOf(
    manager: EntityManager,
    task: TaskEntity,
    caller: StaffSubject,
    draft: TaskDraft | undefined,
  ): Promise<Pick<TaskDetail, 'data' | 'named'>> {
    if (task.state === 'open') {
      const start = onlyFields(this.forms.schema(task), await this.forms.start(task, caller.personId));
      return { data: { ...start, ...draft?.data } };
    }
    const outcome = await manager.findOneBy(TaskOutcomeEntity, { taskId: task.id });
    if (outcome?.completedBy !== caller.personId) return { data: {} };
    return {
      data: await this.texts.answers(manager, task, outcome),
      named: await this.texts.named(manager, task, outcome),
    };
  }

  private async may(task: TaskEntity, caller: StaffSubject): Promise<Omit<TaskDetail['may'], 'agreeDate'>> {
    const facts = await this.facts.load(task.id);
    const allowed = async (action: 'task.claim' | 'task.release' | 'task.assign' | 'task.complete') =>
      task.state === 'open' && (await this.access.decide(caller, action, facts)).ok;
    return {
      claim: task.assigneeId === null && (await allowed('task.claim')),
      release: await allowed('task.release'),
      assign: await allowed('task.assign'),
      complete: await allowed('task.complete'),
    };
  }

  /**
   * The engine needs a moment to reach the next task; nobody waits longer than that for it. Once it has come to somebody else's, one more
   * look is for what comes beside it.
   */
  private async next(caseNo: string, since: Date, caller: StaffSubject): Promise<TaskSummary | undefined> {
    const until = performance.now() + NEXT_TASK_WAIT_MS;
    let before = false;
    while (performance.now() < until) {
      await sleep(NEXT_TASK_LOOK_MS);
      const { own, any } = await this.queries.arrivedSince(caseNo, since, caller);
      if (own || before) return own;
      before = any;
    }
    return undefined;
  }
}

/** The promised date of a sales complaint changes by its own route alone, which counts the changes (R07.7). */
function mayBeAgreed({ limitId }: { limitId: string }): boolean {
  return limitId !== FEEDBACK_LIMIT;
}
