import { Injectable } from '@nestjs/common';
import type { DefectType } from '@huiying/contracts';
import { found, Vault } from '@huiying/platform';
import { addDays } from '@huiying/working-time';
import { Between, type EntityManager, IsNull } from 'typeorm';
import '../records/warranty-routing.problems.js';
import { Defect } from './defect.entity.js';

/** What is known of a defect when it is registered. */
type Registered = Pick<
  Defect,
  'defectNo' | 'orgId' | 'caseNo' | 'projectId' | 'project' | 'building' | 'component' | 'defectType'
> &
  Pick<Defect, 'registeredOn' | 'registeredAt' | 'registeredBy'>;

export interface NewDefect extends Registered {
  /** null where the case has it. */
  description: string | null;
}

/** Where it is, what it is, and who rectifies it by when. */
type Assignment = Pick<
  Defect,
  'projectId' | 'project' | 'building' | 'component' | 'defectType' | 'repairGroup' | 'repairUnit' | 'plannedOn'
>;

/** `before` = number of the last one seen. */
export interface DefectsAsked {
  before: string | null;
  defectNo: string | null;
}

/** Defects of the period of delivery (R10.4). What a person wrote of one is sealed. */
@Injectable()
export class DefectBook {
  constructor(private readonly vault: Vault) {}

  async register(manager: EntityManager, { description, ...defect }: NewDefect): Promise<void> {
    const descriptionEnc = description && (await this.vault.seal(manager, placeOf(defect), description));
    await manager.insert(Defect, { ...defect, descriptionEnc });
  }

  find(manager: EntityManager, defectNo: string): Promise<Defect | null> {
    return manager.findOneBy(Defect, { defectNo });
  }

  /** @throws Problem defect-unknown (missing) */
  async read(manager: EntityManager, defectNo: string): Promise<Defect> {
    return found(await this.find(manager, defectNo), 'defect-unknown');
  }

  ofCase(manager: EntityManager, caseNo: string): Promise<Defect | null> {
    return manager.findOneBy(Defect, { caseNo });
  }

  /** Newest first; of these organisations and of all below these places, one alone where `defectNo` is given. */
  list(
    manager: EntityManager,
    { orgIds, placeIds }: { readonly orgIds: readonly string[]; readonly placeIds: readonly string[] },
    { before, defectNo }: DefectsAsked,
    limit: number,
  ): Promise<Defect[]> {
    const rows = manager
      .createQueryBuilder(Defect, 'd')
      .where(
        `(d.orgId = ANY (:orgIds) OR EXISTS
           (SELECT 1 FROM access.unit_ancestor l WHERE l.unit_id = d.orgId AND l.ancestor_id = ANY (:placeIds)))`,
        { orgIds, placeIds },
      )
      .orderBy({ 'd.registeredAt': 'DESC', 'd.defectNo': 'DESC' })
      .limit(limit);
    if (defectNo !== null) rows.andWhere({ defectNo });
    if (before !== null)
      rows.andWhere(
        `(d.registeredAt, d.defectNo) < (SELECT registered_at, defect_no FROM defect WHERE defect_no = :before)`,
        { before },
      );
    return rows.getMany();
  }

  async description(manager: EntityManager, defect: Defect): Promise<string | null> {
    return defect.descriptionEnc && this.vault.open(manager, placeOf(defect), defect.descriptionEnc);
  }

  async assign(manager: EntityManager, defectNo: string, given: Assignment): Promise<void> {
    await manager.update(Defect, { defectNo }, given);
  }

  async rectified(manager: EntityManager, defectNo: string, on: string, by: string): Promise<void> {
    await manager.update(Defect, { defectNo, acceptedAt: IsNull() }, { rectifiedOn: on, rectifiedBy: by });
  }

  async accepted(manager: EntityManager, defectNo: string, at: Date, counted: number): Promise<void> {
    await manager.update(Defect, { defectNo }, { acceptedAt: at, counted });
  }

  /** Those of one kind in one project, registered within `days` of a day, oldest first. */
  ofKind(
    manager: EntityManager,
    projectId: string,
    defectType: DefectType,
    { on, days }: { on: string; days: number },
  ): Promise<Defect[]> {
    return manager.find(Defect, {
      where: { projectId, defectType, registeredOn: Between(addDays(on, -days), addDays(on, days)) },
      order: { registeredOn: 'ASC', defectNo: 'ASC' },
    });
  }
}

function placeOf({ defectNo }: Pick<Defect, 'defectNo'>) {
  return { subject: defectNo, table: 'defect', id: defectNo, column: 'description_enc' };
}
