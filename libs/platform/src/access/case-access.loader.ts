import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessDatabase } from './access-database.js';
import type { CaseAccess, CaseRelation } from './case-access.js';

type Row = Omit<CaseAccess, 'relations'>;

/** Reads what schema access knows of a case; inside a writer's transaction with its manager. */
@Injectable()
export class CaseAccessLoader {
  constructor(private readonly database: AccessDatabase) {}

  async load(caseNo: string, manager?: Pick<EntityManager, 'query'>): Promise<CaseAccess | undefined> {
    const sql: Pick<EntityManager, 'query'> = manager ?? this.database;
    const rows = await sql.query<Row[]>(
      `SELECT f.case_no AS "caseNo", f.org_id AS "orgId", f.respondent_unit_id AS "respondentUnitId", f.class,
         f.contact_released AS "contactReleased", f.open,
         coalesce((SELECT r.org_id FROM access.unit r WHERE r.id = f.received_by), f.org_id) AS "receivedOrgId",
         array(SELECT a.ancestor_id FROM access.unit_ancestor a WHERE a.unit_id = f.org_id ORDER BY a.depth) AS "orgLine"
       FROM access.case_facts f WHERE f.case_no = $1`,
      [caseNo],
    );
    const row = rows[0];
    return row ? { ...row, relations: await this.relations(caseNo, sql) } : undefined;
  }

  /** All units that are one of these or stand above one. */
  async linesOf(unitIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      'SELECT DISTINCT ancestor_id AS id FROM access.unit_ancestor WHERE unit_id = ANY($1)',
      [unitIds],
    );
    return rows.map(({ id }) => id);
  }

  private async relations(caseNo: string, sql: Pick<EntityManager, 'query'>): Promise<CaseRelation[]> {
    return sql.query<CaseRelation[]>(
      `SELECT r.rel, r.person_id AS "personId", r.role, r.unit_id AS "unitId", r.valid_until AS until,
         array(SELECT a.ancestor_id FROM access.unit_ancestor a
               WHERE a.unit_id = coalesce(r.unit_id, p.unit_id) ORDER BY a.depth) AS "handlingLine"
       FROM access.case_relation r LEFT JOIN access.person p ON p.id = r.person_id WHERE r.case_no = $1`,
      [caseNo],
    );
  }
}
