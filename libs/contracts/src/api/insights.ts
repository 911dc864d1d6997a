import type { CauseArea, ReportId } from '../codes/index.js';
import type { Bilingual } from './portal.js';

/** Insights (console.md §10): figures of a unit and a period. `GET /api/insights/*?unit=&period=2026-03`. */

/** A count that may be shown, or that it is below the number under which a person could be recognised (「少于 5」). */
export type ShownCount = { count: number } | { fewerThan: number };

/** Percentages have one digit, the rate two; null = nothing to count, or not available. */
export interface OverviewFigures {
  /** Complaints; suggestions, inquiries and repair orders are not among them (R13.2). */
  received: number;
  suggestions: number;
  answered: number;
  late: number;
  onTimePercent: number | null;
  rated: number;
  satisfied: number;
  satisfiedPercent: number | null;
  valid: number;
  invalid: number;
  open: number;
  overdue: number;
  paused: number;
  households: number | null;
  /** Percent (R13.8). */
  validComplaintRate: number | null;
}

/** `GET /api/insights/overview` */
export interface InsightsOverview {
  unitId: string;
  period: string;
  from: string;
  until: string;
  /** 数据截至. */
  asOf: string;
  now: OverviewFigures;
  before: OverviewFigures;
  byKind: { kind: string | null; count: number }[];
  byStore: { unitId: string; name: string; count: ShownCount }[];
  /** Employee reports and supervisions of the year: one figure, at the group alone. */
  sealed: { kind: string; year: number; count: ShownCount }[];
}

/** `GET /api/insights/units`: for the choice of the page. */
export interface InsightsUnits {
  items: { id: string; name: string }[];
}

/** `PUT /api/insights/households` */
export interface HouseholdsInput {
  unitId: string;
  /** `yyyy-MM-dd` */
  validFrom: string;
  households: number;
}

/** One step of a process; seconds are means per task, null where few tasks would show a person. */
export interface ElementAnalysis {
  element: string;
  /** As the model in force names it. */
  name: string;
  tasks: ShownCount;
  open: ShownCount;
  waitedSeconds: number | null;
  workedSeconds: number | null;
  handOvers: ShownCount;
  repeats: ShownCount;
}

/** `GET /api/insights/processes` (R06.1) */
export interface ProcessAnalysis {
  period: string;
  from: string;
  until: string;
  processes: {
    process: string;
    /** All tasks together. */
    waitedSeconds: number | null;
    totalSeconds: number | null;
    waitPercent: number | null;
    elements: ElementAnalysis[];
  }[];
}

/** `GET /api/insights/hot-topics` (R06.5), the newest first. */
export interface HotTopics {
  items: HotTopic[];
}

export interface HotTopic {
  hotTopicId: string;
  /** Word of the list, or name of a cause. */
  word: string;
  orgId: string;
  organisation: string;
  projectId: string | null;
  project: string | null;
  from: string;
  to: string;
  count: number;
  before: number;
  detectedAt: string;
}

/** `GET /api/insights/recurring` (R02.2) */
export interface RecurringCauses {
  period: string;
  from: string;
  until: string;
  recurringFrom: number;
  items: RecurringCause[];
}

export interface RecurringCause {
  area: CauseArea;
  causeCode: string;
  count: number;
}

/** `GET /api/insights/reports?cursor=&unread=true`: reports of units that the caller reads, or that were delivered to a post of theirs. */
export interface ReportList {
  items: ReportRow[];
  next: string | null;
}

export interface ReportRow {
  reportNo: string;
  reportId: ReportId;
  title: Bilingual;
  unitId: string;
  unit: string;
  period: string;
  dueOn: string;
  state: 'draft' | 'reviewed' | 'delivered';
  cases: number;
  deliveredAt: string | null;
  /** Of the files, hex; null before delivery. */
  pdfSha256: string | null;
  xlsxSha256: string | null;
  /** Delivered to a post of the caller's, who has not opened it yet. */
  unread: boolean;
}

/** `GET /api/insights/reports/{reportNo}` */
export interface ReportView extends ReportRow {
  tables: ReportTable[];
  /** What its compiler wrote; null before delivery. */
  texts: { analysis: string; advice: string; followUp: string } | null;
  recipients: { role: string; unitId: string; copies: number }[];
  meetingOn: string | null;
}

export interface ReportTable {
  title: string;
  columns: string[];
  rows: (string | number | null)[][];
}

/** `POST /api/insights/surveys` (R12.7) → 201 */
export interface SurveyInput {
  /** Organisation that is surveyed; the caller's own unless said. */
  unitId?: string;
  /** Cases answered from and until these days are asked about; the last twelve months unless said. */
  from?: string;
  until?: string;
}

export interface SurveyStarted {
  surveyNo: string;
}

/** `POST /api/portal/questionnaires`: answers a questionnaire once. 404 for a code that is wrong, used or too late alike. */
export interface QuestionnaireInput {
  code: string;
  /** 1 very dissatisfied … 5 very satisfied */
  score: number;
  opinion?: string;
  expectation?: string;
}

/** `POST /internal/report-notices` of intake → 204: tells the holders of posts that a report is there; once for each report. */
export interface ReportNoticeInput {
  reportNo: string;
  /** Unit, report and period in words, at most 200 characters: no figure, no person. */
  title: string;
  /** At most 500. */
  recipients: { role: string; unitId: string }[];
}

/** `POST /internal/cases/{caseNo}/questionnaires` of intake: sends the one-time code to the complainant's address. */
export interface QuestionnaireSent {
  sent: boolean;
}

/**
 * `GET /internal/findings/{originNo}` of insights: what a survey or a report found, for the forms of what comes of it (R02.2, R03.9).
 * A survey's number, a report's, or that of one recurring cause of a report (`<reportNo>:<area>.<causeCode>`). Figures and what the
 * analyst wrote; nothing of who said what.
 */
export interface InternalFinding {
  /** What found it: 满意度调查, or the report's name. */
  title: string;
  /** Name of the organisation or unit that it is about. */
  unit: string;
  /** As people read it. */
  period: string;
  /** What was found, in the order in which it is shown; texts may have several lines. */
  found: { label: string; value: string }[];
}
