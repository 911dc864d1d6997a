import { Injectable } from '@nestjs/common';
import type {
  NamedInReport,
  ReporterIdentity,
  ReportHandOver,
  ReportLine,
  ReportSheet,
  TaskPerson,
} from '@huiying/contracts';
import { Clock, Problem, type StaffSubject } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { ReportAudit, type ReportEvent } from '../audit/report-audit.js';
import type { CleanedFile } from '../evidence/cleaned-file.js';
import { ReportFiles } from '../evidence/report-files.js';
import { Openings } from '../openings/openings.js';
import { Handlers } from '../people/handlers.js';
import { NamedPersons } from '../people/named-persons.js';
import { StaffLines } from '../people/staff-lines.js';
import { entryText } from '../record/entry-text.js';
import type { Report } from '../record/report.js';
import { Reports } from '../record/reports.js';
import { stepName } from '../record/step-names.js';
import { ReportSteps } from './report-steps.js';

/** Reports for those who handle them; for everybody else there is none (access.md §0.7). */
@Injectable()
export class ReportDeskView {
  constructor(
    private readonly database: DataSource,
    private readonly reports: Reports,
    private readonly handlers: Handlers,
    private readonly files: ReportFiles,
    private readonly named: NamedPersons,
    private readonly staff: StaffLines,
    private readonly openings: Openings,
    private readonly steps: ReportSteps,
    private readonly audit: ReportAudit,
    private readonly clock: Clock,
  ) {}

  async mine({ personId }: StaffSubject): Promise<ReportLine[]> {
    return this.database.transaction(async (manager) => {
      const lines: ReportLine[] = [];
      for (const reportNo of await this.handlers.reportsOf(manager, personId)) {
        const report = await this.reports.find(manager, reportNo);
        if (report) lines.push(lineOf(report));
      }
      return lines;
    });
  }

  async read(reportNo: string, caller: StaffSubject): Promise<ReportSheet> {
    return this.asHandler(reportNo, caller, 'report.read', async (manager, report) => {
      const { reportForm, description, evidence, tellBy, namedIds, namedTexts } = report.content;
      const entries = await this.reports.entries(manager, reportNo);
      const steps = await this.steps.of(manager, report, caller.personId);
      return {
        ...lineOf(report),
        reportForm,
        description,
        evidence,
        tellBy,
        named: [...(await this.staff.names(namedIds)), ...namedTexts],
        record: entries
          .filter(({ kind }) => kind !== 'named')
          .map(({ kind, at, content }) => ({
            title: stepName(kind.replace(/^form:/, '')),
            on: dayOf(at),
            text: entryText(content),
          })),
        files: await this.files.list(manager, reportNo),
        ...(steps && { steps }),
      };
    });
  }

  async file(reportNo: string, n: number, caller: StaffSubject): Promise<CleanedFile> {
    const file = await this.asHandler(reportNo, caller, 'report.file-read', (manager) =>
      this.files.read(manager, reportNo, n),
    );
    if (!file) throw new Problem('not-found', 'missing');
    return file;
  }

  /** @throws Problem report-sealed (409) */
  async say(reportNo: string, text: string, caller: StaffSubject): Promise<void> {
    await this.asHandler(reportNo, caller, 'report.message', async (manager, report) => {
      demandOpen(report);
      await this.reports.append(manager, reportNo, 'handler', { text }, this.clock.now());
    });
  }

  /** A name that comes up later: whoever it concerns is out from the next request on. @throws Problem report-sealed (409) */
  async name(reportNo: string, persons: NamedInReport[], caller: StaffSubject): Promise<void> {
    await this.asHandler(reportNo, caller, undefined, async (manager, report) => {
      demandOpen(report);
      await this.named.add(manager, report, persons, caller.personId);
    });
  }

  /** Whom a step may be given to. @throws Problem not-found for whoever does not oversee the case */
  async people(reportNo: string, caller: StaffSubject): Promise<TaskPerson[]> {
    return this.asHandler(reportNo, caller, undefined, (manager, report) =>
      this.steps.offered(manager, report, caller.personId),
    );
  }

  /** @throws Problem not-found · handler-excluded (422) */
  async handOver(reportNo: string, given: ReportHandOver, caller: StaffSubject): Promise<void> {
    await this.asHandler(reportNo, caller, undefined, (manager, report) =>
      this.steps.handOver(manager, report, given, caller.personId),
    );
  }

  async askIdentity(reportNo: string, reason: string, caller: StaffSubject): Promise<void> {
    await this.asHandler(reportNo, caller, undefined, (manager) =>
      this.openings.askIdentity(manager, reportNo, caller.personId, reason),
    );
  }

  /** @throws Problem not-found while it was not released to the caller */
  async identity(reportNo: string, caller: StaffSubject): Promise<ReporterIdentity> {
    const identity = await this.asHandler(reportNo, caller, undefined, (manager) =>
      this.openings.identity(manager, reportNo, caller.personId),
    );
    if (!identity) throw new Problem('not-found', 'missing');
    return identity;
  }

  /** Refused and audited for anybody else, by the words and size of a number that is none (R05.8). */
  private async asHandler<T>(
    reportNo: string,
    caller: StaffSubject,
    event: ReportEvent | undefined,
    work: (manager: EntityManager, report: Report) => Promise<T>,
  ): Promise<T> {
    const { personId } = caller;
    const done = await this.database.transaction(async (manager) => {
      const report = await this.reports.find(manager, reportNo, true);
      if (!report || !(await this.mayRead(manager, reportNo, personId))) {
        await this.audit.record(manager, 'report.refused', { reportNo: reportNo.slice(0, 64), personId });
        return undefined;
      }
      if (event) await this.audit.record(manager, event, { reportNo, personId });
      return { value: await work(manager, report) };
    });
    if (!done) throw new Problem('not-found', 'missing');
    return done.value;
  }

  private async mayRead(manager: EntityManager, reportNo: string, personId: string): Promise<boolean> {
    return (
      (await this.handlers.handles(manager, reportNo, personId)) ||
      this.openings.isOpenedBy(manager, reportNo, personId)
    );
  }
}

function lineOf({ reportNo, receivedAt, state }: Report): ReportLine {
  return { reportNo, receivedOn: dayOf(receivedAt), state: state === 'open' ? 'open' : 'sealed' };
}

function demandOpen({ state }: Report): void {
  if (state !== 'open') throw new Problem('report-sealed', 'conflict');
}
