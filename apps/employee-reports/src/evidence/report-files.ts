import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReportFile } from '@huiying/contracts';
import { Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { ReportVault } from '../keys/report-vault.js';
import type { CleanedFile } from './cleaned-file.js';

/** Of one report, together (access.md §7 "uploads"). */
export const FILES_PER_REPORT = 40;
export const BYTES_PER_REPORT = 300 * 1024 * 1024;

interface Row {
  id: string;
  n: number;
  content_type: string;
  content_enc: string;
  original: boolean;
}

/** Files of reports: numbered, nameless, sealed by the report's key. */
@Injectable()
export class ReportFiles {
  constructor(private readonly vault: ReportVault) {}

  /** @throws Problem report-files-full (422) */
  async keep(manager: EntityManager, reportNo: string, file: CleanedFile): Promise<number> {
    const [held] = await manager.query<{ files: number; bytes: string; last: number }[]>(
      `SELECT count(*)::int AS files, coalesce(sum(bytes), 0) AS bytes, coalesce(max(n), 0) AS last
       FROM report_file WHERE report_no = $1`,
      [reportNo],
    );
    const { files = 0, bytes = '0', last = 0 } = held ?? {};
    if (files >= FILES_PER_REPORT || Number(bytes) + file.content.length > BYTES_PER_REPORT)
      throw new Problem('report-files-full', 'rejected');
    const id = randomUUID();
    const sealed = await this.vault.sealBytes(manager, placeOf(reportNo, id), file.content);
    await manager.query(
      `INSERT INTO report_file (id, report_no, n, content_type, content_enc, bytes, original)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, reportNo, last + 1, file.contentType, sealed, file.content.length, file.original],
    );
    return last + 1;
  }

  async list(manager: EntityManager, reportNo: string): Promise<ReportFile[]> {
    const rows = await manager.query<Row[]>(
      `SELECT n, content_type, original FROM report_file WHERE report_no = $1 ORDER BY n`,
      [reportNo],
    );
    return rows.map(({ n, content_type: contentType, original }) => ({ n, contentType, original }));
  }

  async read(manager: EntityManager, reportNo: string, n: number): Promise<CleanedFile | undefined> {
    const [row] = await manager.query<Row[]>(
      `SELECT id, n, content_type, content_enc, original FROM report_file WHERE report_no = $1 AND n = $2`,
      [reportNo, n],
    );
    if (!row) return undefined;
    const content = await this.vault.openBytes(manager, placeOf(reportNo, row.id), row.content_enc);
    return { contentType: row.content_type, content, original: row.original };
  }
}

const placeOf = (reportNo: string, id: string) => ({ reportNo, table: 'report_file', id, column: 'content_enc' });
