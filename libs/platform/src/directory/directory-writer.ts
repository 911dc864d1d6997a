/** Anything that runs SQL as the owner of schema access: `AccessDatabase`, a data source, a manager. */
export interface DirectorySql {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

export interface UnitEntry {
  id: string;
  name: string;
  nameEn?: string;
  /** Absent for a root. */
  parentId?: string;
  kind: 'organisation' | 'region' | 'store' | 'department' | 'authority';
  /** Of an organisation. */
  orgType?: string;
  headPersonId?: string;
}

export interface PersonEntry {
  id: string;
  login: string;
  name: string;
  unitId: string;
  email?: string;
  issuer: string;
  /** `sub` of the person's tokens. */
  subject: string;
}

export interface HoldingEntry {
  personId: string;
  role: string;
  unitId: string;
}

/**
 * Adds units, people and roles to the directory; what is there already stays as it is, so that seeding again changes nothing. Units may
 * come in any order; what they stand under must be among them or in the directory.
 */
export async function addToDirectory(
  sql: DirectorySql,
  entries: { units: UnitEntry[]; persons: PersonEntry[]; holdings: HoldingEntry[] },
): Promise<void> {
  await addUnits(sql, entries.units);
  await sql.query(
    `INSERT INTO access.person (id, login, name, unit_id, email, issuer, subject)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS p(id text, login text, name text, "unitId" text, email text, issuer text, subject text)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(entries.persons)],
  );
  await sql.query(
    `INSERT INTO access.holding (person_id, role, unit_id)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS h("personId" text, role text, "unitId" text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(entries.holdings)],
  );
}

async function addUnits(sql: DirectorySql, units: UnitEntry[]): Promise<void> {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  const line = (id: string): string[] => {
    const parent = parents.get(id);
    return [id, ...(parent === undefined ? [] : line(parent))];
  };
  const rows = units.map((unit) => ({
    ...unit,
    orgId: line(unit.id).find((id) => kinds.get(id) === 'organisation') ?? unit.id,
    depth: line(unit.id).length,
  }));
  rows.sort((a, b) => a.depth - b.depth);
  await sql.query(
    `INSERT INTO access.unit (id, name, name_en, parent_id, org_id, kind, org_type, head_person_id)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS u(id text, name text, "nameEn" text, "parentId" text, "orgId" text, kind text,
       "orgType" text, "headPersonId" text)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(rows)],
  );
  const ancestors = units.flatMap(({ id }) => line(id).map((ancestorId, depth) => ({ unitId: id, ancestorId, depth })));
  await sql.query(
    `INSERT INTO access.unit_ancestor (unit_id, ancestor_id, depth)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS a("unitId" text, "ancestorId" text, depth int)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(ancestors)],
  );
}
