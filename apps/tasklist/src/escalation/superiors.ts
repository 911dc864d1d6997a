import { Injectable } from '@nestjs/common';
import type { InternalCase } from '@huiying/contracts';
import { Directory, type Holding, roleDefinition } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { CandidateFinder } from '../tasks/candidates.js';
import { type Escalation, Escalations } from './escalations.js';

/** The limit of a case that stays unsolved always goes to the head of operations (R13.1). */
const LONG_UNSOLVED = 'R13.1';

/**
 * Who is told of a missed limit (R03.8): the head of operations for R13.1, the coordinator of serious problems for a key customer
 * (R12.4), the case's overseer, else whoever leads the late unit or the next one up; each further level one unit higher.
 */
@Injectable()
export class Superiors {
  constructor(
    private readonly escalations: Escalations,
    private readonly candidates: CandidateFinder,
    private readonly cases: CaseFacts,
    private readonly directory: Directory,
  ) {}

  async find(manager: EntityManager, escalation: Escalation): Promise<Holding> {
    const found = escalation.caseNo === null ? undefined : await this.cases.find(escalation.caseNo);
    const earlier = await this.escalations.earlierSuperiors(manager, escalation);
    const named = earlier.length === 0 ? rolesFor(escalation, found) : [];
    for (const role of named) {
      const place = { orgId: escalation.orgId, caseNo: escalation.caseNo, found };
      const { holdings, warning } = await this.candidates.find(manager, [role], place);
      if (holdings[0] && !warning) return holdings[0];
    }
    return this.above(manager, escalation, earlier, found);
  }

  private async above(
    manager: EntityManager,
    escalation: Escalation,
    earlier: readonly Holding[],
    found: InternalCase | undefined,
  ): Promise<Holding> {
    const last = earlier.at(-1);
    const from = last?.unitId ?? escalation.lateUnitId ?? found?.ownerUnitId ?? escalation.orgId;
    const without = new Set([
      ...(await this.candidates.conflicted(manager, escalation.caseNo)),
      ...(await latePersons(manager, escalation)),
      ...(await this.holdersOf((await lateCandidates(manager, escalation)).filter(leads))),
      ...(await this.holdersOf(earlier)),
    ]);
    const [head] = await this.candidates.headOf(manager, from, without, leads);
    if (head) return head;
    const top = await this.directory.lookUpRole('group-executive', { orgId: escalation.orgId });
    return { role: top.role, unitId: top.unitId };
  }

  private async holdersOf(holdings: readonly Holding[]): Promise<string[]> {
    const lists = await Promise.all(holdings.map(({ role, unitId }) => this.directory.holders(role, unitId)));
    return lists.flat().map(({ id }) => id);
  }
}

function leads({ role }: Holding): boolean {
  return roleDefinition(role)?.bundle === 'HEAD';
}

function rolesFor({ limitId }: Escalation, found: InternalCase | undefined): string[] {
  if (limitId === LONG_UNSOLVED) return ['operations-head'];
  if (!found) return [];
  if (found.keyCustomer) return found.posts['seriousCoordinator'] ?? [];
  return found.overseer ? [found.overseer] : [];
}

/** Whoever holds the late task is not their own superior. */
async function latePersons(manager: EntityManager, { overdueNo, limitId }: Escalation): Promise<string[]> {
  const rows = await manager.query<{ assignee_id: string }[]>(
    `select distinct t.assignee_id from task t join task_deadline td on td.task_id = t.id
       join deadline d on d.id = td.deadline_id
     where d.subject_no = $1 and d.limit_id = $2 and t.state = 'open' and t.assignee_id is not null`,
    [overdueNo, limitId],
  );
  return rows.map((row) => row.assignee_id);
}

/** A late task that nobody took is late at whoever could have taken it: a head is not told of their own delay. */
async function lateCandidates(manager: EntityManager, { overdueNo, limitId }: Escalation): Promise<Holding[]> {
  return manager.query<Holding[]>(
    `select distinct c.role, c.unit_id as "unitId" from task t join task_candidate c on c.task_id = t.id
       join task_deadline td on td.task_id = t.id join deadline d on d.id = td.deadline_id
     where d.subject_no = $1 and d.limit_id = $2 and t.state = 'open' and t.assignee_id is null`,
    [overdueNo, limitId],
  );
}
