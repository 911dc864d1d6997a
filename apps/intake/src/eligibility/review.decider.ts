import type { FieldError } from '@huiying/platform';
import type { ReviewAnswers } from './review-answers.js';

/** What the published decisions say of the answers. */
export interface ReviewFindings {
  /** Kind that the topic gives; null: the desk chooses. */
  kindOfTopic: string | null;
  /** Answer of decision `eligibility` for the kind that counts. */
  admission: string;
}

/** The kind that counts: what the desk chose, else what the topic gives. */
export const kindThatCounts = ({ kind }: Pick<ReviewAnswers, 'kind'>, kindOfTopic: string | null): string | null =>
  kind ?? kindOfTopic;

/** What the rules refuse of a review whose fields are all readable (processes.md §3.2 review-intake). Pure. */
export function refuseReview(answers: ReviewAnswers, { kindOfTopic, admission }: ReviewFindings): FieldError[] {
  const errors: FieldError[] = [];
  const kind = kindThatCounts(answers, kindOfTopic);
  const mayBeEmpty = admission === 'supplement' || admission === 'refuse';
  if (kind === null && !mayBeEmpty) errors.push({ field: 'kind', code: 'kind-required' });
  if (answers.kind !== null && kindOfTopic !== null && answers.kind !== kindOfTopic) {
    errors.push({ field: 'kind', code: 'kind-differs', params: { kind: kindOfTopic } });
  }
  if (admission === 'supplement' && answers.missing.length === 0) {
    errors.push({ field: 'missing', code: 'missing-required' });
  }
  return errors;
}
