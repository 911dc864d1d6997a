import { Injectable } from '@nestjs/common';
import { type PublicCount, type PublishedResults, SEALED_KINDS } from '@huiying/contracts';
import { Clock, Problem } from '@huiying/platform';
import { dayOf, holidaysAround, workingDaysBetween } from '@huiying/working-time';
import { PublishedModels } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { isPeriod, publicCount, published, type ClosedCase } from './published.decider.js';

export interface PublishedQuery {
  period?: string | undefined;
  kind?: string | undefined;
  project?: string | undefined;
  cursor?: string | undefined;
}

interface ClosedRow extends ClosedCase {
  orgType: string;
}

const PAGE = 50;
/** Complaints: no questions, no suggestions, nothing of a sealed procedure. */
const OTHERS = ['inquiry', 'suggestion', ...SEALED_KINDS].map((kind) => `'${kind}'`).join(', ');
const COMPLAINTS = `coalesce(kind, '') NOT IN (${OTHERS})
  AND coalesce(target, '') <> 'other-procedure'`;
const MONTH = `to_char(archived_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`;
const LAST_SCORE = `(SELECT m.score FROM complainant_message m WHERE m.case_no = c.case_no AND m.kind = 'rating' ORDER BY m.at DESC, m.seq DESC LIMIT 1)`;
const ON_TIME = `(outcome_told_at IS NOT NULL AND outcome_told_at <= reply_by AND NOT outer_limit_missed)`;

/** 结果公示 (R03.4, console.md P6): closed complaints in codes, counts that give nobody away. */
@Injectable()
export class Published {
  constructor(
    private readonly database: DataSource,
    private readonly models: PublishedModels,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `invalid-fields` for a period that is none */
  async read({ period, kind, project, cursor }: PublishedQuery): Promise<PublishedResults> {
    const asked = period ?? dayOf(this.clock.now()).slice(0, 4);
    if (!isPeriod(asked)) refuse('period');
    const from = cursor === undefined ? 0 : Number(cursor);
    if (!Number.isSafeInteger(from) || from < 0) refuse('cursor');
    const projects = await this.projects(asked);
    const named = new Set(projects);
    // A project that may not be named cannot be asked for either.
    const hidden = project !== undefined && !named.has(project);
    const rows = hidden ? [] : await this.closed(asked, kind, project, from);
    const counts = hidden ? NOTHING : await this.counts(asked, kind, project);
    return {
      period: asked,
      received: this.count(counts.received),
      answeredOnTime: this.count(counts.onTime),
      satisfied: this.count(counts.satisfied),
      projects,
      items: rows.slice(0, PAGE).map((row) => published(row, named, workingDaysOf)),
      next: rows.length > PAGE ? String(from + PAGE) : null,
    };
  }

  /** Projects with so many complaints in the period that nobody can be guessed. */
  private async projects(period: string): Promise<string[]> {
    const rows = await this.database.query<{ project: string; n: number }[]>(
      `SELECT project, count(*)::int AS n FROM complaint_case
       WHERE project IS NOT NULL AND starts_with(received_on, $1) AND ${COMPLAINTS} GROUP BY project ORDER BY project`,
      [period],
    );
    return rows.filter(({ n }) => this.isShown(n)).map(({ project }) => project);
  }

  private closed(period: string, kind: string | undefined, project: string | undefined, from: number) {
    return this.database.query<ClosedRow[]>(
      `SELECT org_type AS "orgType", ${MONTH} AS month, project, kind, justified, measure_types AS "measureTypes",
         received_on AS "receivedOn", to_char(outcome_told_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "toldOn",
         ${ON_TIME} AS "onTime", ${LAST_SCORE} AS score
       FROM complaint_case c
       WHERE state = 'archived' AND admission = 'accept' AND kind IS NOT NULL AND ${COMPLAINTS}
         AND starts_with(${MONTH}, $1) AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR project = $3)
       ORDER BY archived_at DESC, case_no LIMIT ${PAGE + 1} OFFSET $4`,
      [period, kind ?? null, project ?? null, from],
    );
  }

  private async counts(period: string, kind: string | undefined, project: string | undefined) {
    const [row] = await this.database.query<(typeof NOTHING)[]>(
      `SELECT count(*)::int AS received, count(*) FILTER (WHERE ${ON_TIME})::int AS "onTime",
         count(*) FILTER (WHERE ${LAST_SCORE} >= 3)::int AS satisfied
       FROM complaint_case c WHERE starts_with(received_on, $1) AND ${COMPLAINTS}
         AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR project = $3)`,
      [period, kind ?? null, project ?? null],
    );
    return row ?? NOTHING;
  }

  private count(count: number): PublicCount {
    const { output } = this.models.decisions().evaluate('public-results-parameters', {});
    return publicCount(count, this.isShown(count), Number((output as { publicFrom: number }).publicFrom));
  }

  private isShown(count: number): boolean {
    const output: unknown = this.models.decisions().evaluate('public-results', { count }).output;
    // A table of one output gives the value itself, or a context where the output is named.
    return output === true || (output as { shown?: unknown } | null)?.shown === true;
  }
}

const NOTHING = { received: 0, onTime: 0, satisfied: 0 };

const workingDaysOf = (from: string, to: string): number =>
  workingDaysBetween(from, to, holidaysAround(new Date(`${to}T00:00:00+08:00`)));

function refuse(field: string): never {
  throw new Problem('invalid-fields', 'malformed', { errors: [{ field, code: 'not-allowed-value' }] });
}
