import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { defineProblems, Problem, Vault } from '@huiying/platform';
import type { ReportTable } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';
import type { Report, ReportContent, ReportItem } from './report.js';

defineProblems({
  'report-unknown': { zh: '没有这份报告', en: 'There is no such report' },
  'report-not-delivered': { zh: '报告尚未送达，没有文件', en: 'The report has not been delivered; it has no files' },
});

/** What the compiler wrote. */
export interface ReportTexts {
  analysis: string;
  advice: string;
  followUp: string;
}

export interface KeptReport extends Report {
  seq: string;
  state: 'draft' | 'reviewed' | 'delivered';
  cases: number;
  tables: ReportTable[] | null;
  notes: string[];
  items: ReportItem[];
  deliveredAt: Date | null;
  meetingOn: string | null;
  xlsxSha256: string | null;
  pdfSha256: string | null;
}

/** Kinds of file, and the columns that hold them. */
export type ReportFile = 'xlsx' | 'pdf';

export const REPORT_COLUMNS = `r.report_no AS "reportNo", r.seq, r.report_id AS "reportId", r.unit_id AS "unitId", r.org_id AS "orgId",
  r.org_type AS "orgType", r.period, r.period_from::text AS "periodFrom", r.period_until::text AS "periodUntil",
  r.due_on::text AS "dueOn", r.compiler_group AS "compilerGroup", r.state, r.cases, r.tables, r.notes, r.items,
  r.delivered_at AS "deliveredAt", r.meeting_on::text AS "meetingOn", r.xlsx_sha256 AS "xlsxSha256", r.pdf_sha256 AS "pdfSha256"`;

/** Every report with what it said; texts and files lie sealed. A delivered one is never changed again. */
@Injectable()
export class ReportArchive {
  constructor(private readonly vault: Vault) {}

  /** A draft; a report that its process compiles again keeps what was delivered. */
  async draft(manager: EntityManager, report: Report, { cases, notes, items }: ReportContent): Promise<void> {
    await manager.query(
      `INSERT INTO report (report_no, report_id, unit_id, org_id, org_type, period, period_from, period_until, due_on,
         compiler_group, state, cases, notes, items)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', $11, $12, $13)
       ON CONFLICT (report_no) DO UPDATE SET cases = $11, notes = $12, items = $13 WHERE report.state = 'draft'`,
      [
        ...[report.reportNo, report.reportId, report.unitId, report.orgId, report.orgType, report.period],
        ...[report.periodFrom, report.periodUntil, report.dueOn, report.compilerGroup, cases, notes],
        JSON.stringify(items),
      ],
    );
  }

  /** @throws Problem `report-unknown` */
  async find(manager: EntityManager, reportNo: string): Promise<KeptReport> {
    const [row] = await manager.query<KeptReport[]>(`SELECT ${REPORT_COLUMNS} FROM report r WHERE r.report_no = $1`, [
      reportNo,
    ]);
    if (!row) throw new Problem('report-unknown', 'missing');
    return row;
  }

  /** Read and put aside: it has no recipients, so it needs no file (R07.8). */
  async reviewed(manager: EntityManager, reportNo: string, cutAt: Date, content: ReportContent): Promise<void> {
    await manager.query(
      `UPDATE report SET state = 'reviewed', cut_at = $2, cases = $3, tables = $4, notes = $5 WHERE report_no = $1 AND state = 'draft'`,
      [reportNo, cutAt, content.cases, JSON.stringify(content.tables), content.notes],
    );
  }

  async delivered(
    manager: EntityManager,
    reportNo: string,
    given: {
      content: ReportContent;
      texts: ReportTexts;
      files: Record<ReportFile, Buffer>;
      cutAt: Date;
      deliveredAt: Date;
    },
  ): Promise<void> {
    const { content, texts, files } = given;
    const seal = (column: string, bytes: Buffer) => this.vault.sealBytes(manager, placeOf(reportNo, column), bytes);
    await manager.query(
      `UPDATE report SET state = 'delivered', cut_at = $2, delivered_at = $3, cases = $4, tables = $5, notes = $6, items = $7,
         words_enc = $8, xlsx_enc = $9, xlsx_sha256 = $10, pdf_enc = $11, pdf_sha256 = $12
       WHERE report_no = $1 AND state = 'draft'`,
      [
        ...[reportNo, given.cutAt, given.deliveredAt, content.cases, JSON.stringify(content.tables), content.notes],
        JSON.stringify(content.items),
        await seal('words_enc', Buffer.from(JSON.stringify(texts))),
        ...[await seal('xlsx_enc', files.xlsx), sha256(files.xlsx)],
        ...[await seal('pdf_enc', files.pdf), sha256(files.pdf)],
      ],
    );
  }

  async receivedBy(
    manager: EntityManager,
    reportNo: string,
    recipients: readonly { role: string; unitId: string; copies: number }[],
  ): Promise<void> {
    for (const { role, unitId, copies } of recipients)
      await manager.query(
        `INSERT INTO report_recipient (report_no, role, unit_id, copies) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [reportNo, role, unitId, copies],
      );
  }

  async met(manager: EntityManager, reportNo: string, meetingOn: string): Promise<void> {
    await manager.query(`UPDATE report SET meeting_on = $2 WHERE report_no = $1`, [reportNo, meetingOn]);
  }

  async texts(manager: EntityManager, reportNo: string): Promise<ReportTexts | null> {
    const [row] = await manager.query<{ words_enc: string | null }[]>(
      `SELECT words_enc FROM report WHERE report_no = $1`,
      [reportNo],
    );
    if (!row?.words_enc) return null;
    return JSON.parse(await this.vault.open(manager, placeOf(reportNo, 'words_enc'), row.words_enc)) as ReportTexts;
  }

  /** The file as it was delivered, compared with its hash. @throws Problem `report-unknown`, `report-not-delivered` */
  async file(manager: EntityManager, reportNo: string, kind: ReportFile): Promise<Buffer> {
    const [row] = await manager.query<{ sealed: string | null; hash: string | null }[]>(
      `SELECT ${kind}_enc AS sealed, ${kind}_sha256 AS hash FROM report WHERE report_no = $1`,
      [reportNo],
    );
    if (!row) throw new Problem('report-unknown', 'missing');
    if (!row.sealed) throw new Problem('report-not-delivered', 'conflict');
    const bytes = await this.vault.openBytes(manager, placeOf(reportNo, `${kind}_enc`), row.sealed);
    if (sha256(bytes) !== row.hash) throw new Problem('fault', 'fault');
    return bytes;
  }
}

function placeOf(reportNo: string, column: string) {
  return { subject: reportNo, table: 'report', id: reportNo, column };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
