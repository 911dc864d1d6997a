import { Injectable } from '@nestjs/common';
import { Clock, Logger, RegularLook } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { ReportAudit } from '../audit/report-audit.js';
import { ReportVault } from '../keys/report-vault.js';

/** Years that an archived report is kept; then its keys are destroyed (access.md §3 retention †). */
const YEARS = 3;
/** How often it is looked, on the machine's time; what is due is by the clock of the business. */
const LOOK_MS = 60_000;

/** After the time of keeping nothing of a report can be read again, by anybody, in backups neither: its keys are gone. */
@Injectable()
export class Retention extends RegularLook {
  constructor(
    private readonly database: DataSource,
    private readonly vault: ReportVault,
    private readonly audit: ReportAudit,
    private readonly clock: Clock,
    log: Logger,
  ) {
    super(log, 'retention', LOOK_MS);
  }

  async look(): Promise<void> {
    await this.database.transaction(async (manager) => {
      const now = this.clock.now();
      const due = await manager.query<{ report_no: string }[]>(
        `SELECT report_no FROM report
         WHERE state = 'sealed' AND sealed_at <= $1::timestamptz - $2 * interval '1 year' ORDER BY report_no FOR UPDATE`,
        [now, YEARS],
      );
      for (const { report_no: reportNo } of due) {
        await this.vault.destroy(manager, reportNo, now);
        await manager.query(`UPDATE report SET state = 'destroyed' WHERE report_no = $1`, [reportNo]);
        await this.audit.record(manager, 'report.destroyed', { reportNo });
      }
    });
  }
}
