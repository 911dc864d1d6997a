import { Injectable } from '@nestjs/common';
import type { TaskDraft } from '@huiying/contracts';
import { Clock, Problem } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { ReportVault } from '../keys/report-vault.js';
import type { ReportTask } from './report-tasks.js';

interface Row {
  data_enc: string;
  version: number;
  saved_at: Date;
  person_blind: string;
}

/**
 * What a handler wrote and has not sent, sealed by the report's own key. Only who wrote it reads it: another handler begins anew, for the
 * one before may have been named since.
 */
@Injectable()
export class ReportDrafts {
  constructor(
    private readonly vault: ReportVault,
    private readonly clock: Clock,
  ) {}

  async of(manager: EntityManager, task: ReportTask, personId: string): Promise<TaskDraft | undefined> {
    const row = await this.row(manager, task, personId);
    if (!row) return undefined;
    const data = await this.vault.open<TaskDraft['data']>(manager, placeOf(task), row.data_enc);
    return { data, version: row.version, savedAt: toLocalIso(row.saved_at) };
  }

  /** @throws Problem draft-outdated (409) when another window saved since `based` */
  async keep(
    manager: EntityManager,
    task: ReportTask,
    personId: string,
    { data, version: based }: { data: Record<string, unknown>; version?: number | undefined },
  ): Promise<TaskDraft> {
    const before = await this.row(manager, task, personId);
    if (before && based !== undefined && based !== before.version) throw new Problem('draft-outdated', 'conflict');
    const version = (before?.version ?? 0) + 1;
    const at = this.clock.now();
    await manager.query(
      `INSERT INTO report_draft (task_id, report_no, person_blind, data_enc, version, saved_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (task_id) DO UPDATE SET person_blind = excluded.person_blind, data_enc = excluded.data_enc,
         version = excluded.version, saved_at = excluded.saved_at`,
      [
        task.id,
        task.reportNo,
        this.vault.personBlind(personId),
        await this.vault.seal(manager, placeOf(task), data),
        version,
        at,
      ],
    );
    return { data, version, savedAt: toLocalIso(at) };
  }

  private async row(manager: EntityManager, task: ReportTask, personId: string): Promise<Row | undefined> {
    const [row] = await manager.query<Row[]>(
      `SELECT data_enc, version, saved_at, person_blind FROM report_draft WHERE task_id = $1 AND person_blind = ANY ($2)`,
      [task.id, this.vault.personBlinds(personId)],
    );
    return row;
  }
}

const placeOf = ({ id, reportNo }: ReportTask) => ({ reportNo, table: 'report_draft', id, column: 'data_enc' });
