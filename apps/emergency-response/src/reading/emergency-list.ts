import { Injectable } from '@nestjs/common';
import type { EmergencyList, EmergencyRow } from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, Directory, pageOf, readCursor, type Subject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';

export interface EmergencyFilter {
  state?: 'running' | 'closed';
  cursor?: string;
}

interface Row {
  caseNo: string;
  orgId: string;
  projectType: string | null;
  because: string;
  startedAt: Date;
  startedKey: string;
  round: number;
  closedAt: Date | null;
  result: string | null;
  siteLead: string | null;
  /** Case number and which of its responses: one case may have had several in a moment. */
  number: string;
}

const PAGE = 50;
const NUMBER = `r.case_no || '#' || r.n`;

/** 应急: running and closed responses, newest first; only those of cases whose response the caller may read. */
@Injectable()
export class EmergencyLists {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async list({ state, cursor }: EmergencyFilter, caller: Subject): Promise<EmergencyList> {
    const own = [state ?? null, ...readCursor(cursor), PAGE + 1];
    const allowed = whereAllowed(
      this.access.for(caller, 'emergency.read'),
      { caseNo: 'r.case_no' },
      own.length + 1,
      this.clock.now(),
    );
    const rows = await this.database.query<Row[]>(
      `SELECT r.case_no AS "caseNo", r.org_id AS "orgId", r.project_type AS "projectType", r.because,
         r.started_at AS "startedAt", r.started_at::text AS "startedKey", r.round, r.closed_at AS "closedAt", r.result,
         t.site_lead AS "siteLead", ${NUMBER} AS number
       FROM response r LEFT JOIN team t USING (case_no, n)
       WHERE ($1::text IS NULL OR (r.closed_at IS NULL) = ($1 = 'running'))
         AND ($2::timestamptz IS NULL OR (r.started_at, ${NUMBER}) < ($2, $3))
         AND ${allowed.sql}
       ORDER BY r.started_at DESC, ${NUMBER} DESC LIMIT $4`,
      [...own, ...allowed.params],
    );
    const { page, next } = pageOf(rows, PAGE, ({ startedKey, number }) => [startedKey, number]);
    const leads = page.flatMap(({ siteLead }) => siteLead ?? []);
    const names = new Map((await this.directory.persons(leads)).map(({ id, name }) => [id, name]));
    return { items: page.map((row) => rowOf(row, names)), next };
  }
}

function rowOf({ startedKey: _key, number: _number, ...row }: Row, names: ReadonlyMap<string, string>): EmergencyRow {
  return {
    ...row,
    startedAt: toLocalIso(row.startedAt),
    closedAt: row.closedAt && toLocalIso(row.closedAt),
    siteLead: row.siteLead ? { id: row.siteLead, name: names.get(row.siteLead) ?? row.siteLead } : null,
  };
}
