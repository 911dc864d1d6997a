import type { DataSource } from 'typeorm';

/** A small directory for tests: one group, one property company below it, staff by login `<unit>.<role>`. */
export interface TestUnit {
  id: string;
  parent?: string;
  kind?: 'organisation' | 'region' | 'store' | 'department';
  orgType?: string;
  /** Logins of the people that belong here → roles held here. */
  staff?: Record<string, string[]>;
}

/** Writes units and staff as an administrator would; `admin` must be a connection that owns schema access (huiying_access or above). */
export async function writeDirectory(admin: Pick<DataSource, 'query'>, units: TestUnit[]): Promise<void> {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const lineOf = (id: string): string[] => {
    const parent = parents.get(id);
    return [id, ...(parent ? lineOf(parent) : [])];
  };
  const kindOf = new Map(units.map(({ id, kind, orgType }) => [id, kind ?? (orgType ? 'organisation' : 'department')]));
  for (const unit of units) {
    const orgId = lineOf(unit.id).find((id) => kindOf.get(id) === 'organisation') ?? unit.id;
    await admin.query(
      'INSERT INTO access.unit (id, name, parent_id, org_id, kind, org_type) VALUES ($1, $1, $2, $3, $4, $5)',
      [unit.id, unit.parent ?? null, orgId, kindOf.get(unit.id), unit.orgType ?? null],
    );
    for (const [depth, ancestor] of lineOf(unit.id).entries()) {
      await admin.query('INSERT INTO access.unit_ancestor (unit_id, ancestor_id, depth) VALUES ($1, $2, $3)', [
        unit.id,
        ancestor,
        depth,
      ]);
    }
    for (const [login, roles] of Object.entries(unit.staff ?? {})) {
      await admin.query(
        `INSERT INTO access.person (id, login, name, unit_id, issuer, subject) VALUES ($1, $1, $1, $2, 'urn:huiying:dev', $1)`,
        [login, unit.id],
      );
      for (const role of roles) {
        await admin.query('INSERT INTO access.holding (person_id, role, unit_id) VALUES ($1, $2, $3)', [
          login,
          role,
          unit.id,
        ]);
      }
    }
  }
}
