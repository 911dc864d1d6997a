import type { ReportId, ReportTable } from '@huiying/contracts';
import type { OrgType } from '@huiying/platform';

/** A report of a unit about a period, as its process carries it. */
export interface Report {
  reportNo: string;
  reportId: ReportId;
  unitId: string;
  orgId: string;
  orgType: OrgType;
  period: string;
  periodFrom: string;
  periodUntil: string;
  dueOn: string;
  compilerGroup: string;
}

/** What decisions and minutes go through one by one: a case, or a unit that is guided. */
export interface ReportItem {
  /** Case number or unit id. */
  id: string;
  /** As the form shows it. */
  label: string;
}

/** Everything a report says but what people write. */
export interface ReportContent {
  cases: number;
  tables: ReportTable[];
  /** What the compiler must know: months without a report, recurring problems. */
  notes: string[];
  items: ReportItem[];
}
