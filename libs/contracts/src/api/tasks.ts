/**
 * What the tasklist says over HTTP: user tasks, limits, calendar (architecture.md §4, §5, §7, console.md §0.2, §4).
 * Instants are ISO 8601 with offset (+08:00), days `YYYY-MM-DD`, durations in whole seconds, amounts in the unit beside them.
 */

/** Unit of a budget: calendar day, statutory working day, elapsed hour, the day itself, a date that somebody set. */
export type LimitUnit = 'd' | 'wd' | 'h' | 'same-day' | 'date';

/** running until it is paused, met, missed, replaced by a new date, or ended with its subject (`ended`). */
export type DeadlineState = 'running' | 'paused' | 'met' | 'missed' | 'replaced' | 'ended';

/** What is left of a limit, rounded to what a person says; negative once it is missed (amount −1, unit d = one day over). */
export interface RemainingTime {
  amount: number;
  unit: 'd' | 'wd' | 'h' | 'min';
}

/** A limit as a row shows it: the server computes time, the browser only words it (console.md §0.2). */
export interface DeadlineView {
  limitId: string;
  dueAt: string;
  state: DeadlineState;
  remaining: RemainingTime;
  /** 0 at the start, 1 at the end, above 1 when missed; pauses do not count. */
  usedRatio: number;
  /** Code of what the clock waits for, `supplement` for the complainant; only while paused. */
  pausedFor?: string;
  /** The end before the last extension or agreed date. */
  extended?: { previousDueAt: string; byDays?: number };
  /** True while holidays of a year that the limit reaches into are not announced. */
  provisional?: boolean;
  /** Set while the clock has not begun: came in outside office hours (R09.9). */
  startsAt?: string;
  /** Of a missed limit: when it was done after all, ended with its subject or went its other path; absent while it is owed. */
  settledAt?: string;
}

/** One row of `GET /api/cases/{caseNo}/deadlines`. */
export interface CaseDeadline extends DeadlineView {
  id: string;
  /** The case, or a request, measure or change of it that has its own limits. */
  subjectNo: string;
  n: number;
  startedAt: string;
  budget: { amount: number | null; unit: LimitUnit };
  calendarVersion: string;
  onMissed: 'path' | 'escalate';
  steps: DeadlineStepView[];
}

/** One kept step of a limit; `by` is a person id, or `clock`, `system`, `complainant`. */
export interface DeadlineStepView {
  kind:
    'started' | 'warned' | 'paused' | 'resumed' | 'extended' | 'replaced' | 'recomputed' | 'met' | 'missed' | 'ended';
  at: string;
  by: string;
  dueAt: string;
  calendarVersion: string;
}

export type TaskState = 'open' | 'completed' | 'withdrawn';
export type TaskView = 'mine' | 'group' | 'team' | 'done';

/** Reference to a person as colleagues see it. */
export interface PersonRef {
  id: string;
  name: string;
}

/** A row of the task list. Names and texts of a complainant are never in it. */
export interface TaskSummary {
  id: string;
  /** BPMN name of the element, Chinese. */
  name: string;
  /** Absent for a task without a case. */
  caseNo?: string;
  subjectNo: string;
  process: string;
  element: string;
  /** Role ids of processes.md §1. */
  candidateGroups: string[];
  assignee: PersonRef | null;
  /** The earlier of the task's own limit and a running limit of its case; null where there is none. */
  due: string | null;
  deadline?: DeadlineView;
  state: TaskState;
  createdAt: string;
  completedAt?: string;
  severity?: 'general' | 'major';
  keyCustomer?: boolean;
  /** The limit that was missed, for a task 超期督办. */
  overdueOf?: string;
  /** Warning code for operators, `intake-desk-fallback` where nobody holds the role. */
  warning?: string;
}

/** `GET /api/tasks?view=&caseNo=&q=&cursor=&limit=` */
export interface TaskPage {
  items: TaskSummary[];
  /** Cursor of the next page, null at the end. */
  next: string | null;
}

/** A row of `GET /api/ops/tasks`: nobody holds its role, so that it lies at the intake desk. Ids and codes only. */
export interface StalledTask {
  id: string;
  subjectNo: string;
  process: string;
  element: string;
  /** Role ids that nobody holds. */
  candidateGroups: string[];
  warning: string;
  since: string;
}
export interface StalledTasks {
  items: StalledTask[];
}

/** `GET /api/tasks/{id}` */
export interface TaskDetail extends TaskSummary {
  /** The form-js schema; null for a task without a form. */
  form: unknown;
  formId: string | null;
  /** What the form starts with: the owner's data, below them the caller's draft. */
  data: Record<string, unknown>;
  /** Of a completed task: what the ids among its answers were called when it was completed. */
  named?: NamedAnswers;
  draft?: TaskDraft;
  /** What the caller may do now. */
  may: { claim: boolean; release: boolean; assign: boolean; complete: boolean; agreeDate: boolean };
  /** Answers are shown once more before sending (task header `review`). */
  review: boolean;
  /** The holder may see name and phone (task header `contact`). */
  contact: boolean;
  version: number;
}

/** A chosen option, or a person, with what it was called. */
export interface NamedValue {
  value: unknown;
  label: string;
}

/** By key of the field, for options that the form's owner offered, and for people. */
export type NamedAnswers = Record<string, NamedValue[]>;

/** `PUT /api/tasks/{id}/draft`: what is typed so far; `version` (also as If-Match) is the one that the text was based on. */
export interface TaskDraftRequest {
  data: Record<string, unknown>;
  version?: number;
}
export interface TaskDraft {
  data: Record<string, unknown>;
  version: number;
  savedAt: string;
}

/** Someone to choose; the name of the unit tells people of one name apart. */
export interface TaskPerson extends PersonRef {
  unit?: string;
}

/**
 * `GET /api/tasks/{id}/candidates`: colleagues whom the task may be handed to, or whom its form may name. With `among=organisation`
 * everybody of the organisation of the task, for a form that names people of any of its units.
 */
export interface TaskPeopleList {
  items: TaskPerson[];
}

/** `POST /api/tasks/{id}/assign` */
export interface AssignTaskRequest {
  personId: string;
  reason: string;
}

/** `POST /api/tasks/{id}/complete` */
export interface CompleteTaskRequest {
  data: Record<string, unknown>;
}
export interface CompleteTaskReply {
  /** The next task of the same case that the caller may work on, if it is there already. */
  nextTask?: TaskSummary;
}

/** Body beside the problem `task-claimed` (409). */
export interface TaskClaimedProblem {
  claimedBy: string;
  claimedAt: string;
}

/** `POST /api/tasks/{id}/agreed-date`: replaces the limit of the open task; without `consent` it is refused (R02.7, R02.9). */
export interface AgreedDateRequest {
  /** `YYYY-MM-DD` */
  date: string;
  consent: boolean;
}

/** `POST /api/cases/{caseNo}/extension-requests` (R04.13, R09.7): days in the unit of the limit. */
export interface ExtensionRequest {
  limitId: string;
  days: number;
  reason: string;
}
export interface ExtensionRequested {
  /** `<caseNo>-Yn` */
  requestId: string;
}

/** `GET|PUT /api/admin/calendar/{year}`: the days that differ from Monday–Friday. */
export interface CalendarYear {
  year: number;
  /** False: holidays of that year are not announced, limits in it are provisional. */
  announced: boolean;
  /** Weekdays that are off, `YYYY-MM-DD`. */
  daysOff: string[];
  /** Saturdays and Sundays that are worked. */
  workingDays: string[];
  version: string;
}
export type CalendarYearRequest = Pick<CalendarYear, 'announced' | 'daysOff' | 'workingDays'>;

/** `GET /internal/outcomes/{id}`: what a completed task said, for the owner of its form. */
export interface TaskOutcome {
  id: string;
  taskId: string;
  formId: string;
  subjectNo: string;
  caseNo?: string;
  data: Record<string, unknown>;
  variables: Record<string, unknown>;
  completedBy: string;
  completedAt: string;
}

/** `GET /internal/extensions/{caseNo}`: what was granted and carried out, oldest first, for the letter that tells of each. */
export interface InternalExtensions {
  items: InternalExtension[];
}

export interface InternalExtension {
  requestId: string;
  limitId: string;
  newDueAt: string;
  /** What whoever asked for it wrote. */
  reason: string;
}

/** Figures of a request, for the form that decides it. */
export interface ExtensionRequestView {
  requestId: string;
  caseNo: string;
  limitId: string;
  days: number;
  dueAt: string;
  newDueAt: string;
  state: 'asked' | 'refused' | 'extended';
}
