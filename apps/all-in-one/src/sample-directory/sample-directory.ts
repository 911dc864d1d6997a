import {
  addToDirectory,
  type DirectorySql,
  type HoldingEntry,
  type PersonEntry,
  type UnitEntry,
} from '@huiying/platform';
import type { RoleCounts } from './department-plans.js';
import { PLACES, type PlacePlan } from './organisation-plans.js';
import { sampleName } from './sample-names.js';

export interface SampleDirectory {
  units: UnitEntry[];
  persons: PersonEntry[];
  holdings: HoldingEntry[];
}

/** Issuer of the development sign-in; the subject is the login. */
const ISSUER = 'urn:huiying:dev';

/**
 * Organisations, units and staff of the embedded shape: one organisation of each type. Logins are `<place>.<role>`, `<place>.<role>-2` …
 * (`fh01.intake-desk`); every person holds one role.
 */
export function sampleDirectory(): SampleDirectory {
  const directory: SampleDirectory = { units: [], persons: [], holdings: [] };
  for (const place of PLACES) {
    const taken = new Map<string, number>();
    const head = addStaff(directory, place, place.id, place.leaders, taken);
    directory.units.push({
      id: place.id,
      name: place.name,
      nameEn: place.nameEn,
      kind: place.kind,
      ...(place.parent ? { parentId: place.parent } : {}),
      ...(place.orgType ? { orgType: place.orgType } : {}),
      ...(head ? { headPersonId: head } : {}),
    });
    for (const department of place.departments) {
      const id = `${place.id}-${department.suffix}`;
      const headOfDepartment = addStaff(directory, place, id, department.roles, taken);
      directory.units.push({
        id,
        name: department.name,
        nameEn: department.nameEn,
        kind: 'department',
        parentId: place.id,
        ...(headOfDepartment ? { headPersonId: headOfDepartment } : {}),
      });
    }
  }
  return directory;
}

/** Puts the sample directory on file; what is there already stays, so a second start changes nothing. */
export async function seedSampleDirectory(sql: DirectorySql): Promise<void> {
  await addToDirectory(sql, sampleDirectory());
}

/** @returns the unit's head: its first person */
function addStaff(
  directory: SampleDirectory,
  place: PlacePlan,
  unitId: string,
  roles: RoleCounts,
  taken: Map<string, number>,
): string | undefined {
  let head: string | undefined;
  for (const [role, count] of Object.entries(roles)) {
    for (let n = 0; n < count; n++) {
      // A role that two departments of a place have is numbered on.
      const number = (taken.get(role) ?? 0) + 1;
      taken.set(role, number);
      const login = `${place.id.toLowerCase()}.${role}${number === 1 ? '' : `-${number}`}`;
      directory.persons.push({
        id: login,
        login,
        name: sampleName(directory.persons.length),
        unitId,
        email: `${login}@example.com`,
        issuer: ISSUER,
        subject: login,
      });
      directory.holdings.push({ personId: login, role, unitId });
      head ??= login;
    }
  }
  return head;
}
