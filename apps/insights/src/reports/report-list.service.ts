import { Injectable } from '@nestjs/common';
import { type ReportList, REPORT_NAMES, type ReportRow, type ReportView } from '@huiying/contracts';
import { Clock, Problem, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { InsightScope } from '../figures/insight-scope.js';
import { type KeptReport, REPORT_COLUMNS, ReportArchive, type ReportFile } from './report-archive.js';

const PAGE = 50;

type Listed = KeptReport & { unit: string | null; unread: boolean };

/** To a post of the person's: roles $2 at units $3. */
const RECEIVED = `EXISTS (SELECT 1 FROM report_recipient p JOIN unnest($2::text[], $3::text[]) AS h(role, unit_id)
  ON h.role = p.role AND h.unit_id = p.unit_id WHERE p.report_no = r.report_no)`;
/** By person $5. */
const UNREAD = `(${RECEIVED}
  AND NOT EXISTS (SELECT 1 FROM report_reading o WHERE o.report_no = r.report_no AND o.person_id = $5))`;

/** Reports that a person reads: of units below theirs, delivered to a post of theirs, or compiled by it. Others are not there. */
@Injectable()
export class ReportListService {
  constructor(
    private readonly database: DataSource,
    private readonly scope: InsightScope,
    private readonly archive: ReportArchive,
    private readonly clock: Clock,
  ) {}

  async list(
    person: StaffSubject,
    query: { reportId?: string | undefined; cursor?: string | undefined; unread?: boolean },
  ): Promise<ReportList> {
    const rows = await this.rows(
      person,
      `AND ($6::text IS NULL OR r.report_id = $6) AND ($7::bigint IS NULL OR r.seq < $7) AND ($8 IS NOT TRUE OR ${UNREAD})`,
      [query.reportId ?? null, query.cursor ?? null, query.unread ?? false],
    );
    const page = rows.slice(0, PAGE);
    return { items: page.map(rowOf), next: rows.length > PAGE ? (page.at(-1)?.seq ?? null) : null };
  }

  /** @throws Problem `not-found` for a report that is not the person's to read, as for one that does not exist */
  async view(person: StaffSubject, reportNo: string): Promise<ReportView> {
    const report = await this.readable(person, reportNo);
    const recipients = await this.database.query<ReportView['recipients']>(
      `SELECT role, unit_id AS "unitId", copies FROM report_recipient WHERE report_no = $1 ORDER BY role, unit_id`,
      [reportNo],
    );
    const texts = await this.archive.texts(this.database.manager, reportNo);
    return { ...rowOf(report), tables: report.tables ?? [], texts, recipients, meetingOn: report.meetingOn };
  }

  /** @throws as `view`; Problem `report-not-delivered` before there is a file */
  async file(person: StaffSubject, reportNo: string, kind: ReportFile): Promise<Buffer> {
    await this.readable(person, reportNo);
    return this.archive.file(this.database.manager, reportNo, kind);
  }

  /** @throws as `view` */
  async opened(person: StaffSubject, reportNo: string): Promise<void> {
    await this.readable(person, reportNo);
    await this.database.query(
      `INSERT INTO report_reading (report_no, person_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [reportNo, person.personId, this.clock.now()],
    );
  }

  private async readable(person: StaffSubject, reportNo: string): Promise<Listed> {
    const [row] = await this.rows(person, `AND r.report_no = $6`, [reportNo]);
    if (!row) throw new Problem('not-found', 'missing');
    return row;
  }

  private rows(person: StaffSubject, more: string, values: unknown[]): Promise<Listed[]> {
    const { holdings } = person;
    return this.database.query(
      `SELECT ${REPORT_COLUMNS}, u.name AS unit, ${UNREAD} AS unread FROM report r LEFT JOIN access.unit u ON u.id = r.unit_id
       WHERE (EXISTS (SELECT 1 FROM access.unit_ancestor a WHERE a.unit_id = r.unit_id AND a.ancestor_id = ANY ($1))
           OR ${RECEIVED}
           OR EXISTS (SELECT 1 FROM unnest($2::text[], $3::text[]) AS h(role, unit_id)
                JOIN access.unit_ancestor a ON a.unit_id = h.unit_id AND a.ancestor_id = r.unit_id
                WHERE h.role = r.compiler_group))
         ${more} ORDER BY r.seq DESC LIMIT $4`,
      [
        this.scope.rootsOf(person),
        holdings.map(({ role }) => role),
        holdings.map(({ unitId }) => unitId),
        PAGE + 1,
        person.personId,
        ...values,
      ],
    );
  }
}

function rowOf(report: Listed): ReportRow {
  const { reportNo, reportId, unitId, period, dueOn, state, cases, pdfSha256, xlsxSha256, unread } = report;
  return {
    ...{ reportNo, reportId, unitId, period, dueOn, state, cases, pdfSha256, xlsxSha256, unread },
    title: REPORT_NAMES[reportId],
    unit: report.unit ?? unitId,
    deliveredAt: report.deliveredAt ? toLocalIso(report.deliveredAt) : null,
  };
}
