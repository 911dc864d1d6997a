/** What decision `authority` answers (R10.2). */
export interface Authority {
  deciderGroup: string;
  level: number | null;
}

/**
 * Is a decision beyond who took it? `taken` is what the task was given to, `needed` what the figures ask for now. Where the ladder has
 * levels the higher one needs it; at a brokerage, which has none, another group does.
 */
export function isExceeded(taken: Authority, needed: Authority): boolean {
  if (taken.level !== null && needed.level !== null) return needed.level > taken.level;
  return needed.deciderGroup !== taken.deciderGroup;
}

/**
 * The amount that decides: what is paid by the decision or what the case is about, whichever is more, in yuan with two decimals.
 * @param paidFen sum of the decision's measures and payment, fen
 * @param caseYuan figure of the case now, or null
 */
export function decisiveAmountYuan(paidFen: number, caseYuan: number | null): number | null {
  if (paidFen === 0) return caseYuan;
  return Math.max(paidFen / 100, caseYuan ?? 0);
}
