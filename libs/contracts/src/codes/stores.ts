import type { Name } from './name.js';

/** Whom a complaint at a brokerage is about, for the fines (R11.1, R11.2). */
export const STORE_RESPONDENTS = ['store', 'consultant'] as const;
export type StoreRespondent = (typeof STORE_RESPONDENTS)[number];
export const STORE_RESPONDENT_NAMES: Readonly<Record<StoreRespondent, Name>> = {
  store: { zh: '分店', en: 'Store' },
  consultant: { zh: '置业顾问', en: 'Consultant' },
};

/** Why a complaint came to the region (R11.10). */
export const ESCALATIONS = ['late', 'dissatisfied'] as const;
export type Escalation = (typeof ESCALATIONS)[number];
export const ESCALATION_NAMES: Readonly<Record<Escalation, Name>> = {
  late: { zh: '分店逾期未处理完', en: 'The store was late' },
  dissatisfied: { zh: '客户不满意', en: 'The customer was not satisfied' },
};

/** Where a dispute between stores stands (R11.12). */
export const DISPUTE_STATES = [
  'negotiating',
  'to-file',
  'to-serve',
  'to-reply',
  'to-rule',
  'settled',
  'lapsed',
  'ruled',
] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];
export const DISPUTE_STATE_NAMES: Readonly<Record<DisputeState, Name>> = {
  negotiating: { zh: '自行协商', en: 'Being settled by the stores' },
  'to-file': { zh: '待提交材料', en: 'Material to be filed' },
  'to-serve': { zh: '待送达', en: 'To be served' },
  'to-reply': { zh: '待答复', en: 'To be answered' },
  'to-rule': { zh: '调解裁定中', en: 'To be mediated or ruled' },
  settled: { zh: '自行解决', en: 'Settled by the stores' },
  lapsed: { zh: '已失效', en: 'Lapsed' },
  ruled: { zh: '已裁定', en: 'Ruled' },
};

/** Sides of a dispute between stores. */
export const DISPUTE_SIDES = ['complaining', 'respondent'] as const;
export type DisputeSide = (typeof DISPUTE_SIDES)[number];
export const DISPUTE_SIDE_NAMES: Readonly<Record<DisputeSide, Name>> = {
  complaining: { zh: '投诉方', en: 'Complaining store' },
  respondent: { zh: '被投诉方', en: 'Respondent store' },
};

/** How a dispute was ended: the respondent was silent, both agreed, or the region (headquarters) ruled. */
export const DISPUTE_RULINGS = ['default', 'mediation', 'region'] as const;
export type DisputeRuling = (typeof DISPUTE_RULINGS)[number];
export const DISPUTE_RULING_NAMES: Readonly<Record<DisputeRuling, Name>> = {
  default: { zh: '逾期未答复，支持投诉方', en: 'By default, for the complaining store' },
  mediation: { zh: '调解一致', en: 'Agreed in mediation' },
  region: { zh: '裁定', en: 'Ruled' },
};

/** A store in the ranking of a year (R11.9): rank = 1 + number of stores with more counted complaints. */
export interface RankedStore {
  storeId: string;
  rank: number;
  counted: number;
}

/** What decision `rank-fine` gives for a store; yuan. */
export interface RankFine {
  storeId: string;
  fineYuan: number;
}
