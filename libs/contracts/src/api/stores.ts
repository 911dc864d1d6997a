import type { DisputeRuling, DisputeState, Name, PenaltyState } from '../codes/index.js';

/** A store of a brokerage as the register knows it; days are `yyyy-MM-dd`, null = not limited. */
export interface StoreView {
  storeId: string;
  name: string;
  companyId: string;
  /** Region of the store; the company where it has none. */
  regionId: string;
  regionName: string;
  openedOn: string | null;
  /** Last day of business. */
  closedOn: string | null;
  /** Open today. */
  open: boolean;
  consultants: ConsultantView[];
}

export interface ConsultantView {
  personId: string;
  name: string;
  /** null: since before the register was kept. */
  from: string | null;
  /** Last day at this store. */
  until: string | null;
}

/** `GET /api/stores?companyId=&regionId=`: the stores that the caller may see, by id. */
export interface StoreList {
  items: StoreView[];
}

/** `PUT /api/stores/{storeId}`: what is not given stays as it is; null takes it away. */
export interface StoreInput {
  openedOn?: string | null;
  closedOn?: string | null;
}

/** `PUT /api/stores/{storeId}/consultants/{personId}`: the consultant belongs to this store from a day on; an earlier store ends with it. */
export interface ConsultantInput {
  from: string;
  until?: string | null;
}

/** `POST /api/disputes` (R11.12): by a store manager for the own store, or by the region office for a store of its region. */
export interface DisputeInput {
  complainingStoreId: string;
  respondentStoreId: string;
  /** What it is about, at most 2,000 characters. */
  description: string;
}

/** `GET /api/disputes/stores`: open stores to choose from; `own` = the caller may complain for it. */
export interface DisputeStores {
  items: { storeId: string; name: string; own: boolean }[];
}

/** Row of `GET /api/disputes` and `GET /api/disputes/{disputeNo}`. A party sees its own side: the other's material once it is served. */
export interface DisputeRow {
  disputeNo: string;
  /** The complaint that it came from; null where a store or the region registered it. */
  caseNo: string | null;
  companyId: string;
  regionId: string | null;
  complainingStoreId: string | null;
  complainingStoreName: string | null;
  respondentStoreId: string | null;
  respondentStoreName: string | null;
  state: DisputeState;
  stateText: Name;
  openedAt: string;
  /** Last day for what is due now; null where nothing is limited. */
  dueOn: string | null;
  servedOn: string | null;
  receivedOn: string | null;
  ruledBy: DisputeRuling | null;
  endedAt: string | null;
}

export interface DisputeList {
  items: DisputeRow[];
  next: string | null;
}

export interface DisputeView extends DisputeRow {
  /** null where the caller may not read it (yet). */
  description: string | null;
  material: string | null;
  reply: string | null;
  ruling: string | null;
  /** Stores that handled it poorly (R11.8); null before the ruling. */
  poorlyHandledBy: string[] | null;
}

/** `GET /api/rankings?regionId=&year=`: published rankings, newest year first (R11.9). */
export interface RankingList {
  items: RankingView[];
  /** Regions and years there are rankings of, for the filter. */
  regions: { regionId: string; name: string }[];
}

export interface RankingView {
  regionId: string;
  regionName: string;
  year: number;
  publishedAt: string;
  stores: RankingRow[];
}

export interface RankingRow {
  storeId: string;
  storeName: string;
  /** Equal counts have equal rank. */
  rank: number;
  counted: number;
  fineFen: number;
  /** First and last day of business where they lie within the year. */
  openedOn: string | null;
  closedOn: string | null;
  /** What was counted and what was left out; null where the caller may not read it or it was not kept. */
  cases: RankingCase[] | null;
  /** The fine that followed, where the caller may read it. */
  fine: { penaltyNo: string; state: PenaltyState; stateText: Name } | null;
  /** What the place would be now, where judgements changed after the publication and the caller may read them. */
  now: { rank: number; counted: number; fineFen: number } | null;
}

/** One complaint of a store in the year of a ranking; each that counts is one point. */
export interface RankingCase {
  no: string;
  receivedOn: string;
  /** false: malicious, left out. */
  counted: boolean;
  /** As it is judged now: a review may have changed it after the publication. */
  countsNow: boolean;
}

/**
 * `GET /internal/agency-settlements/{caseNo}?round=` of media-penalties: what a store or the region settled in a round of the case, without
 * `round` the newest; 404 while neither did. Texts stay between services.
 */
export interface InternalStoreSettlement {
  caseNo: string;
  bothStatements: string;
  findings: string;
  basis: string;
  process: string | null;
  result: string | null;
  causeCode: string;
  causeText: string;
  payFen: number | null;
  agreed: boolean | null;
}

/** `GET /internal/disputes/{disputeNo}` of media-penalties: a dispute between stores as its mediator has to know it (R06.7, R11.12). */
export interface InternalDispute {
  disputeNo: string;
  complainingStore: string;
  respondentStore: string;
  /** What was filed at first; empty where nothing was written. */
  description: string;
  /** What the stores told of their own negotiation. */
  negotiation: string;
  /** 事实与请求 of the complaining store, with the amounts that it claims. */
  claim: string;
  /** 证据 as the complaining store described it. */
  evidence: string;
  /** What lies on file: one line each. */
  files: string[];
  /** 答复 and 解释说明 of the respondent store; empty before. */
  reply: string;
  explanation: string;
  replyFiles: string[];
}
