import { addToDirectory, type DirectorySql } from '../directory/directory-writer.js';

/** A unit of a small test directory. */
export interface TestUnit {
  id: string;
  /** Without one a unit is called by its id. */
  name?: string;
  parent?: string;
  kind?: 'organisation' | 'region' | 'store' | 'department' | 'authority';
  orgType?: string;
  /** Logins (also person ids) of the people that belong here → roles held here. The first one is the unit's head. */
  staff?: Record<string, string[]>;
}

/** Writes units and staff as an administrator would: with a connection of `huiying_access` (`testDatabase({ name: 'access', … })`). */
export async function writeDirectory(sql: DirectorySql, units: TestUnit[]): Promise<void> {
  const people = units.flatMap((unit) => Object.entries(unit.staff ?? {}).map(([id, roles]) => ({ id, roles, unit })));
  await addToDirectory(sql, {
    units: units.map(({ id, name, parent, kind, orgType, staff }) => {
      const head = Object.keys(staff ?? {})[0];
      return {
        id,
        name: name ?? id,
        kind: kind ?? (orgType ? 'organisation' : 'department'),
        ...(parent ? { parentId: parent } : {}),
        ...(orgType ? { orgType } : {}),
        ...(head ? { headPersonId: head } : {}),
      };
    }),
    persons: people.map(({ id, unit }) => ({
      id,
      login: id,
      name: id,
      unitId: unit.id,
      email: `${id}@example.com`,
      issuer: 'urn:huiying:dev',
      subject: id,
    })),
    holdings: people.flatMap(({ id, roles, unit }) => roles.map((role) => ({ personId: id, role, unitId: unit.id }))),
  });
}
