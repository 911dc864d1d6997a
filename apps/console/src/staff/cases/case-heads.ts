import type { CaseList, CaseRow } from '@huiying/contracts';
import { useQueries } from '@tanstack/react-query';
import { api } from '../session/session.js';

/** As many as the list of cases takes in one request. */
const CHUNK = 50;

/**
 * What cases that a page lists only by number are about: place and subject in a few words, as far as the person may read them; '' for
 * the others. Asked for together, in the order of the page, so that a page more is one request more.
 */
export function useCaseHeads(caseNos: readonly (string | undefined)[]): (caseNo: string | undefined) => string {
  const wanted = [...new Set(caseNos.filter((caseNo) => caseNo !== undefined))];
  const chunks = Array.from({ length: Math.ceil(wanted.length / CHUNK) }, (_, n) =>
    wanted.slice(n * CHUNK, (n + 1) * CHUNK),
  );
  const heads = useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: ['case-heads', ...chunk],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api<CaseList>(`/api/cases?${new URLSearchParams({ caseNos: chunk.join(',') }).toString()}`, { signal }),
      staleTime: 60_000,
    })),
    combine: (found) =>
      new Map(found.flatMap(({ data }) => (data?.items ?? []).map((row) => [row.caseNo, headOf(row)] as const))),
  });
  return (caseNo) => (caseNo === undefined ? '' : (heads.get(caseNo) ?? ''));
}

const headOf = ({ project, building, subject }: CaseRow) =>
  [[project, building].filter(Boolean).join(' '), subject].filter(Boolean).join(' · ');
