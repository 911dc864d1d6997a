import type { ServiceName } from '../codes/index.js';
import { code, date, flag, list, number, object, optional, text, type Variables } from '../variables/index.js';
import { CHANNELS, COMPLEXITIES, ORG_TYPES, SEVERITIES, type Posts } from '../codes/index.js';

/** One job type: who works it, what it may read, what it gives back, which BPMN errors the model catches, which events it emits. */
export interface JobContract {
  /** The app that holds the worker. */
  readonly service: ServiceName;
  /** Process variables that the worker may read. */
  readonly input: Variables;
  /** Variables that the job completes with. */
  readonly output: Variables;
  /** BPMN error code → variables that the error carries. */
  readonly errors: Readonly<Record<string, Variables>>;
  /** Types of event that the worker may append (events.md §7). */
  readonly emits: readonly string[];
}

export const job = <const C extends JobContract>(contract: C): C => contract;

/** What every process of a case carries (processes.md §8 "Inputs and outputs of calls"). */
export const caseInput = {
  subjectNo: text,
  /** null for a subject without a case (a measure of a supervision or report). */
  caseNo: optional(text),
  orgId: text,
  orgType: code(ORG_TYPES),
  ownerGroup: optional(text),
  posts: optional(object<Posts>()),
  anonymous: optional(flag),
  channel: optional(code(CHANNELS)),
  /** An electronic address (e-mail) is on file. */
  hasAddress: optional(flag),
  traceparent: optional(text),
} as const;

/** Figures of the case as they are now; null where the case has none yet. */
export const figures = {
  severity: optional(code(SEVERITIES)),
  complexity: optional(code(COMPLEXITIES)),
  amountYuan: optional(number),
  households: optional(number),
} as const;

/** Inputs of the decisions `severity` and `emergency-activation` besides the figures. */
export const severityInput = {
  amountYuan: optional(number),
  households: optional(number),
  proceedings: optional(flag),
  departmentCount: optional(number),
  complexFlag: optional(flag),
  /** true, false, null = 不能排除. */
  dangerToPersons: optional(flag),
  disturbsOperation: optional(flag),
  harmsStanding: optional(flag),
} as const;

/** The outcome row of the user task completed last in this process instance: `GET /internal/outcomes/{id}` (tasklist). */
export const outcomeId = { outcomeId: optional(text) } as const;

export { code, date, flag, list, number, object, optional, text };
