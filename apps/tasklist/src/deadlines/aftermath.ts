import { Injectable } from '@nestjs/common';
import type { MessageVariables } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Directory, Problem } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import type { Deadline } from './deadline.js';
import { TEAM_LIMIT } from './emergency-limits.js';

const ESCALATION = 'overdue-escalation';
/** The limit of the superior who is told of a missed one. */
const SUPERIOR_LIMIT = 'R03.8';

interface EscalationRow {
  key: string;
  overdue_no: string;
  limit_id: string;
  level: number;
}

/** What follows when a limit is missed or its subject ends: messages to the models, and the superior (R03.8, R12.4). */
@Injectable()
export class Aftermath {
  private readonly orgTypes = new Map<string, string>();

  constructor(
    private readonly outbox: Outbox,
    private readonly directory: Directory,
    private readonly cases: CaseFacts,
  ) {}

  /** Every miss is published; one that no model catches goes to the superior. */
  async missed(manager: EntityManager, deadline: Deadline): Promise<void> {
    const { subjectNo, limitId } = deadline;
    const variables: MessageVariables<'deadline-reached'> = { limitId };
    if (deadline.terms.onMissed === 'path') variables.severity = await this.severityOf(deadline.caseNo);
    const correlationKey = `${subjectNo}:${limitId}`;
    await this.outbox.message(manager, { name: 'deadline-reached', correlationKey, variables: { ...variables } });
    if (deadline.terms.onMissed === 'escalate' && !(await this.isAtTop(manager, deadline)))
      await this.escalate(manager, deadline);
  }

  /** Tells every running escalation of a case that there is nothing to act on any more; those of its emergency go on. */
  async subjectEnded(manager: EntityManager, caseNo: string, at: Date): Promise<void> {
    await this.over(manager, 'case_no = $1 and limit_id <> $2', [caseNo, TEAM_LIMIT], at);
  }

  /** What was met in time and is only told now: whoever was asked about the delay is let off, on every level. */
  async noMiss(manager: EntityManager, { subjectNo, limitId, n }: Deadline, at: Date): Promise<void> {
    const key = `${subjectNo}:${limitId}:${n}`;
    await this.over(manager, `(key = $1 or starts_with(key, $2))`, [key, `${key}.`], at);
  }

  private async over(manager: EntityManager, which: string, params: string[], at: Date): Promise<void> {
    const rows = await manager.query<{ key: string }[]>(
      `select key from escalation where ended_at is null and ${which} order by key for update`,
      params,
    );
    for (const { key } of rows) {
      await this.outbox.message(manager, { name: 'overdue-over', correlationKey: key, variables: {} });
      await manager.query('update escalation set ended_at = $2 where key = $1', [key, at]);
    }
  }

  /** The type of an organisation, which it keeps for ever; null for an id that is none. */
  async orgTypeOf(orgId: string): Promise<string | null> {
    const known = this.orgTypes.get(orgId);
    if (known !== undefined) return known;
    const orgType = (await this.directory.organisation(orgId))?.orgType ?? null;
    if (orgType !== null) this.orgTypes.set(orgId, orgType);
    return orgType;
  }

  /** Nobody is above the superior who is late: the task at the top stays there and shows it, and no other is laid beside it every day. */
  private async isAtTop(manager: EntityManager, { limitId, subjectNo }: Deadline): Promise<boolean> {
    if (limitId !== SUPERIOR_LIMIT) return false;
    const rows = await manager.query<unknown[]>(
      `select 1 from escalation e join escalation b on b.superior_role = e.superior_role and b.superior_unit_id = e.superior_unit_id
         and b.key = regexp_replace(e.key, '[.][0-9]+$', case when e.level > 2 then '.' || (e.level - 1) else '' end)
       where e.key = $1 and e.level > 1 limit 1`,
      [subjectNo],
    );
    return rows.length > 0;
  }

  private async escalate(manager: EntityManager, deadline: Deadline): Promise<void> {
    const next = await this.nextLevel(manager, deadline);
    const orgType = await this.orgTypeOf(deadline.orgId);
    if (orgType === null) throw new Error(`no organisation ${deadline.orgId}`);
    await manager.query(
      `insert into escalation (key, overdue_no, limit_id, level, case_no, org_id, org_type, late_unit_id, started_at)
       values ($1, $2, $3, $4, $5, $6, $7,
         (select c.unit_id from task_deadline td join task t on t.id = td.task_id
            join task_candidate c on c.task_id = t.id where td.deadline_id = $8 order by t.created_at desc, c.unit_id limit 1),
         $9)
       on conflict (key) do update set started_at = excluded.started_at, ended_at = null`,
      [
        next.key,
        next.overdueNo,
        next.limitId,
        next.level,
        deadline.caseNo,
        deadline.orgId,
        orgType,
        deadline.id,
        deadline.dueAt,
      ],
    );
    const variables: Record<string, unknown> = {
      subjectNo: next.key,
      caseNo: deadline.caseNo,
      orgId: deadline.orgId,
      orgType,
      ownerGroup: null,
      overdueNo: next.overdueNo,
      limitId: next.limitId,
      level: next.level,
    };
    await this.outbox.message(manager, {
      name: `start-${ESCALATION}`,
      correlationKey: next.key,
      variables,
      startsProcess: ESCALATION,
    });
  }

  /** A superior's own delay climbs one level of the same chain, so that the key stays short. */
  private async nextLevel(
    manager: EntityManager,
    deadline: Deadline,
  ): Promise<{ key: string; overdueNo: string; limitId: string; level: number }> {
    const { subjectNo, limitId, n } = deadline;
    if (limitId === SUPERIOR_LIMIT) {
      const [row] = await manager.query<EscalationRow[]>(
        'select key, overdue_no, limit_id, level from escalation where key = $1',
        [subjectNo],
      );
      if (row) {
        const level = row.level + 1;
        const chain = row.level === 1 ? row.key : row.key.replace(/\.\d+$/, '');
        return { key: `${chain}.${level}`, overdueNo: row.overdue_no, limitId: row.limit_id, level };
      }
    }
    return { key: `${subjectNo}:${limitId}:${n}`, overdueNo: subjectNo, limitId, level: 1 };
  }

  /** The window's end reads the case's severity; where intake does not answer the model keeps the one it has. */
  private async severityOf(caseNo: string | null): Promise<'general' | 'major' | null | undefined> {
    if (caseNo === null) return undefined;
    try {
      const found = await this.cases.find(caseNo);
      return found?.severity === 'major' || found?.severity === 'general' ? found.severity : undefined;
    } catch (error) {
      if (error instanceof Problem && error.kind === 'unavailable') return undefined;
      throw error;
    }
  }
}
