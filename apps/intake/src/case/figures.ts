import type { RiskAnswer } from './complaint-case.entity.js';

/** What a person answered about a risk: true, false, null = 不能排除; undefined = nobody asked. */
export type Flag = boolean | null | undefined;

export function answerOf(flag: Flag): RiskAnswer | null {
  if (flag === undefined) return null;
  if (flag === null) return 'unknown';
  return flag ? 'yes' : 'no';
}

/** The flag as processes and decisions read it: a flag that nobody asked about counts as no (processes.md §7.41). */
export function flagOf(answer: RiskAnswer | null): boolean | null {
  return answer === 'unknown' ? null : answer === 'yes';
}

export const yuanOf = (fen: number | null): number | null => (fen === null ? null : fen / 100);

/** Yuan as a form gives them, in fen; null stays null. */
export const fenOf = (yuan: number | null): number | null => (yuan === null ? null : Math.round(yuan * 100));

export interface HouseholdShare {
  households: number;
  /** A second filing of a household that was counted already. */
  sameHousehold: boolean;
}

/** Households of one cause, each counted once: the master's own and those of children of other households (R10.5). */
export function householdsOf(own: HouseholdShare, children: readonly HouseholdShare[]): number {
  return [own, ...children]
    .filter(({ sameHousehold }, n) => n === 0 || !sameHousehold)
    .reduce((sum, { households }) => sum + households, 0);
}

/** Departments that the severity decision counts: those complained about, 1 while they are unknown. */
export const departmentCount = (respondentGroup: readonly string[]): number =>
  Math.max(1, new Set(respondentGroup).size);
