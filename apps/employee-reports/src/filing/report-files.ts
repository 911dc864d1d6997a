import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { ReportVault } from '../keys/report-vault.js';
import type { CleanedFile } from './cleaned-file.js';

const FILES_PER_REPORT = 20;

interface Row {
  id: string;
  n: number;
  content_type: string;
  content_enc: string;
}

/** Files of reports: numbered, nameless, sealed by the report's key. */
@Injectable()
export class ReportFiles {
  constructor(private readonly vault: ReportVault) {}

  /** @throws Problem report-files-full (422) */
  async keep(manager: EntityManager, reportNo: string, file: CleanedFile): Promise<number> {
    const [held] = await manager.query<{ n: number }[]>(
      `SELECT coalesce(max(n), 0) AS n FROM report_file WHERE report_no = $1`,
      [reportNo],
    );
    const n = (held?.n ?? 0) + 1;
    if (n > FILES_PER_REPORT) throw new Problem('report-files-full', 'rejected');
    const id = randomUUID();
    const sealed = await this.vault.sealBytes(manager, placeOf(reportNo, id), file.content);
    await manager.query(
      `INSERT INTO report_file (id, report_no, n, content_type, content_enc) VALUES ($1, $2, $3, $4, $5)`,
      [id, reportNo, n, file.contentType, sealed],
    );
    return n;
  }

  async list(manager: EntityManager, reportNo: string): Promise<{ n: number; contentType: string }[]> {
    const rows = await manager.query<Row[]>(`SELECT n, content_type FROM report_file WHERE report_no = $1 ORDER BY n`, [
      reportNo,
    ]);
    return rows.map(({ n, content_type: contentType }) => ({ n, contentType }));
  }

  async read(manager: EntityManager, reportNo: string, n: number): Promise<CleanedFile | undefined> {
    const [row] = await manager.query<Row[]>(
      `SELECT id, n, content_type, content_enc FROM report_file WHERE report_no = $1 AND n = $2`,
      [reportNo, n],
    );
    if (!row) return undefined;
    const content = await this.vault.openBytes(manager, placeOf(reportNo, row.id), row.content_enc);
    return { contentType: row.content_type, content };
  }
}

const placeOf = (reportNo: string, id: string) => ({ reportNo, table: 'report_file', id, column: 'content_enc' });
