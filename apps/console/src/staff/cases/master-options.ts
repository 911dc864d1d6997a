import type { SimilarCase } from '@huiying/contracts';

/** Pure: complaints that another can follow, each by number, place and what makes it similar; one that follows a master itself is none. */
export function masterOptions(
  items: readonly SimilarCase[],
  wordOf: (why: SimilarCase['because'][number]) => string,
): { value: string; label: string }[] {
  return items
    .filter(({ masterNo }) => masterNo === null)
    .map(({ caseNo, project, building, subject, because }) => ({
      value: caseNo,
      label: [caseNo, project, building, subject, ...because.map(wordOf)].filter(Boolean).join(' · '),
    }));
}
