/**
 * Tasks of a sealed process between the tasklist and employee-reports (access.md §5): the tasklist hands over what the engine says of
 * a task and rings when its limit is reached; whose report it is, who has the task and what was said stay with employee-reports.
 */

/** `POST /internal/sealed-tasks` of employee-reports. May be repeated. */
export interface SealedTaskHandOver {
  /** Key of the engine's job, decimal text. */
  taskKey: string;
  instanceKey: string;
  elementId: string;
  formId: string;
  /** Pseudonym of the report; null: for the holders of the model's group. */
  assignee: string | null;
  /** ISO 8601. */
  createdAt: string;
  /** Limit of the model's header; null: none. */
  limitId: string | null;
  /** Header `review` of the model: 核对 before it is sent. */
  review: boolean;
}

/** What a limit is computed from: the organisation's calendar and the moment of the cause; null: nothing is to ring. */
export interface SealedLimitCause {
  limitId: string;
  orgId: string;
  from: string;
}

/** Answer of `POST /internal/sealed-tasks` and `…/{taskKey}/overdue`. */
export interface SealedTaskAnswer {
  limit: SealedLimitCause | null;
}

/** `POST /internal/sealed-tasks/{taskKey}/due`: the last second in time. */
export interface SealedTaskDue {
  dueAt: string;
}

/** `POST /internal/sealed-forms/{formId}/check` of the tasklist: answers against the published form; nothing is kept. */
export interface SealedAnswers {
  answers: Record<string, unknown>;
}

/** Body of `POST /internal/sealed-cases/answers` and `…/erasures` of the tasklist: a case that turned out to be an employee report. */
export interface SealedCase {
  caseNo: string;
}

/** What was answered in the completed tasks of such a case, oldest first, on its way under the report's key. */
export interface SealedCaseAnswers {
  answers: { formId: string; completedAt: string; data: Record<string, unknown> }[];
}

/** `GET /internal/sealed-forms/{formId}` of the tasklist: the published form-js schema. */
export interface SealedForm {
  schema: Record<string, unknown>;
}
