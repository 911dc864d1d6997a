import type { ExposureAbout, ExposureState, MediaLevel, Medium } from '@huiying/contracts';
import type { Day } from '@huiying/working-time';

/** A media exposure as it stands. */
export interface Exposure {
  exposureNo: string;
  orgId: string;
  /** Whose people read it while no store is known: the registering unit, then the store itself. */
  unitId: string;
  storeId: string | null;
  caseNo: string | null;
  medium: Medium;
  outlet: string;
  mediaLevel: MediaLevel | null;
  publishedOn: Day;
  byCustomer: boolean | null;
  about: ExposureAbout | null;
  summaryEnc: string | null;
  state: ExposureState;
  registeredAt: Date;
  registeredBy: string;
  /** The case that intake has been told of. */
  toldCaseNo: string | null;
  clarifiedOutlet: string | null;
  clarifiedLevel: MediaLevel | null;
  clarifiedOn: Day | null;
  because: 'admitted' | 'not-clarified' | 'not-disproved' | null;
  /** Other open stores of the company on the day of publication, once it counts as true. */
  payees: string[];
}

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
