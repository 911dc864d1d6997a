import type { FollowedCase } from '@huiying/contracts';

/** Number and tracking code of a case, as the server knows them. */
export interface Pair {
  caseNo: string;
  code: string;
}

export const followPath = (pair: Pair, part = '') => `/api/portal/complaints/${encodeURIComponent(pair.caseNo)}${part}`;

/** What every answer of the complainant gets: the case it is about, and what to say once it was sent. */
export interface AnswerProps {
  pair: Pair;
  found: FollowedCase;
  onDone: (sentence: string) => void;
}
