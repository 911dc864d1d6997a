import type { CaseState } from '@huiying/contracts';

/** What linking looks at, of either case. */
export interface LinkSide {
  caseNo: string;
  orgId: string;
  state: CaseState;
  masterNo: string | null;
}

/**
 * States in which a case can still be put behind another: once accepted by itself it has a handling of its own, and its process would
 * take it there whatever the desk says.
 */
const BEFORE_HANDLING: readonly CaseState[] = ['registered', 'supplementing', 'following-master'];

/** A master that nobody will answer. */
const NEVER_ANSWERED: readonly CaseState[] = ['withdrawn', 'not-accepted'];

/** Why a case cannot follow another (processes.md §2 master/child); null = it can. Pure. */
export function refuseLink(child: LinkSide, master: LinkSide | null, children: number): string | null {
  if (!master) return 'unknown-case';
  if (master.caseNo === child.caseNo) return 'own-master';
  if (master.orgId !== child.orgId) return 'other-organisation';
  if (master.masterNo) return 'master-is-child';
  if (NEVER_ANSWERED.includes(master.state)) return 'master-closed';
  if (children > 0) return 'has-children';
  return BEFORE_HANDLING.includes(child.state) ? null : 'not-now';
}

/** Marks of a household, each a blind index; a missing mark says nothing. */
export interface HouseholdMarks {
  phones: string | null;
  emails: string | null;
  /** Project, building and room together. */
  place: string | null;
}

/** The same household: the same phone, the same mail address, or the same room of the same building. */
export function sameHousehold(a: HouseholdMarks, b: HouseholdMarks): boolean {
  const marks = ['phones', 'emails', 'place'] as const;
  return marks.some((mark) => a[mark] !== null && a[mark] === b[mark]);
}

/** Why a case cannot leave the case that it follows; null = it can. What the master's answer told it stays told. Pure. */
export function refuseUnlink(
  child: { masterNo: string | null; masterAnswered: boolean },
  masterNo: string,
): string | null {
  if (child.masterNo !== masterNo) return 'not-linked';
  return child.masterAnswered ? 'not-now' : null;
}
