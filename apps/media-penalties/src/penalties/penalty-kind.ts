import type { ImposedPenalty, PenaltyKind } from '@huiying/contracts';

/** Rules that name their fines apart. */
const KINDS: Readonly<Record<string, PenaltyKind>> = {
  'R11.5': 'media-fine',
  'R11.6': 'media-fine',
  'R11.8': 'escalation-fine',
  'R11.9': 'rank-fine',
  'R11.11': 'violation-fine',
};

/** Pure: what a line of a decision is called on its notice. A fee stays a fee. */
export function kindOf({ kind, ruleId }: Pick<ImposedPenalty, 'kind' | 'ruleId'>): PenaltyKind {
  return kind === 'handling-fee' ? 'handling-fee' : (KINDS[ruleId] ?? 'fine');
}

/** Pure: yuan of a decision in fen. */
export function fenOf(yuan: number): number {
  return Math.round(yuan * 100);
}
