import { Injectable } from '@nestjs/common';
import type { NamedInReport, ReporterIdentity, ReportReceipt } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { newReportNo } from '@huiying/service';
import { DataSource, type EntityManager } from 'typeorm';
import { ReportAudit } from '../audit/report-audit.js';
import { newReceipt } from '../keys/receipt.js';
import { ReportVault } from '../keys/report-vault.js';
import { NamedPersons } from '../people/named-persons.js';
import { StaffLines } from '../people/staff-lines.js';
import type { ReportContent } from '../record/report.js';
import { Reports } from '../record/reports.js';

/** What somebody files, as far as it goes into the record. */
export interface Filing extends Pick<
  ReportContent,
  'orgId' | 'unitId' | 'reportForm' | 'description' | 'evidence' | 'tellBy'
> {
  named: NamedInReport[];
  identity: ReporterIdentity;
}

/** Registers reports (R05.1, R05.2): named persons are known before anything is stored. */
@Injectable()
export class ReportDesk {
  constructor(
    private readonly database: DataSource,
    private readonly outbox: Outbox,
    private readonly vault: ReportVault,
    private readonly reports: Reports,
    private readonly named: NamedPersons,
    private readonly staff: StaffLines,
    private readonly audit: ReportAudit,
    private readonly clock: Clock,
  ) {}

  async file(filing: Filing): Promise<ReportReceipt> {
    const reportNo = newReportNo();
    const receipt = newReceipt();
    const content = await this.contentOf(filing);
    await this.database.transaction(async (manager) => {
      await this.reports.insert(manager, {
        reportNo,
        receivedAt: this.clock.now(),
        receiptHash: this.vault.receiptHash(reportNo, receipt),
        content,
        identity: filing.identity,
      });
      await this.audit.record(manager, 'report.filed', { reportNo });
      await this.registered(manager, reportNo, content.orgId, { route: 'report.file' });
      await this.outbox.message(manager, {
        name: 'start-employee-report',
        correlationKey: reportNo,
        // No trace id: it would lead from the engine to the request of whoever filed.
        variables: { subjectNo: reportNo, reportNo, reportForm: content.reportForm, traceparent: undefined },
        startsProcess: 'employee-report',
      });
    });
    return { reportNo, receipt };
  }

  async contentOf({ named, identity, ...content }: Filing): Promise<ReportContent> {
    const reporterIds = identity.name ? await this.staff.meant({ name: identity.name }) : [];
    return { ...content, ...(await this.named.read(named)), reporterIds };
  }

  /** Restricted: the number, the day and the group; nothing says whose organisation it is (events.md §2). */
  async registered(
    manager: EntityManager,
    reportNo: string,
    orgId: string,
    cause: { route: 'report.file' } | { job: 'employee-reports.acknowledge-report' },
  ): Promise<void> {
    await this.outbox.event(manager, {
      type: 'employee-report.registered',
      subject: reportNo,
      orgId: await this.staff.topOf(orgId),
      actorId: 'system',
      cause,
      data: { reportNo },
    });
  }
}
