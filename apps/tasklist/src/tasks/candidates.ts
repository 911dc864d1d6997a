import { Injectable } from '@nestjs/common';
import type { InternalCase, ProjectFacts } from '@huiying/contracts';
import { Clock, Directory, type Holding } from '@huiying/platform';
import { ProjectRegister } from '@huiying/service';
import type { EntityManager } from 'typeorm';

/** Whose role is looked for. */
export interface CandidatePlace {
  orgId: string;
  caseNo: string | null;
  /** The case as it is now; undefined for a subject without one. */
  found: InternalCase | undefined;
  /** Units that the process names for the task (`unitsOf`): the parties of a dispute, the region of a ranking. They go before the case's. */
  unitIds?: readonly string[];
}

/** Who may take a task: roles at units; `warning` where nobody holds the role and the intake desk has it. */
export interface Candidates {
  holdings: Holding[];
  warning?: 'intake-desk-fallback';
}

const DESK = 'intake-desk';
const STORE = 'store-manager';
const REGION = 'region-office';

/**
 * Narrows the candidate groups of a task to units (architecture.md §5): the case's organisation, the one that the project names, the
 * unit above, the group, at last the intake desk. Whoever is conflicted (回避) does not count; where nobody else is left in a unit,
 * the next unit up has the task.
 */
@Injectable()
export class CandidateFinder {
  constructor(
    private readonly directory: Directory,
    private readonly projects: ProjectRegister,
    private readonly clock: Clock,
  ) {}

  async find(manager: EntityManager, groups: readonly string[], place: CandidatePlace): Promise<Candidates> {
    const conflicted = await this.conflicted(manager, place.caseNo);
    const project = await this.project(place.found);
    const holdings: Holding[] = [];
    for (const group of groups) holdings.push(...(await this.ofGroup(manager, group, place, project, conflicted)));
    if (holdings.length > 0) return { holdings: unique(holdings) };
    const desk = await this.directory.lookUpRole(DESK, { orgId: place.orgId });
    return { holdings: [{ role: desk.role, unitId: desk.unitId }], warning: 'intake-desk-fallback' };
  }

  /** True when the person may have nothing to do with the case. */
  async isConflicted(manager: EntityManager, personId: string, caseNo: string | null): Promise<boolean> {
    return (await this.conflicted(manager, caseNo)).has(personId);
  }

  /** A task of one person for whom it cannot wait: the head of their unit has it, else the next one up, at last the intake desk. */
  async insteadOf(
    manager: EntityManager,
    { personId, unitId }: { personId: string | null; unitId: string | null },
    place: CandidatePlace,
  ): Promise<Candidates> {
    const person = personId === null ? undefined : await this.directory.person(personId);
    const from = person?.unitId ?? unitId;
    const without = await this.conflicted(manager, place.caseNo);
    if (personId !== null) without.add(personId);
    const holdings = from === null ? [] : await this.headOf(manager, from, without);
    return holdings.length > 0 ? { holdings } : this.find(manager, [], place);
  }

  /**
   * The roles of a unit's head, as candidates: groups `respondent-unit` and `agreement-party`, and superiors. A head who is left out, or
   * holds none of the roles that `counts` takes, leaves it to the next unit up.
   */
  async headOf(
    manager: EntityManager,
    unitId: string,
    without: ReadonlySet<string>,
    counts: (holding: Holding) => boolean = () => true,
  ): Promise<Holding[]> {
    const units = [unitId, ...(await this.directory.unitsAbove(unitId)).map(({ id }) => id)];
    for (const id of units) {
      const head = await this.directory.headOf(id);
      if (!head || without.has(head.id)) continue;
      const held = (await this.holdingsOf(manager, head.id)).filter(counts);
      const here = held.filter((holding) => units.includes(holding.unitId));
      if (held.length > 0) return here.length > 0 ? here : held;
    }
    return [];
  }

  private async ofGroup(
    manager: EntityManager,
    group: string,
    place: CandidatePlace,
    project: ProjectFacts | undefined,
    conflicted: ReadonlySet<string>,
  ): Promise<Holding[]> {
    const { found, orgId, unitIds = [] } = place;
    if (unitIds.length > 1) {
      const each = unitIds.map((unitId) =>
        this.ofGroup(manager, group, { ...place, unitIds: [unitId] }, project, conflicted),
      );
      return (await Promise.all(each)).flat();
    }
    if (group === 'respondent-unit') return this.headOf(manager, found?.respondentUnitId ?? orgId, conflicted);
    if (group === 'agreement-party') return this.headOf(manager, found?.agreementParty ?? orgId, conflicted);
    const unitId = unitIds[0] ?? (await this.nearestUnit(group, found));
    // No store is known, or a region is named: not any store, but the region, which finds out (R11.10, R11.12).
    const wanted = group === STORE && !(await this.isStore(unitId)) ? REGION : group;
    const role = await this.directory.lookUpRole(wanted, {
      orgId,
      ...(unitId && { unitId }),
      ...(project && { project }),
    });
    if (role.fallback) return [];
    if (role.holders.some(({ id }) => !conflicted.has(id))) return [{ role: role.role, unitId: role.unitId }];
    return this.nextUnitUp(manager, wanted, role.unitId, conflicted);
  }

  private async isStore(unitId: string | null): Promise<boolean> {
    return unitId !== null && (await this.directory.unit(unitId))?.kind === 'store';
  }

  /** The owner's own desk keeps its case (R09.6); a store's people are those of the store complained about, or of its consultant's. */
  private async nearestUnit(group: string, found: InternalCase | undefined): Promise<string | null> {
    if (!found) return null;
    if (group === found.ownerGroup && found.ownerUnitId) return found.ownerUnitId;
    if (found.orgType !== 'brokerage') return null;
    if (found.respondentUnitId) return found.respondentUnitId;
    const person = found.respondentPersonId && (await this.directory.person(found.respondentPersonId));
    return person ? person.unitId : null;
  }

  private async nextUnitUp(
    manager: EntityManager,
    role: string,
    unitId: string,
    conflicted: ReadonlySet<string>,
  ): Promise<Holding[]> {
    for (const { id } of await this.directory.unitsAbove(unitId)) {
      const holders = await this.directory.holders(role, id);
      if (holders.some((holder) => !conflicted.has(holder.id))) return [{ role, unitId: id }];
      const head = await this.headOf(manager, id, conflicted);
      if (head.length > 0) return head;
    }
    return [];
  }

  private async project(found: InternalCase | undefined): Promise<ProjectFacts | undefined> {
    return found?.project ? this.projects.find(found.project, found.building) : undefined;
  }

  /** Persons who may have nothing to do with the case (回避). */
  async conflicted(manager: EntityManager, caseNo: string | null): Promise<Set<string>> {
    if (caseNo === null) return new Set();
    const rows = await manager.query<{ person_id: string }[]>(
      `select person_id from access.case_relation
       where case_no = $1 and rel = 'conflicted' and person_id is not null and (valid_until is null or valid_until > $2)`,
      [caseNo, this.clock.now()],
    );
    return new Set(rows.map((row) => row.person_id));
  }

  private async holdingsOf(manager: EntityManager, personId: string): Promise<Holding[]> {
    return manager.query<Holding[]>(
      `select role, unit_id as "unitId" from access.holding
       where person_id = $1 and valid_from <= $2 and (valid_until is null or valid_until > $2) order by role, unit_id`,
      [personId, this.clock.now()],
    );
  }
}

function unique(holdings: Holding[]): Holding[] {
  return [...new Map(holdings.map((holding) => [`${holding.role}@${holding.unitId}`, holding])).values()];
}
