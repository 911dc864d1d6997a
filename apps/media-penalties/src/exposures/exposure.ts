import type { Medium } from '@huiying/contracts';
import type { Exposure } from './exposure.entity.js';

/** Media that the penalty rules know apart (R11.5, R11.6): what events say. */
function mediumTold(medium: Medium): 'newspaper' | 'television' | 'other' {
  return medium === 'newspaper' || medium === 'television' ? medium : 'other';
}

/** What every event of an exposure says. */
export function toldOf({ exposureNo, medium, outlet, publishedOn, storeId }: Exposure) {
  return { exposureNo, medium: mediumTold(medium), outlet, publishedOn, ...(storeId ? { storeId } : {}) };
}

/** What its penalties are imposed for. */
export function sourceOf(exposureNo: string): string {
  return `exposure:${exposureNo}`;
}

/** Sealed by the exposure's own key: its case may be linked later, and is shredded earlier. */
export function summaryPlace({ exposureNo }: Pick<Exposure, 'exposureNo'>) {
  return { subject: exposureNo, table: 'exposure', id: exposureNo, column: 'summary_enc' };
}
