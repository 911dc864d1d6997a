import { REVIEW_RESULT_NAMES, type InternalHandling, type ReviewResult } from '@huiying/contracts';
import type { Settlement } from '../sales/sales-record.js';
import { measureWords, yuanWords } from './words.js';

/** A decision that does not stand is handled anew (feedback-closure). */
const AFTER_REVIEW: Readonly<Record<ReviewResult, string>> = {
  upheld: '原处理结果不变，本案按原结果办结。',
  changed: '本案将按复查意见重新办理，办完后再告诉您结果。',
  revoked: '原处理结果已撤销，本案将重新办理，办完后再告诉您结果。',
};

/** What the handling that comes to its end now says: a decision or review of a round before is no result of this one. */
export function ofRound(handling: InternalHandling): InternalHandling {
  const { decision, round } = handling;
  return { ...handling, decision: decision?.round === round ? decision : null, review: null };
}

/** Fields of a letter that come from what was found out, decided and measured, or from what the sales ladder settled. Pure. */
export function handlingFields(handling: InternalHandling, sold: Settlement | null) {
  const { decision, reply, review } = handling;
  const settlement =
    handling.settlement ?? (sold && { finding: sold.findings, basis: sold.basis, explanation: sold.told });
  const measures = handling.measures.filter(({ state }) => state !== 'proposed');
  const result = [decision?.finding, decision?.opinion, settlement?.finding, settlement?.explanation, reply?.result];
  return {
    finding: review?.finding ?? decision?.finding ?? settlement?.finding,
    opinion: decision?.opinion,
    basis: decision?.basis ?? settlement?.basis,
    amount: decision?.amountFen ? yuanWords(decision.amountFen) : null,
    measures: measureWords(measures),
    afterReview: review ? AFTER_REVIEW[review.result as ReviewResult] : null,
    result: review
      ? REVIEW_RESULT_NAMES[review.result as ReviewResult]?.zh
      : [...new Set(result.filter(Boolean))].join('\n'),
  };
}
