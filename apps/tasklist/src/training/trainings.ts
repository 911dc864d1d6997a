import { Injectable } from '@nestjs/common';
import type { TrainingResult } from '@huiying/contracts';
import { Clock, defineProblems, Problem } from '@huiying/platform';
import type { Day } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';

defineProblems({ 'training-unknown': { zh: '没有这次培训', en: 'There is no such training' } });

/** A training that came due; subjectNo = `<unitId>:<period>`. */
export interface Training {
  subjectNo: string;
  orgId: string;
  orgType: string;
  unitId: string;
  period: string;
  dueOn: Day;
  recordedAt: Date | null;
}

/** Somebody who is to be trained; `present` is null until the attendance is recorded. */
export interface Trainee {
  personId: string;
  name: string;
  /** Unit that the person belongs to: two may have one name. */
  unit: string;
  present: boolean | null;
  result: TrainingResult | null;
  madeUpAt: Date | null;
}

/** How one trainee did. */
export interface Attendance {
  personId: string;
  present: boolean;
  result: TrainingResult | null;
}

/** Trainings with their attendance, on record for good (R03.6, R06.3). */
@Injectable()
export class Trainings {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Everybody who holds one of the roles within the organisation, now. */
  async holders(orgId: string, roles: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `select distinct p.id from access.holding h join access.person p on p.id = h.person_id
         join access.unit u on u.id = h.unit_id
       where u.org_id = $1 and h.role = any ($2) and not p.disabled and h.valid_from <= $3
         and (h.valid_until is null or h.valid_until > $3) order by p.id`,
      [orgId, roles, this.clock.now()],
    );
    return rows.map(({ id }) => id);
  }

  async open(manager: EntityManager, training: Omit<Training, 'recordedAt'>, trainees: string[]): Promise<void> {
    const { subjectNo, orgId, orgType, unitId, period, dueOn } = training;
    await manager.query(
      `insert into training (subject_no, org_id, org_type, unit_id, period, due_on)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [subjectNo, orgId, orgType, unitId, period, dueOn],
    );
    await manager.query(
      `insert into trainee (subject_no, person_id) select $1, unnest($2::text[]) on conflict do nothing`,
      [subjectNo, trainees],
    );
  }

  /** @throws Problem 404 `training-unknown` */
  async find(subjectNo: string, manager: EntityManager = this.database.manager): Promise<Training> {
    const [found] = await manager.query<Training[]>(
      `select subject_no as "subjectNo", org_id as "orgId", org_type as "orgType", unit_id as "unitId", period,
         due_on::text as "dueOn", recorded_at as "recordedAt" from training where subject_no = $1`,
      [subjectNo],
    );
    if (!found) throw new Problem('training-unknown', 'missing');
    return found;
  }

  trainees(subjectNo: string, manager: EntityManager = this.database.manager): Promise<Trainee[]> {
    return manager.query<Trainee[]>(
      `select t.person_id as "personId", coalesce(p.name, t.person_id) as name, coalesce(u.name, '') as unit, t.present, t.result,
         t.made_up_at as "madeUpAt"
       from trainee t left join access.person p on p.id = t.person_id left join access.unit u on u.id = p.unit_id
       where t.subject_no = $1 order by u.name, p.name, t.person_id`,
      [subjectNo],
    );
  }

  async attended(manager: EntityManager, subjectNo: string, attendance: readonly Attendance[]): Promise<void> {
    for (const { personId, present, result } of attendance)
      await manager.query(`update trainee set present = $3, result = $4 where subject_no = $1 and person_id = $2`, [
        subjectNo,
        personId,
        present,
        result,
      ]);
  }

  async madeUp(
    manager: EntityManager,
    subjectNo: string,
    at: Date,
    attendance: readonly Pick<Attendance, 'personId' | 'result'>[],
  ): Promise<void> {
    for (const { personId, result } of attendance)
      await manager.query(`update trainee set made_up_at = $3, result = $4 where subject_no = $1 and person_id = $2`, [
        subjectNo,
        personId,
        at,
        result,
      ]);
  }

  async recorded(manager: EntityManager, subjectNo: string): Promise<void> {
    await manager.query(`update training set recorded_at = $2 where subject_no = $1`, [subjectNo, this.clock.now()]);
  }
}
