import { Injectable } from '@nestjs/common';
import type { DefectInput, DefectList, DefectRow, RegisteredDefect } from '@huiying/contracts';
import { Clock, Directory, Problem, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import '../records/warranty-routing.problems.js';
import { type Defect, DefectBook } from './defect-book.js';
import { DefectStart } from './defect-start.js';

const PAGE = 50;
const WIDE = 'group-customer-service';

/** Defects that somebody registers by hand, and the list of all (R10.4). */
@Injectable()
export class DefectsService {
  constructor(
    private readonly database: DataSource,
    private readonly defects: DefectBook,
    private readonly start: DefectStart,
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

  /** Those of the caller's organisations; all of the group for its customer service. @param cursor number of the last one seen */
  async list(caller: StaffSubject, cursor: string | null): Promise<DefectList> {
    const everywhere = caller.holdings.some(({ role }) => role === WIDE);
    const { manager } = this.database;
    const found = await this.defects.list(manager, everywhere ? null : orgsOf(caller), cursor, PAGE + 1);
    const items = found.slice(0, PAGE).map(rowOf);
    return { items, next: found.length > PAGE ? (items.at(-1)?.defectNo ?? null) : null };
  }
}

function orgsOf({ orgId, holdings }: StaffSubject): string[] {
  return [...new Set([orgId, ...holdings.map((holding) => holding.orgId)])];
}

function rowOf(defect: Defect): DefectRow {
  const { defectNo, orgId, caseNo, project, building, component, defectType, repairGroup } = defect;
  const { plannedOn, registeredOn, rectifiedOn, counted } = defect;
  return {
    ...{ defectNo, orgId, caseNo, project, building, component, defectType, repairGroup },
    ...{ plannedOn, registeredOn, rectifiedOn, counted },
    state: stateOf(defect),
  };
}

function stateOf({ acceptedAt, rectifiedOn, repairGroup }: Defect): DefectRow['state'] {
  if (acceptedAt !== null) return 'accepted';
  if (rectifiedOn !== null) return 'rectified';
  return repairGroup === null ? 'registered' : 'rectifying';
}
