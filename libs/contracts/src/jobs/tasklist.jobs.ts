import { KINDS, TOPICS } from '../codes/index.js';
import { caseInput, code, date, figures, flag, job, number, optional, text } from './contract.js';

const forLimits = {
  ...caseInput,
  kind: optional(code(KINDS)),
  topic: optional(code(TOPICS)),
  severity: figures.severity,
  complexity: figures.complexity,
  keyCustomer: optional(flag),
  receivedOn: optional(date),
  promisedOn: optional(date),
} as const;

/** Jobs that tasklist works (the deadline clock). */
export const tasklistJobs = {
  /** Starts each limit of header `limits` (comma) that has a row for this type of organisation in decision `deadlines`. */
  'tasklist.start-deadline': job({
    service: 'tasklist',
    input: forLimits,
    output: {},
    errors: {},
    emits: ['deadline.started'],
  }),
  /**
   * Pauses the pausable limits of the subject while the complainant is asked, and starts the limits of header `limits` (R01.2).
   * Emits deadline.paused; intake answers it with `supplement-received` again where the supplement is there already (processes.md §8.5).
   */
  'tasklist.pause-deadlines': job({
    service: 'tasklist',
    input: forLimits,
    output: {},
    errors: {},
    emits: ['deadline.paused', 'deadline.started'],
  }),
  'tasklist.resume-deadlines': job({
    service: 'tasklist',
    input: forLimits,
    output: {},
    errors: {},
    emits: ['deadline.resumed', 'deadline.met'],
  }),
  /** subjectNo = requestId. Reads the request, checks it against the maximum of the limit (R04.13), gives what `authority` needs. */
  'tasklist.check-extension': job({
    service: 'tasklist',
    input: caseInput,
    output: { limitId: text, severity: figures.severity, amountYuan: figures.amountYuan },
    errors: { 'extension-beyond-maximum': {} },
    emits: ['deadline.extension-refused'],
  }),
  'tasklist.extend-deadline': job({
    service: 'tasklist',
    input: { ...caseInput, limitId: text, extraDays: optional(number) },
    output: {},
    errors: {},
    emits: ['deadline.extended'],
  }),
  /**
   * Who is told of a missed limit (R03.8): the case's overseer, then the next unit up; a key customer's the post serious-coordinator
   * (R12.4), R13.1 always operations-head.
   */
  'tasklist.find-superior': job({
    service: 'tasklist',
    input: {
      ...caseInput,
      /** Whose limit was missed; subjectNo is `<overdueNo>:<limitId>:<n>`. */
      overdueNo: text,
      limitId: text,
      level: optional(number),
    },
    output: { superiorGroup: text, level: number },
    errors: {},
    emits: [],
  }),
  /**
   * Another promised date of a sales complaint (R07.7), agreed with the customer. `feedback-date-refused`: changed as often as allowed
   * already, the promised date has passed, or nothing is promised any more.
   */
  'tasklist.change-feedback-date': job({
    service: 'tasklist',
    input: { ...caseInput, newDate: date, consent: optional(flag) },
    output: { promisedOn: date },
    errors: { 'feedback-date-refused': {} },
    emits: ['feedback-date.changed', 'deadline.started'],
  }),
  /** Who is to be trained, from the directory: intake staff (R03.6), at a brokerage consultants and store managers (R06.3). */
  'tasklist.list-trainees': job({
    service: 'tasklist',
    input: { ...caseInput, unitId: text, period: text, dueOn: date },
    output: { trainees: number, deadlineRule: text },
    errors: {},
    emits: [],
  }),
  'tasklist.record-training': job({
    service: 'tasklist',
    input: caseInput,
    output: {},
    errors: {},
    emits: ['training.recorded'],
  }),
} as const;
