import { Injectable } from '@nestjs/common';
import type { DefectInput, DefectList, DefectRow, RegisteredDefect } from '@huiying/contracts';
import { Clock, Directory, mask, Problem, roleDefinition, type StaffSubject } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { toLocalIso } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import '../records/warranty-routing.problems.js';
import type { Defect } from './defect.entity.js';
import { DefectBook, type DefectsAsked } from './defect-book.js';
import { DefectStart } from './defect-start.js';

const PAGE = 50;

/** Defects that somebody registers by hand, and the list of all (R10.4). */
@Injectable()
export class DefectsService {
  constructor(
    private readonly database: DataSource,
    private readonly defects: DefectBook,
    private readonly start: DefectStart,
    private readonly facts: CaseFacts,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `defect-refused` (422) for an organisation that is not the caller's, or that no project company is */
  async register(input: DefectInput, caller: StaffSubject): Promise<RegisteredDefect> {
    const orgId = input.organisationId ?? caller.orgId;
    const organisation = await this.directory.organisation(orgId);
    if (!organisation || !orgsOf(caller).includes(orgId)) {
      throw new Problem('defect-refused', 'rejected', { errors: [{ field: 'organisationId', code: 'unknown-unit' }] });
    }
    const registeredAt = this.clock.now();
    const defectNo = await this.database.transaction((manager) =>
      this.start.register(manager, {
        orgId,
        orgType: organisation.orgType,
        caseNo: null,
        project: input.project.trim(),
        building: input.building?.trim() ?? null,
        component: input.component ?? null,
        defectType: input.defectType ?? null,
        description: input.description.trim(),
        registeredBy: caller.personId,
      }),
    );
    return { defectNo, registeredAt: toLocalIso(registeredAt) };
  }

  /** Those of the caller's organisations, and of all below the company, region or group whose customer service the caller is. */
  async list(caller: StaffSubject, asked: DefectsAsked): Promise<DefectList> {
    const { manager } = this.database;
    const from = { orgIds: orgsOf(caller), placeIds: placesOf(caller) };
    const found = await this.defects.list(manager, from, asked, PAGE + 1);
    const items = await Promise.all(
      found.slice(0, PAGE).map(async (defect) => rowOf(defect, await this.described(manager, defect))),
    );
    return { items, next: found.length > PAGE ? (items.at(-1)?.defectNo ?? null) : null };
  }

  /** The words of whoever found it, personal data covered: those of a complaint lie with the case. */
  private async described(manager: EntityManager, defect: Defect): Promise<string | null> {
    if (defect.caseNo === null) {
      const own = await this.defects.description(manager, defect);
      return own === null ? null : mask.freeText(own);
    }
    try {
      return (await this.facts.registration(defect.caseNo)).description;
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }
}

function orgsOf({ orgId, holdings }: StaffSubject): string[] {
  return [...new Set([orgId, ...holdings.map((holding) => holding.orgId)])];
}

/** Places that customer service of a project, region or group serves, with all that lies below. */
function placesOf({ holdings }: StaffSubject): string[] {
  const serving = holdings.filter(({ role }) => {
    const definition = roleDefinition(role);
    return definition?.bundle === 'CS' && definition.scope === 'place';
  });
  return serving.map(({ placeId }) => placeId);
}

function rowOf(defect: Defect, description: string | null): DefectRow {
  const { defectNo, orgId, caseNo, project, building, component, defectType, repairGroup } = defect;
  const { plannedOn, registeredOn, rectifiedOn, counted } = defect;
  return {
    ...{ defectNo, orgId, caseNo, project, building, component, defectType, repairGroup },
    ...{ plannedOn, registeredOn, rectifiedOn, counted, description },
    state: stateOf(defect),
  };
}

function stateOf({ acceptedAt, rectifiedOn, repairGroup }: Defect): DefectRow['state'] {
  if (acceptedAt !== null) return 'accepted';
  if (rectifiedOn !== null) return 'rectified';
  return repairGroup === null ? 'registered' : 'rectifying';
}
