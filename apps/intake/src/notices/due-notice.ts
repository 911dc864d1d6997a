import type { CaseState, NoticeTemplate } from '@huiying/contracts';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import type { TemplateId } from './templates/index.js';

/** What the state of a case tells about the letter that is owed. */
export interface DueFacts {
  state: CaseState;
  missing: readonly string[];
  measuresTotal: number;
  /** A promised date changed that the complainant was not told yet (R07.7). */
  dateToTell: boolean;
}

/**
 * Which letter a person is asked to tell now. A task form knows its case, not the variables of its process, so it follows from the
 * state and from what was told before; null where two letters could be meant. The record that follows names the template itself.
 */
export function dueNotice(facts: DueFacts, told: readonly TemplateId[]): NoticeTemplate | null {
  const { state, missing, dateToTell } = facts;
  if (dateToTell) return 'feedback-date';
  const open = (template: NoticeTemplate) => (told.includes(template) ? null : template);
  switch (state) {
    case 'registered':
      return missing.length > 0 ? 'supplement' : null;
    case 'supplementing':
      return 'supplement';
    case 'not-accepted':
      return open('not-accepted') ?? 'answer';
    case 'accepted':
    case 'following-master':
      return open('accepted') ?? 'outcome';
    case 'decided':
      return open('decision') ?? 'outcome';
    case 'rectifying':
      return told.includes('decision') ? 'progress' : 'outcome';
    case 'awaiting-answer':
      return 'remedies';
    case 'reviewing':
      return 'review-decision';
    case 'dispatched':
    case 'investigating':
    case 'mediating':
      return 'outcome';
    case 'archived':
    case 'withdrawn':
      return null;
  }
}

/** Did the promised date change since the complainant was last told of it, and is the answer still owed (R07.7)? */
export function isDateToTell(
  { dateChangedAt, feedbackGivenAt }: Pick<ComplaintCase, 'dateChangedAt' | 'feedbackGivenAt'>,
  told: readonly { template: string; createdAt: Date }[],
): boolean {
  if (dateChangedAt === null || feedbackGivenAt !== null) return false;
  return !told.some(({ template, createdAt }) => template === 'feedback-date' && createdAt >= dateChangedAt);
}
