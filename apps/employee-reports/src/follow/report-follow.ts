import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FollowedReport, NamedInReport } from '@huiying/contracts';
import { Clock, Problem } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { ReportAudit } from '../audit/report-audit.js';
import { cleaned } from '../evidence/cleaned-file.js';
import { ReportFiles } from '../evidence/report-files.js';
import { readReceipt } from '../keys/receipt.js';
import { ReportVault } from '../keys/report-vault.js';
import { Openings } from '../openings/openings.js';
import { NamedPersons } from '../people/named-persons.js';
import type { Report } from '../record/report.js';
import { Reports } from '../record/reports.js';

export interface MessageInput {
  text: string;
  named?: NamedInReport[] | undefined;
}

/** The dialogue under number and receipt (access.md §1 reporter, §5). */
@Injectable()
export class ReportFollow {
  constructor(
    private readonly database: DataSource,
    private readonly vault: ReportVault,
    private readonly reports: Reports,
    private readonly files: ReportFiles,
    private readonly named: NamedPersons,
    private readonly openings: Openings,
    private readonly audit: ReportAudit,
    private readonly clock: Clock,
  ) {}

  /** Undefined for a wrong number, a wrong receipt, and a report whose key was destroyed. */
  async read(reportNo: string, typed: string): Promise<FollowedReport | undefined> {
    return this.database.transaction(async (manager) => {
      const report = await this.opened(manager, reportNo, typed);
      return report && this.view(manager, report);
    });
  }

  /** @throws Problem report-sealed (409) after the end */
  async say(reportNo: string, typed: string, { text, named = [] }: MessageInput): Promise<FollowedReport | undefined> {
    return this.database.transaction(async (manager) => {
      const report = await this.opened(manager, reportNo, typed, true);
      if (!report) return undefined;
      demandOpen(report);
      await this.reports.append(manager, reportNo, 'reporter', { text }, this.clock.now());
      await this.audit.record(manager, 'report.message', { reportNo });
      if (named.length > 0) await this.named.add(manager, report, named);
      return this.view(manager, report);
    });
  }

  /**
   * Nothing is unpacked for somebody without the receipt.
   * @throws Problem report-file-type (415), file-damaged, report-file-hidden, report-files-full (422)
   */
  async attach(reportNo: string, typed: string, content: Buffer, asItIs = false): Promise<FollowedReport | undefined> {
    if (!(await this.opened(this.database.manager, reportNo, typed))) return undefined;
    const file = await cleaned(content, asItIs);
    return this.database.transaction(async (manager) => {
      const report = await this.opened(manager, reportNo, typed, true);
      if (!report) return undefined;
      demandOpen(report);
      await this.files.keep(manager, reportNo, file);
      return this.view(manager, report);
    });
  }

  /**
   * One question, one hash and one comparison per live key in any case; with nothing to compare it is held against a dummy. The row is
   * locked only for whoever has the receipt: a lock that somebody else holds would tell that the number exists.
   */
  private async opened(
    manager: EntityManager,
    reportNo: string,
    typed: string,
    lock = false,
  ): Promise<Report | undefined> {
    const [row] = await manager.query<{ receipt: string | null }[]>(
      `SELECT receipt FROM report WHERE report_no = $1 AND state <> 'destroyed'`,
      [reportNo],
    );
    const receipt = readReceipt(typed);
    const kept = Buffer.from((row?.receipt ?? randomBytes(32).toString('hex')).padEnd(64).slice(0, 64));
    const equal = this.vault
      .receiptHashes(reportNo, receipt ?? '0'.repeat(26))
      .map((hash) => timingSafeEqual(Buffer.from(hash.padEnd(64).slice(0, 64)), kept))
      .some(Boolean);
    return equal && row?.receipt && receipt ? this.reports.find(manager, reportNo, lock) : undefined;
  }

  private async view(manager: EntityManager, report: Report): Promise<FollowedReport> {
    const { reportNo } = report;
    const said = await this.reports.entries(manager, reportNo, 'reporter', 'handler');
    const outcome = await this.reports.answers(manager, reportNo, 'give-outcome');
    return {
      reportNo,
      state: outcome ? 'answered' : 'in-progress',
      messages: said.map(({ kind, at, content }) => ({
        from: kind === 'reporter' ? 'reporter' : 'handler',
        text: String(content['text']),
        on: dayOf(at),
      })),
      outcome: outcome
        ? {
            result: String(outcome.content['outcome']),
            advice: String(outcome.content['advice']),
            on: dayOf(outcome.at),
          }
        : null,
      openings: await this.openings.shownToReporter(manager, reportNo),
      files: (await this.files.list(manager, reportNo)).length,
    };
  }
}

function demandOpen({ state }: Report): void {
  if (state !== 'open') throw new Problem('report-sealed', 'conflict');
}
