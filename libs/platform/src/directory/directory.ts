import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../access/access-database.js';
import { Clock } from '../clock.js';
import { type Candidate, chooseHolder, type ProjectParties } from './look-up.js';

export type OrgType =
  'registration-centre' | 'developer' | 'property-company' | 'construction-company' | 'brokerage' | 'group';

export interface Unit {
  id: string;
  name: string;
  nameEn: string | null;
  parentId: string | null;
  /** The organisation that the unit belongs to; of an organisation its own id. */
  orgId: string;
  kind: 'organisation' | 'region' | 'store' | 'department' | 'authority';
  /** Type of an organisation, null for other units. */
  orgType: OrgType | null;
}

export interface Organisation extends Unit {
  kind: 'organisation';
  orgType: OrgType;
}

export interface Person {
  id: string;
  login: string;
  name: string;
  unitId: string;
  orgId: string;
  /** Left or locked: may not sign in, holds nothing. */
  disabled: boolean;
  email: string | null;
}

export interface RoleLookUp {
  /** The case's organisation. */
  orgId: string;
  /** Parties that the project names (warranty-routing owns projects). */
  project?: ProjectParties;
  /** A unit of the case to look at first, such as the store complained about. */
  unitId?: string;
}

export interface RoleFound {
  role: string;
  unitId: string;
  holders: Person[];
  /** Nobody holds the role anywhere: the task goes to the intake desk, and operators see a warning. */
  fallback?: 'intake-desk';
}

interface UnitRow {
  id: string;
  name: string;
  name_en: string | null;
  parent_id: string | null;
  org_id: string;
  kind: Unit['kind'];
  org_type: OrgType | null;
}

interface PersonRow {
  id: string;
  login: string;
  name: string;
  unit_id: string;
  org_id: string;
  disabled: boolean;
  email: string | null;
}

const UNIT = 'SELECT u.id, u.name, u.name_en, u.parent_id, u.org_id, u.kind, u.org_type FROM access.unit u';
const PERSON = `SELECT p.id, p.login, p.name, p.unit_id, u.org_id, p.disabled, p.email
  FROM access.person p JOIN access.unit u ON u.id = p.unit_id`;
/** Valid at $1 and held by somebody who still works here. */
const HOLDING_NOW = `h.valid_from <= $1 AND (h.valid_until IS NULL OR h.valid_until > $1) AND NOT p.disabled`;

/** Organisations, units, staff and who holds which role: schema access, read as it is now, never from a token. */
@Injectable()
export class Directory {
  constructor(
    private readonly database: AccessDatabase,
    private readonly clock: Clock,
  ) {}

  async organisations(): Promise<Organisation[]> {
    const rows = await this.database.query<UnitRow[]>(`${UNIT} WHERE u.kind = 'organisation' ORDER BY u.id`);
    return rows.map(unitOf).filter(isOrganisation);
  }

  /** The organisation of this id, or the one that the unit of this id belongs to. */
  async organisation(id: string): Promise<Organisation | undefined> {
    const [row] = await this.database.query<UnitRow[]>(
      `${UNIT} WHERE u.id = (SELECT org_id FROM access.unit WHERE id = $1)`,
      [id],
    );
    const unit = row && unitOf(row);
    return unit && isOrganisation(unit) ? unit : undefined;
  }

  /** Outside authorities (外部机关) on file. */
  async authorities(): Promise<Unit[]> {
    return (await this.database.query<UnitRow[]>(`${UNIT} WHERE u.kind = 'authority' ORDER BY u.id`)).map(unitOf);
  }

  async unit(id: string): Promise<Unit | undefined> {
    const [row] = await this.database.query<UnitRow[]>(`${UNIT} WHERE u.id = $1`, [id]);
    return row && unitOf(row);
  }

  async unitsOf(orgId: string): Promise<Unit[]> {
    return (await this.database.query<UnitRow[]>(`${UNIT} WHERE u.org_id = $1 ORDER BY u.id`, [orgId])).map(unitOf);
  }

  /** From the parent up to the root; the unit itself is not in it. */
  async unitsAbove(id: string): Promise<Unit[]> {
    const rows = await this.database.query<UnitRow[]>(
      `${UNIT} JOIN access.unit_ancestor a ON a.ancestor_id = u.id WHERE a.unit_id = $1 AND a.depth > 0 ORDER BY a.depth`,
      [id],
    );
    return rows.map(unitOf);
  }

  async person(id: string): Promise<Person | undefined> {
    const [row] = await this.database.query<PersonRow[]>(`${PERSON} WHERE p.id = $1`, [id]);
    return row && personOf(row);
  }

  async persons(ids: string[]): Promise<Person[]> {
    return (await this.database.query<PersonRow[]>(`${PERSON} WHERE p.id = ANY($1)`, [ids])).map(personOf);
  }

  /** People of a unit and of those below it, for a picker; `q` matches name or login. */
  async staffOf(unitId: string, q = ''): Promise<Person[]> {
    const rows = await this.database.query<PersonRow[]>(
      `${PERSON} JOIN access.unit_ancestor a ON a.unit_id = p.unit_id
       WHERE a.ancestor_id = $1 AND NOT p.disabled AND (p.name LIKE '%' || $2 || '%' OR p.login LIKE '%' || $2 || '%')
       ORDER BY p.login LIMIT 50`,
      [unitId, q],
    );
    return rows.map(personOf);
  }

  /** Everybody at work in the organisation. */
  async everybodyOf(orgId: string): Promise<Person[]> {
    const rows = await this.database.query<PersonRow[]>(
      `${PERSON} WHERE u.org_id = $1 AND NOT p.disabled ORDER BY p.unit_id, p.login`,
      [orgId],
    );
    return rows.map(personOf);
  }

  /** Who holds the role at exactly this unit, now. */
  async holders(role: string, unitId: string): Promise<Person[]> {
    const rows = await this.database.query<PersonRow[]>(
      `${PERSON} JOIN access.holding h ON h.person_id = p.id
       WHERE ${HOLDING_NOW} AND h.role = $2 AND h.unit_id = $3 ORDER BY p.login`,
      [this.clock.now(), role, unitId],
    );
    return rows.map(personOf);
  }

  /** Who holds the role at any unit of the organisation, now: a group whose members sit in their departments (R08.2). */
  async holdersIn(role: string, orgId: string): Promise<Person[]> {
    const rows = await this.database.query<PersonRow[]>(
      `${PERSON} WHERE p.id IN (
         SELECT h.person_id FROM access.holding h JOIN access.person p ON p.id = h.person_id
         JOIN access.unit hu ON hu.id = h.unit_id
         WHERE ${HOLDING_NOW} AND h.role = $2 AND hu.org_id = $3) ORDER BY p.login`,
      [this.clock.now(), role, orgId],
    );
    return rows.map(personOf);
  }

  /** The head of a unit, or of the next unit above that has one (groups `respondent-unit` and `agreement-party`). */
  async headOf(unitId: string): Promise<Person | undefined> {
    const [row] = await this.database.query<PersonRow[]>(
      `SELECT p.id, p.login, p.name, p.unit_id, pu.org_id, p.disabled, p.email
       FROM access.unit_ancestor a JOIN access.unit u ON u.id = a.ancestor_id
       JOIN access.person p ON p.id = u.head_person_id JOIN access.unit pu ON pu.id = p.unit_id
       WHERE a.unit_id = $1 AND NOT p.disabled ORDER BY a.depth LIMIT 1`,
      [unitId],
    );
    return row && personOf(row);
  }

  /**
   * Where a role is found for a case (architecture.md §5): a unit of the case and those between it and the organisation (a store, its
   * region), the case's organisation, the organisation that the project names, the unit above, the group, else the intake desk with
   * `fallback`.
   * @throws Error when not even the organisation has an intake desk, which the directory's own checks exclude
   */
  async lookUpRole(role: string, where: RoleLookUp): Promise<RoleFound> {
    const found =
      (await this.candidates(role, where)) ??
      (await this.candidates('intake-desk', where)) ??
      (await this.candidates('intake-desk', { orgId: where.orgId }));
    if (!found) throw new Error(`nobody holds ${role} or intake-desk for ${where.orgId}`);
    const holders = await this.holders(found.role, found.unitId);
    return { ...found, holders, ...(found.role === role ? {} : { fallback: 'intake-desk' as const }) };
  }

  private async candidates(role: string, where: RoleLookUp): Promise<{ role: string; unitId: string } | undefined> {
    const rows = await this.database.query<Candidate[]>(
      `SELECT DISTINCT u.id AS "unitId", u.org_id AS "orgId",
              array(SELECT a.ancestor_id FROM access.unit_ancestor a WHERE a.unit_id = u.id ORDER BY a.depth) AS "line",
              array(SELECT a.ancestor_id FROM access.unit_ancestor a JOIN access.unit up ON up.id = a.ancestor_id
                    WHERE a.unit_id = u.id AND up.kind IN ('region', 'store')) AS "parts"
       FROM access.holding h JOIN access.person p ON p.id = h.person_id JOIN access.unit u ON u.id = h.unit_id
       WHERE ${HOLDING_NOW} AND h.role = $2`,
      [this.clock.now(), role],
    );
    const above = await this.unitsAbove(where.orgId);
    const itself = where.unitId ? await this.unit(where.unitId) : undefined;
    const line = [itself ?? [], itself ? await this.unitsAbove(itself.id) : []]
      .flat()
      .filter(({ orgId, kind }) => orgId === where.orgId && kind !== 'organisation');
    const unitId = chooseHolder(rows, {
      ...where,
      between: line.filter(({ id }) => id !== where.unitId).map(({ id }) => id),
      parts: line.filter(({ kind }) => kind === 'region' || kind === 'store').map(({ id }) => id),
      above: above.map(({ id }) => id),
      regions: above.filter(({ kind }) => kind === 'region').map(({ id }) => id),
    });
    return unitId === undefined ? undefined : { role, unitId };
  }
}

function isOrganisation(unit: Unit): unit is Organisation {
  return unit.kind === 'organisation' && unit.orgType !== null;
}

function unitOf(row: UnitRow): Unit {
  return {
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    parentId: row.parent_id,
    orgId: row.org_id,
    kind: row.kind,
    orgType: row.org_type,
  };
}

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    unitId: row.unit_id,
    orgId: row.org_id,
    disabled: row.disabled,
    email: row.email,
  };
}
