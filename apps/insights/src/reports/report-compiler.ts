import { Injectable } from '@nestjs/common';
import type { RecurringCause } from '@huiying/contracts';
import { CAUSE_AREA_NAMES } from '@huiying/contracts';
import { Clock, Directory } from '@huiying/platform';
import { endOfDay } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { monthsOf } from '../figures/period.js';
import { ProjectParties } from '../facts/project-parties.js';
import { RecurringCauses } from '../topics/recurring-causes.service.js';
import { type ReportCase, ReportCases } from './report-cases.js';
import { REPORT_KINDS } from './report-kinds.js';
import type { Report, ReportContent, ReportItem } from './report.js';
import { caseTable, monthTable, recurringTable, summaryTable, tablesByCode, unitTable } from './report-tables.js';
import { causeWords, kindWords } from './report-words.js';

/** Gathers what a report says, as things are now: for the draft, and once more when it is delivered. */
@Injectable()
export class ReportCompiler {
  constructor(
    private readonly cases: ReportCases,
    private readonly causes: RecurringCauses,
    private readonly parties: ProjectParties,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Now, or the end of the period once it is over. */
  cutOf({ periodUntil }: Report): Date {
    const end = endOfDay(periodUntil);
    const now = this.clock.now();
    return now < end ? now : end;
  }

  casesOf(manager: EntityManager, report: Report): Promise<ReportCase[]> {
    return this.cases.load(manager, report, this.cutOf(report));
  }

  /** Recurring problems of the report's period (R02.2); none for other reports. */
  async recurringOf({ reportId, unitId, period, periodFrom, periodUntil }: Report): Promise<RecurringCause[]> {
    if (!REPORT_KINDS[reportId].causes) return [];
    return this.causes.of(unitId, { name: period, from: periodFrom, until: periodUntil });
  }

  async content(manager: EntityManager, report: Report): Promise<ReportContent> {
    const kind = REPORT_KINDS[report.reportId];
    if (kind.reach === 'served') await this.parties.refresh(manager, report.periodFrom, report.periodUntil);
    const cases = await this.casesOf(manager, report);
    const recurring = await this.recurringOf(report);
    const months = kind.monthsOf ? monthsOf(report.period.slice(0, 4)) : [];
    const reported = kind.monthsOf ? await this.monthsReported(manager, report, months) : [];
    const missing = months.filter((month) => !reported.includes(month));
    return {
      cases: cases.length,
      tables: [
        summaryTable(cases),
        ...(kind.monthsOf ? [monthTable(months, cases, reported)] : []),
        ...(kind.causes ? [recurringTable(recurring)] : []),
        ...(kind.reach === 'own' ? [] : [unitTable(cases)]),
        ...tablesByCode(cases),
        caseTable(cases),
      ],
      notes: [
        ...(missing.length > 0 ? [`缺少月报：${missing.join('、')}`] : []),
        ...recurring.map(
          ({ area, causeCode, count }) =>
            `普遍性问题：${CAUSE_AREA_NAMES[area].zh}·${causeWords(causeCode)} ${count} 件`,
        ),
      ],
      items: kind.guides ? await this.unitsOf(manager, report, cases) : cases.map(itemOf),
    };
  }

  /** Months of the year whose own report was delivered (R07.11). */
  private async monthsReported(manager: EntityManager, report: Report, months: readonly string[]): Promise<string[]> {
    const rows = await manager.query<{ period: string }[]>(
      `SELECT period FROM report WHERE report_id = $1 AND unit_id = $2 AND state = 'delivered' AND period = ANY ($3)`,
      [REPORT_KINDS[report.reportId].monthsOf, report.unitId, months],
    );
    return rows.map(({ period }) => period);
  }

  /** Whom a region or customer service guides, with complaints or without: projects below (R10.10), property companies served by (R02.1). */
  private async unitsOf(manager: EntityManager, report: Report, cases: readonly ReportCase[]): Promise<ReportItem[]> {
    const { reach } = REPORT_KINDS[report.reportId];
    const known = reach === 'below' ? await this.projectsBelow(report.unitId) : await this.companiesOf(manager, report);
    const guided = [...known, ...cases.map(({ orgId }) => orgId)];
    const ids = [...new Set(guided)].filter((id) => id !== report.unitId && id !== report.orgId).sort();
    const units = await Promise.all(ids.map((id) => this.directory.unit(id)));
    return units.flatMap((unit) => {
      if (!unit) return [];
      const count = cases.filter(({ orgId }) => orgId === unit.id).length;
      return [{ id: unit.id, label: `${unit.name}：投诉 ${count} 件` }];
    });
  }

  private async companiesOf(manager: EntityManager, { unitId }: Report): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT property_company_id AS id FROM case_fact WHERE developer_id = $1 AND property_company_id IS NOT NULL`,
      [unitId],
    );
    return rows.map(({ id }) => id);
  }

  private async projectsBelow(unitId: string): Promise<string[]> {
    const organisations = await this.directory.organisations();
    const below: string[] = [];
    for (const { id, orgType } of organisations) {
      if (orgType !== 'developer') continue;
      if ((await this.directory.unitsAbove(id)).some((above) => above.id === unitId)) below.push(id);
    }
    return below;
  }
}

function itemOf(one: ReportCase): ReportItem {
  return { id: one.caseNo, label: `${one.caseNo} ${kindWords(one.kind)}` };
}
