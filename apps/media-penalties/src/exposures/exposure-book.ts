import { Injectable } from '@nestjs/common';
import { Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { Exposure } from './exposure.js';

const COLUMN = {
  exposureNo: 'exposure_no',
  orgId: 'org_id',
  unitId: 'unit_id',
  storeId: 'store_id',
  caseNo: 'case_no',
  medium: 'medium',
  outlet: 'outlet',
  mediaLevel: 'media_level',
  publishedOn: 'published_on',
  byCustomer: 'by_customer',
  about: 'about',
  summaryEnc: 'summary_enc',
  state: 'state',
  registeredAt: 'registered_at',
  registeredBy: 'registered_by',
  toldCaseNo: 'told_case_no',
  clarifiedOutlet: 'clarified_outlet',
  clarifiedLevel: 'clarified_level',
  clarifiedOn: 'clarified_on',
  because: 'because',
  payees: 'payees',
} as const satisfies Record<keyof Exposure, string>;
const DAYS: readonly string[] = ['published_on', 'clarified_on'];
const SELECT = Object.entries(COLUMN)
  .map(([name, column]) => `${column}${DAYS.includes(column) ? '::text' : ''} AS "${name}"`)
  .join(', ');

/** Rows of exposures. */
@Injectable()
export class ExposureBook {
  async find(manager: EntityManager, exposureNo: string): Promise<Exposure | undefined> {
    const [row] = await manager.query<Exposure[]>(`SELECT ${SELECT} FROM exposure WHERE exposure_no = $1`, [
      exposureNo,
    ]);
    return row;
  }

  /** Locked until the transaction ends. @throws Problem exposure-unknown (missing) */
  async lock(manager: EntityManager, exposureNo: string): Promise<Exposure> {
    const [row] = await manager.query<Exposure[]>(`SELECT ${SELECT} FROM exposure WHERE exposure_no = $1 FOR UPDATE`, [
      exposureNo,
    ]);
    if (!row) throw new Problem('exposure-unknown', 'missing');
    return row;
  }

  /** The same report about the same store or case, registered before. */
  async same(
    manager: EntityManager,
    { orgId, medium, outlet, publishedOn, storeId, caseNo }: Omit<Exposure, 'exposureNo'>,
  ): Promise<Exposure | undefined> {
    const [row] = await manager.query<Exposure[]>(
      `SELECT ${SELECT} FROM exposure WHERE org_id = $1 AND medium = $2 AND outlet = $3 AND published_on = $4
         AND store_id IS NOT DISTINCT FROM $5 AND case_no IS NOT DISTINCT FROM $6`,
      [orgId, medium, outlet, publishedOn, storeId, caseNo],
    );
    return row;
  }

  /** Number of another exposure by which the same report about the store is pursued: one report is fined once. */
  async pursuedBy(
    manager: EntityManager,
    exposureNo: string,
    {
      orgId,
      medium,
      outlet,
      publishedOn,
      storeId,
    }: Pick<Exposure, 'orgId' | 'medium' | 'outlet' | 'publishedOn' | 'storeId'>,
  ): Promise<string | undefined> {
    const [row] = await manager.query<{ no: string }[]>(
      `SELECT exposure_no AS no FROM exposure WHERE org_id = $1 AND medium = $2 AND outlet = $3 AND published_on = $4
         AND store_id = $5 AND exposure_no <> $6 AND state IN ('notified', 'cleared', 'confirmed') LIMIT 1`,
      [orgId, medium, outlet, publishedOn, storeId, exposureNo],
    );
    return row?.no;
  }

  async insert(manager: EntityManager, exposure: Exposure): Promise<void> {
    const names = Object.keys(COLUMN) as (keyof Exposure)[];
    await manager.query(
      `INSERT INTO exposure (${names.map((name) => COLUMN[name]).join(', ')})
       VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      names.map((name) => exposure[name]),
    );
  }

  /** Answers the exposure as it then stands. */
  async change(manager: EntityManager, exposure: Exposure, change: Partial<Exposure>): Promise<Exposure> {
    const names = Object.keys(change) as (keyof Exposure)[];
    await manager.query(
      `UPDATE exposure SET ${names.map((name, index) => `${COLUMN[name]} = $${index + 2}`).join(', ')}
       WHERE exposure_no = $1`,
      [exposure.exposureNo, ...names.map((name) => change[name])],
    );
    return { ...exposure, ...change };
  }
}
