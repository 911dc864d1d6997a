import { Injectable } from '@nestjs/common';
import type { TaskPage, TaskSummary, TaskView } from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, Directory, Problem, type StaffSubject } from '@huiying/platform';
import { addDays, dayOf, startOfDay, toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { DeadlineStore } from '../deadlines/deadline.typeorm-store.js';
import { DeadlineViews } from '../deadlines/deadline-views.js';
import { cursorOf, readCursor } from './task-cursor.js';
import { TaskEntity } from './task.entity.js';
import { TEAM_UNIT } from './task.facts.js';

/** What a list asks for. */
export interface TaskQuery {
  view: TaskView;
  caseNo?: string;
  q?: string;
  cursor?: string;
  limit: number;
}

/** What a case has come to since a moment. */
interface Arrived {
  /** A task that the caller has or may claim. */
  own?: TaskSummary;
  /** Any task, whosever it is. */
  any: boolean;
}

interface TaskRow {
  id: string;
  deadline_id: string | null;
  /** Sort value as text: two times compare as their ISO texts. */
  sort: string;
}

/** 已办 shows the last thirty days. */
const DONE_DAYS = 30;
/** Eleven digits of a mobile number, or an identity number: search for persons is another route, which is recorded. */
const PERSONAL = /1[3-9]\d{9}|\d{17}[\dXx]/;

/**
 * The limit that a task shows: the earliest of its own and those of its case that run or are owed since they were missed; missed ones
 * first, paused after those that run, one that is over by its miss (a period for payment that was given again) last. Windows of other
 * people (onMissed = path) are nobody's deadline.
 */
const SHOWN_LIMIT = `
  left join lateral (
    select d.id, d.due_at, case when d.settled_at is not null then 'settled' else d.state end as state from deadline d
    where (d.state in ('running', 'paused', 'missed') and exists
            (select 1 from task_deadline td where td.task_id = t.id and td.deadline_id = d.id))
       or ((d.state in ('running', 'paused') or d.state = 'missed' and d.settled_at is null)
            and d.subject_no = t.case_no and d.terms->>'onMissed' = 'escalate')
    order by (d.settled_at is not null), (d.state = 'paused'), d.due_at limit 1
  ) d on t.state = 'open'`;

const SORT_OPEN = `case d.state when 'missed' then '0' when 'paused' then '2' when 'running' then '1' else '3' end
  || coalesce(to_char(d.due_at at time zone 'UTC', 'YYYYMMDDHH24MISS'), '')`;
/** Newest first by a text that grows with age. */
const SORT_DONE = `lpad((9999999999 - floor(extract(epoch from t.ended_at)))::bigint::text, 10, '0')`;

/** Lists of tasks: one access predicate for every row, in every view (access.md §2). */
@Injectable()
export class TaskQueries {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly deadlines: DeadlineStore,
    private readonly views: DeadlineViews,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async list(query: TaskQuery, caller: StaffSubject): Promise<TaskPage> {
    if (query.q !== undefined && PERSONAL.test(query.q.replace(/[\s-]/g, '')))
      throw new Problem('use-person-search', 'rejected', { errors: [{ field: 'q', code: 'use-person-search' }] });
    const rows = await this.rows(query, caller);
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    return { items: await this.summaries(page), next: last ? cursorOf(last) : null };
  }

  /** The first open task of a case that came after `since`: whether there is one, and which the caller has or may claim. */
  async arrivedSince(caseNo: string, since: Date, caller: StaffSubject): Promise<Arrived> {
    // Asked again and again while the engine goes on: most of the time there is nothing to look at yet.
    const [fresh] = await this.database.query<unknown[]>(
      `select from task where case_no = $1 and state = 'open' and created_at >= $2 limit 1`,
      [caseNo, since],
    );
    if (!fresh) return { any: false };
    for (const view of ['mine', 'group'] as const) {
      const rows = await this.rows({ view, caseNo, limit: 5 }, caller);
      const found = await this.tasks(rows);
      const next = rows.find(({ id }) => (found.get(id)?.createdAt ?? since) >= since);
      const [own] = next ? await this.summaries([next]) : [];
      if (own) return { own, any: true };
    }
    return { any: true };
  }

  /** One task as a row shows it. */
  async summary(id: string): Promise<TaskSummary | undefined> {
    const rows = await this.database.query<TaskRow[]>(
      `select t.id, d.id as deadline_id, '' as sort from task t ${SHOWN_LIMIT} where t.id = $1`,
      [id],
    );
    return (await this.summaries(rows))[0];
  }

  private async rows(query: TaskQuery, caller: StaffSubject): Promise<TaskRow[]> {
    const { personId } = caller;
    const now = this.clock.now();
    const params: unknown[] = [personId];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const conditions = [conditionOf(query.view, now, bind)];
    if (query.caseNo !== undefined) conditions.push(`t.case_no = ${bind(query.caseNo)}`);
    if (query.q) {
      const like = bind(`%${query.q.replace(/[\\%_]/g, (found) => `\\${found}`)}%`);
      conditions.push(`(t.name like ${like} or t.case_no like ${like} or t.subject_no like ${like})`);
    }
    const sort = query.view === 'done' ? SORT_DONE : SORT_OPEN;
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    if (after) conditions.push(`(${sort}, t.id) > (${bind(after.sort)}, ${bind(after.id)}::uuid)`);
    const allowed = whereAllowed(
      this.access.for(caller, query.view === 'team' ? 'task.team' : 'task.list'),
      {
        caseNo: 't.case_no',
        assignee: 't.assignee_id',
        candidateGroups: 'array[c.role]',
        candidateUnit: 'c.unit_id',
        handledBy: TEAM_UNIT,
        open: `(t.state = 'open')`,
        handlers: 'array(select h.person_id from task_holder h where h.task_id = t.id)',
      },
      params.length + 1,
      now,
    );
    params.push(...allowed.params);
    return this.database.query<TaskRow[]>(
      `select t.id, d.id as deadline_id, ${sort} as sort from task t ${SHOWN_LIMIT}
       where ${conditions.join(' and ')} and exists (
         select 1 from (select role, unit_id from task_candidate where task_id = t.id
                        union all select null, null) c where ${allowed.sql})
       order by ${sort}, t.id limit ${bind(query.limit + 1)}`,
      params,
    );
  }

  private async tasks(rows: readonly TaskRow[]): Promise<Map<string, TaskEntity>> {
    if (rows.length === 0) return new Map();
    const found = await this.database.manager
      .getRepository(TaskEntity)
      .createQueryBuilder('task')
      .where('task.id = any(:ids)', { ids: rows.map(({ id }) => id) })
      .getMany();
    return new Map(found.map((task) => [task.id, task]));
  }

  private async summaries(rows: readonly TaskRow[]): Promise<TaskSummary[]> {
    const tasks = await this.tasks(rows);
    const limitIds = rows.flatMap(({ deadline_id: id }) => (id === null ? [] : [id]));
    const limits = new Map(
      (await this.deadlines.byIds(this.database.manager, limitIds)).map((limit) => [limit.id, limit]),
    );
    const people = await this.people([...tasks.values()]);
    return Promise.all(
      rows.flatMap(({ id, deadline_id: deadlineId }) => {
        const task = tasks.get(id);
        if (!task) return [];
        const limit = deadlineId === null ? undefined : limits.get(deadlineId);
        return [
          (async () => {
            const deadline = limit && (await this.views.of(limit));
            return summaryOf(task, people, deadline);
          })(),
        ];
      }),
    );
  }

  private async people(tasks: readonly TaskEntity[]): Promise<Map<string, string>> {
    const ids = [...new Set(tasks.flatMap(({ assigneeId }) => (assigneeId === null ? [] : [assigneeId])))];
    const persons = ids.length > 0 ? await this.directory.persons(ids) : [];
    return new Map(persons.map(({ id, name }) => [id, name]));
  }
}

/** `$1` is the caller. */
function conditionOf(view: TaskView, now: Date, bind: (value: unknown) => string): string {
  switch (view) {
    case 'mine':
      return `t.state = 'open' and t.assignee_id = $1`;
    case 'group':
      return `t.state = 'open' and t.assignee_id is null and $1::text is not null`;
    // Whoever holds them, and those that nobody took: a superior sees what stands still, limit or none. What superiors are asked about it
    // lies with no team.
    case 'team':
      return `t.state = 'open' and t.overdue_of is null and $1::text is not null`;
    case 'done': {
      const since = startOfDay(addDays(dayOf(now), -DONE_DAYS));
      return `t.state = 'completed' and t.completed_by = $1 and t.ended_at >= ${bind(since)}`;
    }
  }
}

function summaryOf(
  task: TaskEntity,
  people: ReadonlyMap<string, string>,
  deadline: TaskSummary['deadline'],
): TaskSummary {
  return {
    id: task.id,
    name: task.name,
    ...(task.caseNo !== null && { caseNo: task.caseNo }),
    subjectNo: task.subjectNo,
    process: task.processId,
    element: task.elementId,
    candidateGroups: task.candidateGroups,
    assignee:
      task.assigneeId === null ? null : { id: task.assigneeId, name: people.get(task.assigneeId) ?? task.assigneeId },
    due: deadline?.dueAt ?? null,
    ...(deadline && { deadline }),
    state: task.state,
    createdAt: toLocalIso(task.createdAt),
    ...(task.endedAt && task.state === 'completed' && { completedAt: toLocalIso(task.endedAt) }),
    ...((task.severity === 'general' || task.severity === 'major') && { severity: task.severity }),
    ...(task.keyCustomer && { keyCustomer: true }),
    ...(task.overdueOf !== null && { overdueOf: task.overdueOf }),
    ...(task.warning !== null && { warning: task.warning }),
  };
}
