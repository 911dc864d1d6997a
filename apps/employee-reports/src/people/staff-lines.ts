import { Injectable } from '@nestjs/common';
import type { NamedInReport, TaskPerson } from '@huiying/contracts';
import { AccessDatabase, Clock, ROLES, roleDefinition } from '@huiying/platform';

/** Roles that lead people: a holder's unit and all below it are theirs. */
const LEADING = ROLES.filter((role) => roleDefinition(role)?.bundle === 'HEAD');
/** Roles of the platform see no report, and custodians release identities but read none (access.md §1). */
const NEVER = ROLES.filter((role) => {
  const bundle = roleDefinition(role)?.bundle;
  return bundle !== undefined && ['DES', 'APP', 'OPS', 'INT', 'ADM', 'PRI', 'CUS'].includes(bundle);
});
const HELD = `(h.valid_from <= $1 AND (h.valid_until IS NULL OR h.valid_until > $1))`;

/** Staff as far as reports ask the directory: who is meant, who works below whom, who could handle. */
@Injectable()
export class StaffLines {
  constructor(
    private readonly directory: AccessDatabase,
    private readonly clock: Clock,
  ) {}

  /** Persons who are meant. Everybody of a name is kept out: better one too many. */
  async meant({ personId, name, unit }: NamedInReport): Promise<string[]> {
    if (personId) return this.ids(`SELECT id FROM access.person WHERE id = $1 OR login = $1`, [personId]);
    const ofName = name ? await this.ids(`SELECT id FROM access.person WHERE name = $1 OR login = $1`, [name]) : [];
    if (!unit) return ofName;
    const ofUnit = await this.ids(
      `SELECT DISTINCT p.id FROM access.person p JOIN access.unit_ancestor a ON a.unit_id = p.unit_id
       JOIN access.unit u ON u.id = a.ancestor_id WHERE u.id = $1 OR u.name = $1`,
      [unit],
    );
    if (!name) return ofUnit;
    const both = ofName.filter((id) => ofUnit.includes(id));
    return both.length > 0 ? both : ofName;
  }

  /** Everybody who works below one of them: in a unit that they head, or below a post that leads. */
  async below(personIds: readonly string[]): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const ids = await this.ids(
      `WITH led AS (
         SELECT id FROM access.unit WHERE head_person_id = ANY ($2)
         UNION SELECT h.unit_id FROM access.holding h WHERE h.person_id = ANY ($2) AND h.role = ANY ($3) AND ${HELD}
       ), inside AS (SELECT a.unit_id FROM access.unit_ancestor a JOIN led ON led.id = a.ancestor_id)
       SELECT p.id FROM access.person p JOIN inside i ON i.unit_id = p.unit_id
       UNION SELECT h.person_id FROM access.holding h JOIN inside i ON i.unit_id = h.unit_id WHERE ${HELD}`,
      [this.clock.now(), personIds, LEADING],
    );
    return new Set(ids.filter((id) => !personIds.includes(id)));
  }

  /** The unit itself, then its organisation and everything above, nearest first. */
  async line(unitId: string): Promise<string[]> {
    return this.ids(`SELECT ancestor_id AS id FROM access.unit_ancestor WHERE unit_id = $1 ORDER BY depth`, [unitId]);
  }

  /** The organisation at the top. */
  async topOf(orgId: string): Promise<string> {
    return (await this.line(orgId)).at(-1) ?? orgId;
  }

  async organisationOf(unitId: string): Promise<string | undefined> {
    const [orgId] = await this.ids(`SELECT org_id AS id FROM access.unit WHERE id = $1`, [unitId]);
    return orgId;
  }

  /** Who holds one of the roles at this level: the unit itself and those below it of the same organisation; a unit's head first. */
  async holders(roles: readonly string[], level: string): Promise<string[]> {
    return this.ids(
      `SELECT p.id FROM access.holding h JOIN access.person p ON p.id = h.person_id
       JOIN access.unit u ON u.id = h.unit_id JOIN access.unit_ancestor a ON a.unit_id = u.id
       WHERE a.ancestor_id = $3 AND u.org_id = (SELECT org_id FROM access.unit WHERE id = $3)
         AND h.role = ANY ($2) AND ${HELD} AND NOT p.disabled
       ORDER BY array_position($2::text[], h.role), a.depth, (u.head_person_id = p.id) DESC NULLS LAST, p.login`,
      [this.clock.now(), roles, level],
    );
  }

  async headOf(unitId: string): Promise<string[]> {
    return this.ids(
      `SELECT p.id FROM access.unit u JOIN access.person p ON p.id = u.head_person_id
       WHERE u.id = $1 AND NOT p.disabled`,
      [unitId],
    );
  }

  /** At work and without a role of the platform. */
  async mayHandle(personId: string): Promise<boolean> {
    const ids = await this.ids(
      `SELECT p.id FROM access.person p WHERE p.id = $2 AND NOT p.disabled AND NOT EXISTS (
         SELECT 1 FROM access.holding h WHERE h.person_id = p.id AND h.role = ANY ($3) AND ${HELD})`,
      [this.clock.now(), personId, NEVER],
    );
    return ids.length > 0;
  }

  async holdsRole(personId: string, role: string): Promise<boolean> {
    const ids = await this.ids(
      `SELECT h.person_id AS id FROM access.holding h WHERE h.person_id = $2 AND h.role = $3 AND ${HELD}`,
      [this.clock.now(), personId, role],
    );
    return ids.length > 0;
  }

  /** Staff of these organisations who may handle reports, without those left out: for the lists of persons in forms. */
  async colleagues(orgIds: readonly string[], without: readonly string[]): Promise<TaskPerson[]> {
    return this.directory.query<TaskPerson[]>(
      `SELECT p.id, p.name, u.name AS unit FROM access.person p JOIN access.unit u ON u.id = p.unit_id
       WHERE u.org_id = ANY ($2) AND NOT p.disabled AND NOT p.id = ANY ($3) AND NOT EXISTS (
         SELECT 1 FROM access.holding h WHERE h.person_id = p.id AND h.role = ANY ($4) AND ${HELD})
       ORDER BY p.name, p.id`,
      [this.clock.now(), orgIds, without, NEVER],
    );
  }

  async names(personIds: readonly string[]): Promise<string[]> {
    const rows = await this.directory.query<{ name: string; unit: string }[]>(
      `SELECT p.name, u.name AS unit FROM access.person p JOIN access.unit u ON u.id = p.unit_id
       WHERE p.id = ANY ($1) ORDER BY u.id, p.login`,
      [personIds],
    );
    return rows.map(({ name, unit }) => `${name}（${unit}）`);
  }

  /** The person of a login or id, or undefined. */
  async find(idOrLogin: string): Promise<string | undefined> {
    const [id] = await this.ids(`SELECT id FROM access.person WHERE (id = $1 OR login = $1) AND NOT disabled`, [
      idOrLogin,
    ]);
    return id;
  }

  private async ids(sql: string, params: unknown[]): Promise<string[]> {
    const rows = await this.directory.query<{ id: string }[]>(sql, params);
    return [...new Set(rows.map(({ id }) => id))];
  }
}
