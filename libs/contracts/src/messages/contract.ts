import { CHANNELS, ORG_TYPES, PROJECT_TYPES, type Posts } from '../codes/index.js';
import { code, flag, number, object, optional, text, type Variables } from '../variables/index.js';

interface MessageContract {
  /** What stands in the correlation key. */
  readonly key: string;
  readonly variables: Variables;
}
export const message = <const M extends MessageContract>(contract: M): M => contract;

/** What every process of a subject starts with (processes.md §8 "Inputs and outputs of calls"). */
export const subject = {
  subjectNo: text,
  orgId: text,
  orgType: code(ORG_TYPES),
  ownerGroup: text,
  posts: object<Posts>(),
  anonymous: flag,
  channel: code(CHANNELS),
  hasAddress: flag,
  traceparent: optional(text),
} as const;
export const ofCase = { ...subject, caseNo: text } as const;

/** What a process starts with that no complainant hears of: a fine, a report, a training. */
export const ofOrganisation = {
  subjectNo: text,
  orgId: text,
  orgType: code(ORG_TYPES),
  posts: object<Posts>(),
  traceparent: optional(text),
} as const;

export const severityFacts = {
  amountYuan: optional(number),
  households: optional(number),
  proceedings: optional(flag),
  departmentCount: optional(number),
  complexFlag: optional(flag),
  dangerToPersons: optional(flag),
  disturbsOperation: optional(flag),
  harmsStanding: optional(flag),
  projectType: optional(code(PROJECT_TYPES)),
} as const;
