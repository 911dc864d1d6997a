import { Injectable } from '@nestjs/common';
import type { Day } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';

/** Days of business of a store; null = not limited. */
export interface StoreDays {
  openedOn: Day | null;
  /** Last day of business. */
  closedOn: Day | null;
}

/** A consultant's time at a store. */
export interface ConsultantTime {
  personId: string;
  storeId: string;
  from: Day;
  /** Last day. */
  until: Day | null;
}

/** What is on file of stores and consultants beside the directory. */
@Injectable()
export class StoreRegister {
  async days(manager: EntityManager, storeIds: readonly string[]): Promise<Map<string, StoreDays>> {
    const rows = await manager.query<(StoreDays & { storeId: string })[]>(
      `SELECT store_id AS "storeId", opened_on::text AS "openedOn", closed_on::text AS "closedOn" FROM store
       WHERE store_id = ANY ($1)`,
      [storeIds],
    );
    return new Map(rows.map(({ storeId, openedOn, closedOn }) => [storeId, { openedOn, closedOn }]));
  }

  async keepDays(manager: EntityManager, storeId: string, days: StoreDays, by: string, at: Date): Promise<void> {
    await manager.query(
      `INSERT INTO store (store_id, opened_on, closed_on, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (store_id) DO UPDATE SET opened_on = $2, closed_on = $3, changed_by = $4, changed_at = $5`,
      [storeId, days.openedOn, days.closedOn, by, at],
    );
  }

  /** Times of consultants at these stores, oldest first. */
  async times(manager: EntityManager, storeIds: readonly string[]): Promise<ConsultantTime[]> {
    return this.read(manager, `store_id = ANY ($1)`, [storeIds]);
  }

  async timesOf(manager: EntityManager, personId: string): Promise<ConsultantTime[]> {
    return this.read(manager, `person_id = $1`, [personId]);
  }

  /** Puts a time on file; what the person had from that day on at any store gives way, an open one before it ends the day before. */
  async keepTime(
    manager: EntityManager,
    { personId, storeId, from, until }: ConsultantTime,
    by: string,
    at: Date,
  ): Promise<void> {
    await manager.query(`DELETE FROM consultant WHERE person_id = $1 AND from_on >= $2`, [personId, from]);
    await manager.query(
      `UPDATE consultant SET until_on = $2::date - 1, changed_by = $3, changed_at = $4
       WHERE person_id = $1 AND (until_on IS NULL OR until_on >= $2)`,
      [personId, from, by, at],
    );
    await manager.query(
      `INSERT INTO consultant (person_id, store_id, from_on, until_on, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [personId, storeId, from, until, by, at],
    );
  }

  private read(manager: EntityManager, where: string, values: unknown[]): Promise<ConsultantTime[]> {
    return manager.query<ConsultantTime[]>(
      `SELECT person_id AS "personId", store_id AS "storeId", from_on::text AS "from", until_on::text AS "until"
       FROM consultant WHERE ${where} ORDER BY from_on, person_id`,
      values,
    );
  }
}

/** Pure: whether a store without known days, or with these, does business on a day. */
export function isOpen(days: StoreDays | undefined, day: Day): boolean {
  if (!days) return true;
  const { openedOn, closedOn } = days;
  return (openedOn === null || openedOn <= day) && (closedOn === null || day <= closedOn);
}
