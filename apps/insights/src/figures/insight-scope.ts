import { Injectable } from '@nestjs/common';
import { type Bundle, Directory, Problem, roleDefinition, type StaffSubject } from '@huiying/platform';
import { DataSource } from 'typeorm';

const READERS: readonly Bundle[] = ['HEAD', 'MGT', 'CS', 'REV', 'SUP'];

/** Units whose figures a person may read: what their holdings reach (access.md row insights.read `@subtree`). */
@Injectable()
export class InsightScope {
  constructor(
    private readonly database: DataSource,
    private readonly directory: Directory,
  ) {}

  /** Roots of the subtrees that the person reads. */
  rootsOf({ holdings }: StaffSubject): string[] {
    const roots = holdings.flatMap(({ role, unitId, orgId, placeId }) => {
      const definition = roleDefinition(role);
      if (!definition || !READERS.includes(definition.bundle)) return [];
      if (definition.scope === 'organisation') return [orgId];
      return [definition.scope === 'place' ? placeId : unitId];
    });
    return [...new Set(roots)];
  }

  /**
   * The unit that is asked for, or the highest that the person reads. A department stands for its organisation.
   * @throws Problem `not-found` for a unit elsewhere, as for one that does not exist
   */
  async unitFor(person: StaffSubject, asked?: string): Promise<string> {
    const roots = await this.placesOf(this.rootsOf(person));
    const wanted = asked ?? roots[0];
    if (wanted === undefined) throw new Problem('not-found', 'missing');
    const rows = await this.database.query<unknown[]>(
      `SELECT 1 FROM access.unit_ancestor WHERE unit_id = $1 AND ancestor_id = ANY ($2)`,
      [wanted, roots],
    );
    if (rows.length === 0) throw new Problem('not-found', 'missing');
    return wanted;
  }

  /** Places of the person's roots, the highest first: organisations, regions, stores. */
  async placesOf(roots: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT DISTINCT ON (p.place) p.place AS id, p.height FROM (
         SELECT (SELECT a.ancestor_id FROM access.unit_ancestor a JOIN access.unit u ON u.id = a.ancestor_id
                 WHERE a.unit_id = r.id AND u.kind <> 'department' ORDER BY a.depth LIMIT 1) AS place,
                (SELECT count(*) FROM access.unit_ancestor a WHERE a.unit_id = r.id) AS height
         FROM unnest($1::text[]) AS r(id)) p WHERE p.place IS NOT NULL`,
      [roots],
    );
    const heights = await Promise.all(
      rows.map(async ({ id }) => ({ id, height: (await this.directory.unitsAbove(id)).length })),
    );
    return heights.sort((a, b) => a.height - b.height || a.id.localeCompare(b.id)).map(({ id }) => id);
  }

  /** Organisations and regions below a unit, for the choice of the page; the unit itself first. */
  async below(unitId: string): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `SELECT u.id, u.name FROM access.unit u JOIN access.unit_ancestor a ON a.unit_id = u.id
       WHERE a.ancestor_id = $1 AND u.kind IN ('organisation', 'region') ORDER BY a.depth, u.id LIMIT 200`,
      [unitId],
    );
  }
}
