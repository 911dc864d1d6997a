import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { ReportVault } from '../keys/report-vault.js';

/** One writer of the chain at a time: entries are few, and each follows the one before at once. */
const LOCK = `hashtextextended('huiying:employee-reports:audit', 0)`;
const ORIGIN = '0'.repeat(64);

/** Names of what happened; nothing else of an entry is readable without the keys (access.md §5). */
export type ReportEvent =
  | 'report.filed'
  | 'report.taken-over'
  | 'answers.moved'
  | 'report.listed'
  | 'report.read'
  | 'report.refused'
  | 'report.file-read'
  | 'report.message'
  | 'report.named'
  | 'report.sealed'
  | 'report.destroyed'
  | 'handler.picked'
  | 'handler.replaced'
  | 'handler.named'
  | 'task.completed'
  | 'task.refused'
  | 'identity.asked'
  | 'identity.released'
  | 'identity.read'
  | 'emergency.asked'
  | 'emergency.opened';

/** Who did it to which report: sealed under the audit's own key. */
export interface ReportAuditEntry {
  reportNo?: string;
  /** Person id; absent: the reporter or the service itself. */
  personId?: string;
  /** Code, or a reason given. */
  reason?: string;
}

interface Row {
  seq: string;
  at: Date;
  event: string;
  entry_enc: string;
  prev: string;
  hash: string;
}

/** The audit of employee reports by itself: append-only, hash-chained over the sealed entries. */
@Injectable()
export class ReportAudit {
  constructor(
    private readonly vault: ReportVault,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the act: no act without its entry. */
  async record(manager: EntityManager, event: ReportEvent, entry: ReportAuditEntry): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const [last] = await manager.query<Pick<Row, 'seq' | 'hash'>[]>(
      `SELECT seq, hash FROM report_audit ORDER BY seq DESC LIMIT 1`,
    );
    const seq = String(Number(last?.seq ?? 0) + 1);
    const row: Omit<Row, 'hash'> = {
      seq,
      at: this.clock.now(),
      event,
      entry_enc: await this.vault.sealAudit(manager, seq, entry),
      prev: last?.hash ?? ORIGIN,
    };
    await manager.query(
      `INSERT INTO report_audit (seq, at, event, entry_enc, prev, hash) VALUES ($1, $2, $3, $4, $5, $6)`,
      [row.seq, row.at, row.event, row.entry_enc, row.prev, hashOf(row)],
    );
  }

  /** First entry that does not follow from the one before it; undefined: the chain holds. */
  async firstFault(manager: EntityManager): Promise<number | undefined> {
    const rows = await manager.query<Row[]>(`SELECT * FROM report_audit ORDER BY seq`);
    let prev = ORIGIN;
    for (const [index, row] of rows.entries()) {
      const intact = Number(row.seq) === index + 1 && row.prev === prev && row.hash === hashOf(row);
      if (!intact) return index + 1;
      prev = row.hash;
    }
    return undefined;
  }

  /** Entries about one report, oldest first. */
  async of(manager: EntityManager, reportNo: string): Promise<(ReportAuditEntry & { event: string; at: Date })[]> {
    const rows = await manager.query<Row[]>(`SELECT * FROM report_audit ORDER BY seq`);
    const entries = [];
    for (const { seq, event, at, entry_enc: sealed } of rows) {
      const entry = await this.vault.openAudit<ReportAuditEntry>(manager, seq, sealed);
      if (entry.reportNo === reportNo) entries.push({ ...entry, event, at });
    }
    return entries;
  }
}

function hashOf({ seq, at, event, entry_enc: sealed, prev }: Omit<Row, 'hash'>): string {
  return createHash('sha256').update([prev, seq, at.toISOString(), event, sealed].join('\n')).digest('hex');
}
