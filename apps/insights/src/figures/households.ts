import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import type { Day } from '@huiying/working-time';
import { DataSource } from 'typeorm';

/** Households that a unit serves, as its customer service entered them: what the valid-complaint rate is measured by (R13.8). */
@Injectable()
export class Households {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** On a day: of the unit itself, else of the organisations below it together. Null where nothing is on file. */
  async at(unitId: string, day: Day): Promise<number | null> {
    const [own] = await this.database.query<{ households: number }[]>(
      `SELECT households FROM household_count WHERE unit_id = $1 AND valid_from <= $2 ORDER BY valid_from DESC LIMIT 1`,
      [unitId, day],
    );
    if (own) return own.households;
    const [below] = await this.database.query<{ households: number | null }[]>(
      `SELECT sum(households)::int AS households FROM (
         SELECT DISTINCT ON (h.unit_id) h.households FROM household_count h
         JOIN access.unit_ancestor a ON a.unit_id = h.unit_id AND a.ancestor_id = $1 AND a.depth > 0
         WHERE h.valid_from <= $2 ORDER BY h.unit_id, h.valid_from DESC) latest`,
      [unitId, day],
    );
    return below?.households ?? null;
  }

  async enter(unitId: string, validFrom: Day, households: number, personId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO household_count (unit_id, valid_from, households, entered_by, entered_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (unit_id, valid_from) DO UPDATE SET households = excluded.households, entered_by = excluded.entered_by,
         entered_at = excluded.entered_at`,
      [unitId, validFrom, households, personId, this.clock.now()],
    );
  }
}
