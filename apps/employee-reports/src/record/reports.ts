import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReporterIdentity } from '@huiying/contracts';
import { Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { ReportVault } from '../keys/report-vault.js';
import type { Entry, EntryKind, Report, ReportContent } from './report.js';

interface ReportRow {
  report_no: string;
  state: Report['state'];
  received_at: Date;
  sealed_at: Date | null;
  receipt: string | null;
  content_enc: string;
}

interface EntryRow {
  id: string;
  kind: EntryKind;
  at: Date;
  content_enc: string;
}

export interface NewReport {
  reportNo: string;
  receivedAt: Date;
  /** null: it came by intake, and whoever reported has no receipt. */
  receiptHash: string | null;
  content: ReportContent;
  identity: ReporterIdentity;
}

const COLUMNS = 'report_no, state, received_at, sealed_at, receipt, content_enc';

/** Reports and their record: every text is sealed on its way in. */
@Injectable()
export class Reports {
  constructor(private readonly vault: ReportVault) {}

  async insert(manager: EntityManager, report: NewReport): Promise<void> {
    const { reportNo, receivedAt, receiptHash, content, identity } = report;
    await manager.query(
      `INSERT INTO report (report_no, received_at, receipt, content_enc, identity_enc) VALUES ($1, $2, $3, $4, $5)`,
      [
        reportNo,
        receivedAt,
        receiptHash,
        await this.vault.seal(manager, contentPlace(reportNo), content),
        // Anonymous or not, the row looks alike: whether an identity exists is not to be seen.
        await this.vault.seal(manager, identityPlace(reportNo), identity),
      ],
    );
  }

  /** Undefined for a number that is none, and for a report whose key was destroyed. */
  async find(manager: EntityManager, reportNo: string, lock = false): Promise<Report | undefined> {
    const [row] = await manager.query<ReportRow[]>(
      `SELECT ${COLUMNS} FROM report WHERE report_no = $1 AND state <> 'destroyed' ${lock ? 'FOR UPDATE' : ''}`,
      [reportNo],
    );
    return row && this.opened(manager, row);
  }

  /** @throws Problem not-found */
  async demand(manager: EntityManager, reportNo: string, lock = false): Promise<Report> {
    const report = await this.find(manager, reportNo, lock);
    if (!report) throw new Problem('not-found', 'missing');
    return report;
  }

  async openNumbers(manager: EntityManager): Promise<string[]> {
    const rows = await manager.query<{ report_no: string }[]>(
      `SELECT report_no FROM report WHERE state = 'open' ORDER BY report_no`,
    );
    return rows.map((row) => row.report_no);
  }

  /** The report of a process instance. */
  async byInstance(manager: EntityManager, instanceKey: string): Promise<Report | undefined> {
    const [row] = await manager.query<ReportRow[]>(
      `SELECT ${COLUMNS} FROM report WHERE instance_key = $1 AND state <> 'destroyed'`,
      [instanceKey],
    );
    return row && this.opened(manager, row);
  }

  async isRunBy(manager: EntityManager, reportNo: string, instanceKey: string): Promise<void> {
    await manager.query(`UPDATE report SET instance_key = $2 WHERE report_no = $1 AND state = 'open'`, [
      reportNo,
      instanceKey,
    ]);
  }

  async change(manager: EntityManager, reportNo: string, content: ReportContent): Promise<void> {
    const sealed = await this.vault.seal(manager, contentPlace(reportNo), content);
    await manager.query(`UPDATE report SET content_enc = $2 WHERE report_no = $1`, [reportNo, sealed]);
  }

  async seal(manager: EntityManager, reportNo: string, at: Date): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `WITH done AS (UPDATE report SET state = 'sealed', sealed_at = $2 WHERE report_no = $1 AND state = 'open' RETURNING 1)
       SELECT 1 FROM done`,
      [reportNo, at],
    );
    return rows.length > 0;
  }

  async identity(manager: EntityManager, reportNo: string): Promise<ReporterIdentity> {
    const [row] = await manager.query<{ identity_enc: string }[]>(
      `SELECT identity_enc FROM report WHERE report_no = $1`,
      [reportNo],
    );
    return row ? this.vault.open(manager, identityPlace(reportNo), row.identity_enc) : {};
  }

  async append(manager: EntityManager, reportNo: string, kind: EntryKind, content: object, at: Date): Promise<void> {
    const id = randomUUID();
    const sealed = await this.vault.seal(manager, entryPlace(reportNo, id), content);
    await manager.query(`INSERT INTO report_entry (id, report_no, kind, at, content_enc) VALUES ($1, $2, $3, $4, $5)`, [
      id,
      reportNo,
      kind,
      at,
      sealed,
    ]);
  }

  /** The record, oldest first; of some kinds or of all. */
  async entries(manager: EntityManager, reportNo: string, ...kinds: EntryKind[]): Promise<Entry[]> {
    const rows = await manager.query<EntryRow[]>(
      `SELECT id, kind, at, content_enc FROM report_entry
       WHERE report_no = $1 AND ($2::text[] = '{}' OR kind = ANY ($2)) ORDER BY seq`,
      [reportNo, kinds],
    );
    const entries: Entry[] = [];
    for (const { id, kind, at, content_enc: sealed } of rows)
      entries.push({ id, kind, at, content: await this.vault.open(manager, entryPlace(reportNo, id), sealed) });
    return entries;
  }

  /** The newest answers of a form. */
  async answers(manager: EntityManager, reportNo: string, element: string): Promise<Entry | undefined> {
    return (await this.entries(manager, reportNo, `form:${element}`)).at(-1);
  }

  private async opened(manager: EntityManager, row: ReportRow): Promise<Report> {
    return {
      reportNo: row.report_no,
      state: row.state,
      receivedAt: row.received_at,
      sealedAt: row.sealed_at,
      hasReceipt: row.receipt !== null,
      content: await this.vault.open<ReportContent>(manager, contentPlace(row.report_no), row.content_enc),
    };
  }
}

const contentPlace = (reportNo: string) => ({ reportNo, table: 'report', id: reportNo, column: 'content_enc' });
const identityPlace = (reportNo: string) => ({
  reportNo,
  table: 'report',
  id: reportNo,
  column: 'identity_enc',
  part: 'identity' as const,
});
const entryPlace = (reportNo: string, id: string) => ({ reportNo, table: 'report_entry', id, column: 'content_enc' });
