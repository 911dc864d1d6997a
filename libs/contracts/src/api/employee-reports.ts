import type { Name, ReportForm } from '../codes/index.js';
import type { TaskDraft } from './tasks.js';

/** Somebody whom a report names: by id, by name, or everybody of a unit. They and all who work below them are kept out (R05.7). */
export interface NamedInReport {
  personId?: string;
  name?: string;
  unit?: string;
}

/** `POST /api/portal/reports`. Everything but the description and the word who is named may be left out. */
export interface FileReport {
  description: string;
  evidence?: string;
  reportForm?: ReportForm;
  organisationId?: string;
  unitId?: string;
  /** Empty: nobody, or nobody whom the reporter knows. */
  named: NamedInReport[];
  tellBy?: 'online' | 'in-person';
  identity?: ReporterIdentity;
}

/** Who reports, under a key of its own; `GET /api/jb/reports/{no}/identity` once it was released. */
export interface ReporterIdentity {
  name?: string;
  phone?: string;
  email?: string;
  /** Address, department: as it was given. */
  more?: string;
}

/** Shown once and kept nowhere in the clear. */
export interface ReportReceipt {
  reportNo: string;
  receipt: string;
}

/** `GET /api/portal/reports/{no}` with header `X-Tracking-Code`. Days, not hours: a time tells who was on duty. */
export interface FollowedReport {
  reportNo: string;
  state: 'in-progress' | 'answered';
  messages: { from: 'reporter' | 'handler'; text: string; on: string }[];
  outcome: { result: string; advice: string; on: string } | null;
  /** Somebody was shown who reports, or opened the report in an emergency. */
  openings: { kind: 'identity' | 'emergency'; on: string }[];
  files: number;
}

/** `GET /api/jb/reports`: those that the caller handles. */
export interface ReportLine {
  reportNo: string;
  receivedOn: string;
  state: 'open' | 'sealed';
}

/** `GET /api/jb/reports/{no}`: everything that handlers read; who reports is 「举报人」. */
export interface ReportSheet extends ReportLine {
  reportForm: ReportForm;
  description: string;
  evidence: string;
  tellBy: string;
  named: string[];
  /** What was done and said, oldest first, as plain lines. */
  record: { title: Name; on: string; text: string }[];
  files: ReportFile[];
  /** What is to be done now and by whom, for the report-custodian and the management that supervises; absent for other handlers. */
  steps?: ReportStep[];
}

/** An open step of a report, the longest open first. */
export interface ReportStep {
  /** Of the task. */
  id: string;
  name: Name;
  /** Name and unit of whoever has it; empty: nobody is left. */
  holders: string[];
  /** ISO 8601 */
  since: string;
  /** ISO 8601; null: no limit. */
  dueAt: string | null;
  overdue: boolean;
}

/** `POST /api/jb/reports/{no}/handlers`: a step that stands still goes to another person. */
export interface ReportHandOver {
  taskId: string;
  personId: string;
}

/** A file of a report: its number, and what its bytes are. */
export interface ReportFile {
  n: number;
  contentType: string;
  /** As it was sent, because the reporter said so: whose it was may stand in it. */
  original: boolean;
}

/** `GET /api/jb/tasks`: the caller's open tasks. */
export interface ReportTaskRow {
  id: string;
  reportNo: string;
  element: string;
  name: Name;
  /** ISO 8601; null: no limit. */
  dueAt: string | null;
  overdue: boolean;
}

/** `GET /api/jb/tasks/{id}`: with the form-js schema and what the form starts with. */
export interface ReportTaskSheet extends ReportTaskRow {
  form: Record<string, unknown>;
  data: Record<string, unknown>;
  /** What the caller wrote and has not sent; kept by the server alone, never by the browser. */
  draft?: TaskDraft;
  /** The model asks for 核对: the answers are read once more before they are sent. */
  review: boolean;
}

/** `GET /api/jb/openings`: requests as custodians see them: neither number nor content, nor whether there is anything to release. */
export interface OpeningRequest {
  id: string;
  kind: 'identity' | 'emergency';
  reason: string;
  askedOn: string;
  approvals: number;
}
