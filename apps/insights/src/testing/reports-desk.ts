import type { PreventiveAction, ReportId, ReportList, ReportView } from '@huiying/contracts';
import { CompileReportWorker } from '../reports/compile-report.worker.js';
import { DeliverReportWorker } from '../reports/deliver-report.worker.js';
import type { Insights } from './insights-harness.js';

/** What a compiler writes. */
export const SAID = { analysis: '本月以渗水为主。', advice: '加强外墙检查。' };

/** A report of a unit about days; March 2026 of FH01 unless said. */
export interface GivenReport {
  unitId?: string;
  orgId?: string;
  orgType?: string;
  period?: string;
  from?: string;
  until?: string;
  compilerGroup?: string;
}

/** Reports as their process makes them, and as people read them. */
export function reportsDesk(open: () => Insights) {
  /** The report that its schedule started; answers its number. */
  async function compiled(reportId: ReportId, given: GivenReport = {}): Promise<string> {
    const { unitId = 'FH01', orgId = unitId, orgType = 'developer', period = '2026-03' } = given;
    open().subjectNo = `${reportId}:${unitId}:${period}`;
    const until = given.until ?? '2026-03-31';
    await open().job(CompileReportWorker, 'insights.compile-report', {
      ...{ orgId, orgType, unitId, period, periodFrom: given.from ?? '2026-03-01', periodUntil: until, dueOn: until },
      ...{ reportId, compilerGroup: given.compilerGroup ?? 'sales-lead', caseNo: null },
    });
    return open().subjectNo;
  }

  /** Edited and delivered. */
  async function delivered(
    reportId: ReportId,
    to: { recipients: string[]; copies?: string[] },
    given: GivenReport = {},
    said: Record<string, unknown> = SAID,
  ): Promise<PreventiveAction[]> {
    const { unitId = 'FH01', orgId = unitId, orgType = 'developer', period = '2026-03' } = given;
    const outcomeId = await open().complete('periodic-report--edit', said, { actorId: 'lead' });
    const output = await open().job(DeliverReportWorker, 'insights.deliver-report', {
      ...{ orgId, orgType, unitId, period, periodFrom: given.from ?? '2026-03-01', caseNo: null, copies: [] },
      ...{ periodUntil: given.until ?? '2026-03-31', reportId, compilerGroup: 'sales-lead', outcomeId },
      ...to,
    });
    return (output as { actions: PreventiveAction[] }).actions;
  }

  /** The register names who shares the project 石榴湾. */
  function linked(): void {
    const parties = { projectId: 'p1', developer: 'FH01', propertyCompany: 'WY01' };
    open().neighbours.projects.set('石榴湾', parties as never);
  }

  const reports = async (login: string) => (await open().as<ReportList>(login, 'GET', '/api/insights/reports')).body;
  const view = (login: string, reportNo: string) =>
    open().as<ReportView>(login, 'GET', `/api/insights/reports/${reportNo}`);

  async function file(login: string, reportNo: string, kind: 'xlsx' | 'pdf') {
    const response = await fetch(`${open().service.url}/api/insights/reports/${reportNo}/report.${kind}`, {
      headers: { authorization: `Bearer ${await open().service.token(login)}` },
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  return { compiled, delivered, linked, reports, view, file };
}
