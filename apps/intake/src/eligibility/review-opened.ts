import type { ComplaintCase, RiskAnswer } from '../case/complaint-case.entity.js';
import { yuanOf } from '../case/figures.js';
import { readReview, type ReviewAnswers } from './review-answers.js';

/** Fields of 初步审查 that change by other doors too, while it lies open: 并案, and the facts on the page of the case. */
const SHARED = [
  'masterNo',
  'amountYuan',
  'households',
  'proceedings',
  'keyCustomer',
  'dangerToPersons',
  'disturbsOperation',
  'harmsStanding',
  'complexFlag',
] as const;

type SharedFacts = Pick<
  ComplaintCase,
  | 'masterNo'
  | 'amountFen'
  | 'households'
  | 'proceedings'
  | 'keyCustomer'
  | 'dangerToPersons'
  | 'disturbsOperation'
  | 'harmsStanding'
  | 'complexFlag'
>;

/** What the form opens with in these fields. It keeps it beside the answers, in `opened`, a draft as well. Pure. */
export function openedWith(row: SharedFacts) {
  return {
    masterNo: row.masterNo,
    amountYuan: yuanOf(row.amountFen),
    households: row.households,
    proceedings: row.proceedings,
    keyCustomer: row.keyCustomer,
    dangerToPersons: optionOf(row.dangerToPersons),
    disturbsOperation: optionOf(row.disturbsOperation),
    harmsStanding: optionOf(row.harmsStanding),
    complex: row.complexFlag,
  };
}

/**
 * The answers that count: what a person changed, and the case as it is now where a field was left as the form opened with it. A client
 * that does not say what it opened with is taken at its word. Pure.
 */
export function newestOf(answers: ReviewAnswers, opened: unknown, row: SharedFacts): ReviewAnswers {
  if (typeof opened !== 'object' || opened === null) return answers;
  const before = readReview(opened as Record<string, unknown>).answers;
  const now = readReview(openedWith(row)).answers;
  const left = SHARED.filter((field) => answers[field] === before[field]);
  return { ...answers, ...Object.fromEntries(left.map((field) => [field, now[field]])) };
}

/** Option of a risk question; nobody asked yet = left open for the desk. */
const optionOf = (answer: RiskAnswer | null): boolean | 'unknown' | undefined =>
  answer === null ? undefined : answer === 'unknown' ? 'unknown' : answer === 'yes';
