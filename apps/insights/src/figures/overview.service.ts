import { Injectable } from '@nestjs/common';
import type { InsightsOverview, OverviewFigures } from '@huiying/contracts';
import { Clock } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import {
  belowUnit,
  HAS_OVERDUE,
  IS_COMPLAINT,
  IS_LATE,
  IS_OPEN,
  IS_PAUSED,
  IS_SUGGESTION,
  receivedIn,
} from './case-filter.js';
import { Households } from './households.js';
import { Parameters } from './parameters.js';
import { before, type Period } from './period.js';
import { shown } from './small-numbers.js';
import { ValidComplaintRate } from './valid-complaint-rate.js';

interface Counted {
  received: number;
  suggestions: number;
  answered: number;
  late: number;
  rated: number;
  satisfied: number;
  valid: number;
  invalid: number;
  open: number;
  overdue: number;
  paused: number;
}

/** "Are we answering people in time, and what keeps going wrong?" (console.md §10) */
@Injectable()
export class OverviewService {
  constructor(
    private readonly database: DataSource,
    private readonly households: Households,
    private readonly rate: ValidComplaintRate,
    private readonly parameters: Parameters,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string, period: Period): Promise<InsightsOverview> {
    const least = this.parameters.now().smallNumber;
    return {
      unitId,
      period: period.name,
      from: period.from,
      until: period.until,
      asOf: toLocalIso(this.clock.now()),
      now: await this.figures(unitId, period),
      before: await this.figures(unitId, before(period)),
      byKind: await this.byKind(unitId, period),
      byStore: (await this.byStore(unitId, period)).map(({ unitId: id, name, count }) => ({
        unitId: id,
        name,
        count: shown(count, least),
      })),
      sealed: await this.sealed(unitId, period, least),
    };
  }

  /** Counts of one period; rates are null where nothing was counted. */
  async figures(unitId: string, period: Period): Promise<OverviewFigures> {
    const [counted] = await this.database.query<[Counted]>(
      `SELECT count(*) FILTER (WHERE complaint)::int AS received, count(*) FILTER (WHERE suggestion)::int AS suggestions,
         count(*) FILTER (WHERE complaint AND answered_at IS NOT NULL)::int AS answered,
         count(*) FILTER (WHERE complaint AND answered_at IS NOT NULL AND late)::int AS late,
         count(*) FILTER (WHERE complaint AND score IS NOT NULL)::int AS rated,
         count(*) FILTER (WHERE complaint AND satisfied)::int AS satisfied,
         count(*) FILTER (WHERE complaint AND valid)::int AS valid,
         count(*) FILTER (WHERE complaint AND valid = false)::int AS invalid,
         count(*) FILTER (WHERE complaint AND open)::int AS open,
         count(*) FILTER (WHERE complaint AND open AND overdue)::int AS overdue,
         count(*) FILTER (WHERE complaint AND open AND paused)::int AS paused
       FROM (SELECT c.*, ${IS_COMPLAINT} AS complaint, ${IS_SUGGESTION} AS suggestion, ${IS_LATE} AS late,
               ${IS_OPEN} AS open, ${HAS_OVERDUE} AS overdue, ${IS_PAUSED} AS paused
             FROM case_fact c WHERE ${receivedIn(2, 3)} AND ${belowUnit(1)}) f`,
      [unitId, period.from, period.until],
    );
    const households = await this.households.at(unitId, period.until);
    return {
      ...counted,
      onTimePercent: percent(counted.answered - counted.late, counted.answered),
      satisfiedPercent: percent(counted.satisfied, counted.rated),
      households,
      validComplaintRate: this.rate.of({ validComplaints: counted.valid, households, period: period.name }),
    };
  }

  private byKind(unitId: string, period: Period): Promise<{ kind: string | null; count: number }[]> {
    return this.database.query(
      `SELECT c.kind, count(*)::int AS count FROM case_fact c
       WHERE ${receivedIn(2, 3)} AND ${belowUnit(1)} AND NOT c.sealed GROUP BY c.kind ORDER BY 2 DESC, 1`,
      [unitId, period.from, period.until],
    );
  }

  /** A store is a handful of people: small numbers are not said. */
  private byStore(unitId: string, period: Period): Promise<{ unitId: string; name: string; count: number }[]> {
    return this.database.query(
      `SELECT u.id AS "unitId", u.name, count(*)::int AS count FROM case_fact c
       JOIN access.unit u ON u.id = c.respondent_unit_id AND u.kind = 'store'
       WHERE ${receivedIn(2, 3)} AND ${belowUnit(1)} AND ${IS_COMPLAINT} GROUP BY u.id, u.name ORDER BY 3 DESC, 1`,
      [unitId, period.from, period.until],
    );
  }

  /** One figure per group and year (access.md §5). */
  private async sealed(unitId: string, { from }: Period, least: number): Promise<InsightsOverview['sealed']> {
    const year = Number(from.slice(0, 4));
    const rows = await this.database.query<{ kind: string; count: number }[]>(
      `SELECT s.kind, sum(s.count)::int AS count FROM sealed_count s
       WHERE s.year = $2 AND EXISTS (SELECT 1 FROM access.unit u WHERE u.id = $1 AND u.parent_id IS NULL) GROUP BY s.kind ORDER BY 1`,
      [unitId, year],
    );
    return rows.map(({ kind, count }) => ({ kind, year, count: shown(count, least) }));
  }
}

/** Whole percent with one digit, null of nothing. */
function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}
