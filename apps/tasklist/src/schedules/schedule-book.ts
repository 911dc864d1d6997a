import { Injectable } from '@nestjs/common';
import { Clock, type OrgType } from '@huiying/platform';
import { PublishedModels } from '@huiying/zeebe';
import { DataSource, type EntityManager } from 'typeorm';
import { type ScheduleRow, scheduleRowsOf } from './schedule-row.js';

/** A unit for which a schedule starts a process. */
export interface ScheduledUnit {
  unitId: string;
  orgId: string;
  orgType: OrgType;
}

/** A row of decision `schedules` with the units that it starts for now; none where nobody holds its role. */
export interface Schedule extends ScheduleRow {
  orgType: OrgType;
  startsFor: ScheduledUnit[];
}

interface UnitRow {
  id: string;
  org_id: string;
  kind: string;
}

/** What comes round for whom: decision `schedules` in the version in force, over the directory as it is now. */
@Injectable()
export class ScheduleBook {
  constructor(
    private readonly database: DataSource,
    private readonly models: PublishedModels,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `models-missing` before the first deployment, RangeError for a row that cannot be followed */
  async all(manager: EntityManager = this.database.manager): Promise<Schedule[]> {
    const decisions = this.models.decisions();
    if (!decisions.decisionIds.includes('schedules')) return []; // the first deployment is under way
    const types = await manager.query<{ org_type: OrgType }[]>(
      `SELECT DISTINCT org_type FROM access.unit WHERE kind = 'organisation' ORDER BY org_type`,
    );
    const schedules: Schedule[] = [];
    for (const { org_type: orgType } of types)
      for (const row of scheduleRowsOf(decisions.evaluate('schedules', { orgType }).output))
        schedules.push({ ...row, orgType, startsFor: await this.unitsOf(manager, row, orgType) });
    return schedules;
  }

  private async unitsOf(manager: EntityManager, row: ScheduleRow, orgType: OrgType): Promise<ScheduledUnit[]> {
    const holder = row.units === 'holder';
    const rows = await manager.query<UnitRow[]>(
      `SELECT u.id, u.org_id, u.kind FROM access.unit u JOIN access.unit o ON o.id = u.org_id
       WHERE o.org_type = $1 AND ($2 OR u.kind = $3) AND ($4::text IS NULL OR EXISTS (
         SELECT 1 FROM access.holding h JOIN access.person p ON p.id = h.person_id
           JOIN access.unit_ancestor a ON a.unit_id = h.unit_id JOIN access.unit at ON at.id = h.unit_id
         WHERE a.ancestor_id = u.id AND (u.kind <> 'organisation' OR at.org_id = u.id) AND ($2 IS FALSE OR a.depth = 0)
           AND h.role = $4 AND NOT p.disabled AND h.valid_from <= $5 AND (h.valid_until IS NULL OR h.valid_until > $5)))
       ORDER BY u.id`,
      [orgType, holder, row.units, row.role, this.clock.now()],
    );
    return rows.map(({ id, org_id }) => ({ unitId: id, orgId: org_id, orgType }));
  }
}
