import { Injectable } from '@nestjs/common';
import type { Component, DefectType } from '@huiying/contracts';
import { Vault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';

export interface Defect {
  defectNo: string;
  orgId: string;
  /** The complaint that was diverted; null where it was registered by hand. */
  caseNo: string | null;
  projectId: string | null;
  project: string | null;
  building: string | null;
  component: Component | null;
  defectType: DefectType | null;
  repairGroup: string | null;
  repairUnit: string | null;
  /** Days are `yyyy-MM-dd`. */
  plannedOn: string | null;
  registeredOn: string;
  rectifiedOn: string | null;
  rectifiedBy: string | null;
  acceptedAt: Date | null;
  /** Of its kind in the project within the window, when it was accepted. */
  counted: number | null;
}

export interface NewDefect extends Pick<
  Defect,
  'defectNo' | 'orgId' | 'caseNo' | 'projectId' | 'project' | 'building'
> {
  component: Component | null;
  defectType: DefectType | null;
  /** null where the case has it. */
  description: string | null;
  registeredOn: string;
  registeredAt: Date;
  registeredBy: string;
}

/** `before` = number of the last one seen. */
export interface DefectsAsked {
  before: string | null;
  defectNo: string | null;
}

const COLUMNS = `defect_no AS "defectNo", org_id AS "orgId", case_no AS "caseNo", project_id AS "projectId", project, building,
  component, defect_type AS "defectType", repair_group AS "repairGroup", repair_unit AS "repairUnit",
  planned_on::text AS "plannedOn", registered_on::text AS "registeredOn", rectified_on::text AS "rectifiedOn",
  rectified_by AS "rectifiedBy", accepted_at AS "acceptedAt", counted`;

/** Defects of the period of delivery (R10.4). What a person wrote of one is sealed. */
@Injectable()
export class DefectBook {
  constructor(private readonly vault: Vault) {}

  async register(manager: EntityManager, one: NewDefect): Promise<void> {
    const sealed = one.description && (await this.vault.seal(manager, placeOf(one.defectNo), one.description));
    await manager.query(
      `INSERT INTO defect (defect_no, org_id, case_no, project_id, project, building, component, defect_type, description_enc,
         registered_on, registered_at, registered_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        one.defectNo,
        one.orgId,
        one.caseNo,
        one.projectId,
        one.project,
        one.building,
        one.component,
        one.defectType,
        sealed,
        one.registeredOn,
        one.registeredAt,
        one.registeredBy,
      ],
    );
  }

  async find(manager: EntityManager, defectNo: string): Promise<Defect | undefined> {
    return (await this.read(manager, `defect_no = $1`, [defectNo]))[0];
  }

  async ofCase(manager: EntityManager, caseNo: string): Promise<Defect | undefined> {
    return (await this.read(manager, `case_no = $1`, [caseNo]))[0];
  }

  /** Newest first; of these organisations and of all below these places, one alone where `defectNo` is given. */
  async list(
    manager: EntityManager,
    { orgIds, placeIds }: { readonly orgIds: readonly string[]; readonly placeIds: readonly string[] },
    { before, defectNo }: DefectsAsked,
    limit: number,
  ): Promise<Defect[]> {
    return this.read(
      manager,
      `(org_id = ANY ($1) OR EXISTS (SELECT 1 FROM access.unit_ancestor l WHERE l.unit_id = org_id AND l.ancestor_id = ANY ($5)))
       AND ($4::text IS NULL OR defect_no = $4)
       AND ($2::text IS NULL OR (registered_at, defect_no) < (SELECT registered_at, defect_no FROM defect WHERE defect_no = $2))
       ORDER BY registered_at DESC, defect_no DESC LIMIT $3`,
      [orgIds, before, limit, defectNo, placeIds],
    );
  }

  async description(manager: EntityManager, defectNo: string): Promise<string | null> {
    const [row] = await manager.query<{ description_enc: string | null }[]>(
      `SELECT description_enc FROM defect WHERE defect_no = $1`,
      [defectNo],
    );
    return row?.description_enc ? this.vault.open(manager, placeOf(defectNo), row.description_enc) : null;
  }

  async assign(
    manager: EntityManager,
    defectNo: string,
    given: Pick<
      Defect,
      'projectId' | 'project' | 'building' | 'component' | 'defectType' | 'repairGroup' | 'repairUnit' | 'plannedOn'
    >,
  ): Promise<void> {
    await manager.query(
      `UPDATE defect SET project_id = $2, project = $3, building = $4, component = $5, defect_type = $6, repair_group = $7,
         repair_unit = $8, planned_on = $9 WHERE defect_no = $1`,
      [
        defectNo,
        given.projectId,
        given.project,
        given.building,
        given.component,
        given.defectType,
        given.repairGroup,
        given.repairUnit,
        given.plannedOn,
      ],
    );
  }

  async rectified(manager: EntityManager, defectNo: string, on: string, by: string): Promise<void> {
    await manager.query(
      `UPDATE defect SET rectified_on = $2, rectified_by = $3 WHERE defect_no = $1 AND accepted_at IS NULL`,
      [defectNo, on, by],
    );
  }

  async accepted(manager: EntityManager, defectNo: string, at: Date, counted: number): Promise<void> {
    await manager.query(`UPDATE defect SET accepted_at = $2, counted = $3 WHERE defect_no = $1`, [
      defectNo,
      at,
      counted,
    ]);
  }

  /** Those of one kind in one project, registered within `days` of a day, oldest first. */
  async ofKind(
    manager: EntityManager,
    projectId: string,
    defectType: string,
    around: { on: string; days: number },
  ): Promise<Defect[]> {
    return this.read(
      manager,
      `project_id = $1 AND defect_type = $2 AND abs(registered_on - $3::date) <= $4 ORDER BY registered_on, defect_no`,
      [projectId, defectType, around.on, around.days],
    );
  }

  private read(manager: EntityManager, where: string, values: unknown[]): Promise<Defect[]> {
    return manager.query<Defect[]>(`SELECT ${COLUMNS} FROM defect WHERE ${where}`, values);
  }
}

function placeOf(defectNo: string) {
  return { subject: defectNo, table: 'defect', id: defectNo, column: 'description_enc' };
}
