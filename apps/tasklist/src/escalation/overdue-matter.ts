import { Injectable } from '@nestjs/common';
import { LIMITS, type LimitId } from '@huiying/contracts';
import { toLocalIso } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import type { Escalation } from './escalations.js';

/** So many tasks are named to a superior; a case has seldom more than two at once. */
const TASKS = 5;

interface LateTask {
  name: string;
  holder: string | null;
  units: string | null;
  late: boolean;
}

/** 超期事项 as a superior reads it (R03.8): which limit of what, until when it was, what is left to do and with whom it lies. */
@Injectable()
export class OverdueMatter {
  async text(manager: EntityManager, { overdueNo, limitId }: Escalation): Promise<string> {
    const [missed] = await manager.query<{ id: string; due_at: Date }[]>(
      `select id, due_at from deadline where subject_no = $1 and limit_id = $2 and state = 'missed' order by n desc limit 1`,
      [overdueNo, limitId],
    );
    const tasks = await this.tasks(manager, overdueNo, missed?.id ?? null);
    const name = LIMITS[limitId as LimitId] as (typeof LIMITS)[LimitId] | undefined;
    // The rule is what people know; which of its limits it is, its name says.
    const rule = limitId.split('#')[0] ?? limitId;
    return [
      [overdueNo, name?.zh, `（${rule}）`].filter(Boolean).join(' '),
      missed && `期限：${toLocalIso(missed.due_at).slice(0, 16).replace('T', ' ')}`,
      ...tasks.map((task) => `未办：${task.name}（${task.holder ?? `${task.units ?? ''} 无人认领`.trim()}）`),
    ]
      .filter(Boolean)
      .join('\n');
  }

  /** The tasks that carry the limit; of one that none carries, for it bounds the whole handling, the open ones of its case. */
  private async tasks(manager: EntityManager, overdueNo: string, deadlineId: string | null): Promise<LateTask[]> {
    const open = await manager.query<LateTask[]>(
      `select t.name, p.name as holder,
         (select string_agg(distinct u.name, '、') from task_candidate c join access.unit u on u.id = c.unit_id
          where c.task_id = t.id) as units,
         exists (select 1 from task_deadline td where td.task_id = t.id and td.deadline_id = $2) as late
       from task t left join access.person p on p.id = t.assignee_id
       where t.state = 'open' and t.overdue_of is null and (t.subject_no = $1 or t.case_no = $1)
       order by late desc, t.created_at, t.id limit $3`,
      [overdueNo, deadlineId, TASKS],
    );
    const late = open.filter((task) => task.late);
    return late.length > 0 ? late : open;
  }
}
