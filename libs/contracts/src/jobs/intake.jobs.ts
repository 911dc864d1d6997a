import { ADMISSIONS, DIVERT_TARGETS, KINDS, REVIEW_RESULTS, SEVERITIES, TOPICS } from '../codes/index.js';
import { NOTICE_TEMPLATES } from '../notices/index.js';
import {
  caseInput,
  code,
  figures,
  flag,
  job,
  list,
  number,
  optional,
  outcomeId,
  severityInput,
  text,
} from './contract.js';

const notice = {
  ...caseInput,
  noticeTemplate: code(NOTICE_TEMPLATES),
  ...outcomeId,
  noticeId: optional(text),
} as const;

/** Jobs that intake works. */
export const intakeJobs = {
  /**
   * Sends a notice by e-mail and to the portal (R04.11). Emits nothing by itself where record-notice follows: notice.sent is
   * appended once, by record-notice. `channel-unreachable`: no address, or the address is known to bounce.
   */
  'intake.send-notice': job({
    service: 'intake',
    input: notice,
    output: { noticeId: text },
    errors: { 'channel-unreachable': {} },
    emits: ['notice.sent', 'outcome.notified', 'supplement.requested'],
  }),
  /**
   * Records that a notice was sent (noticeId is set), told by a person (outcomeId is set) or put in the file only (neither; an
   * anonymous case). Emits notice.sent, and outcome.notified where the template is an outcome (NOTICES[template].outcome),
   * supplement.requested for template `supplement`.
   */
  'intake.record-notice': job({
    service: 'intake',
    input: notice,
    output: { noticeId: text },
    errors: {},
    emits: ['notice.sent', 'outcome.notified', 'supplement.requested'],
  }),
  /**
   * The case is accepted (R01.3, R10.4): severity and complexity by decision `severity`, owner, exposure, message `case-changed`.
   * Gives the figures as they are on the case now.
   */
  'intake.accept-case': job({
    service: 'intake',
    input: {
      ...caseInput,
      ...severityInput,
      kind: code(KINDS),
      topic: optional(code(TOPICS)),
      masterNo: optional(text),
      respondentGroup: optional(list(text)),
      ...outcomeId,
    },
    output: {
      severity: code(SEVERITIES),
      complexity: figures.complexity,
      /** complexity = complex, as a flag for gateways. */
      complex: flag,
      amountYuan: optional(number),
      households: optional(number),
      departmentCount: number,
      keyCustomer: flag,
      /** The case that it follows now: a link may have been made or undone since the review. */
      masterNo: optional(text),
      /** Case relations (person or unit ids), for hearing and mediation. */
      respondents: list(text),
    },
    errors: {},
    emits: ['case.accepted', 'case.changed', 'case.linked'],
  }),
  /**
   * The case leaves to another procedure, the group, or nowhere (R04.4, R05.1, R09.5, R13.2, R13.3): closes its limits, writes the
   * target's record and start message. `admission` is `divert` and `target` `employee-report` where the words gave it away before review.
   */
  'intake.divert-case': job({
    service: 'intake',
    input: {
      ...caseInput,
      admission: code(ADMISSIONS),
      target: optional(code(DIVERT_TARGETS)),
      kind: optional(code(KINDS)),
      topic: optional(code(TOPICS)),
      complainantIsEmployee: optional(flag),
      dangerToPersons: optional(flag),
      respondentGroup: optional(list(text)),
      ...outcomeId,
    },
    output: {},
    errors: {},
    emits: ['case.diverted', 'case.linked'],
  }),
  /** A child waits for its master; a master already answered, withdrawn or not accepted gives `master-resolved` at once. */
  'intake.follow-master': job({
    service: 'intake',
    input: { ...caseInput, masterNo: text },
    output: {},
    errors: {},
    emits: ['case.linked'],
  }),
  /** One `master-resolved` for each child; the figures of the case as they are now. */
  'intake.resolve-children': job({
    service: 'intake',
    input: caseInput,
    output: { severity: figures.severity, complexity: figures.complexity, amountYuan: figures.amountYuan },
    errors: {},
    emits: [],
  }),
  /**
   * Closes the file: tasks, limits, pending notices. An accepted case becomes archived; of one not accepted only the file closes and
   * nothing is emitted; an inquiry is filed (R12.2).
   */
  'intake.archive-case': job({
    service: 'intake',
    input: {
      ...caseInput,
      admission: optional(code(ADMISSIONS)),
      severity: figures.severity,
      correctiveNeeded: optional(flag),
      answeredNow: optional(flag),
      handlerGroup: optional(text),
      ...outcomeId,
    },
    output: {},
    errors: {},
    emits: ['case.archived', 'inquiry.answered'],
  }),
  /** The complainant or the desk withdrew the case: closes limits, tasks and pending notices; a master's oldest child becomes master. */
  'intake.withdraw-case': job({
    service: 'intake',
    input: caseInput,
    output: {},
    errors: {},
    emits: ['case.withdrawn', 'case.linked'],
  }),
  /** A review of an archived case succeeded: state accepted, start message of complaint-handling with reopened = true (R01.7). */
  'intake.reopen-case': job({
    service: 'intake',
    input: { ...caseInput, reviewResult: code(REVIEW_RESULTS) },
    output: {},
    errors: {},
    emits: ['case.reopened'],
  }),
  /** The appeal to the competent authority goes on file with a copy (R01.7); header `limits` opens R01.7#authority. */
  'intake.record-appeal': job({
    service: 'intake',
    input: { ...caseInput, ...outcomeId },
    output: {},
    errors: {},
    emits: ['appeal.recorded', 'limits.requested'],
  }),
  /**
   * 工作处理单: the sales case climbs by one level, never more (R07.4). `level`: the level that hands up; a level that is not the case's
   * own is a fault.
   */
  'intake.issue-work-order': job({
    service: 'intake',
    input: { ...caseInput, level: number, ...outcomeId },
    output: { level: number },
    errors: {},
    emits: ['work-order.issued', 'case.level-raised'],
  }),
  /** 投诉工作处理单 of the sales manager, or of a level above, to each department (R07.5). */
  'intake.issue-department-orders': job({
    service: 'intake',
    input: { ...caseInput, level: number, departments: list(text), ...outcomeId },
    output: {},
    errors: {},
    emits: ['work-order.issued'],
  }),
} as const;
