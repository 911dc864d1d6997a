import type { Name } from './name.js';

/** 媒体级别, lowest last: a clarification counts in the same outlet or in one of at least the same level (R11.4). */
export const MEDIA_LEVELS = ['national', 'provincial', 'municipal', 'county', 'self-media'] as const;
export type MediaLevel = (typeof MEDIA_LEVELS)[number];
export const MEDIA_LEVEL_NAMES: Readonly<Record<MediaLevel, Name>> = {
  national: { zh: '全国', en: 'National' },
  provincial: { zh: '省级', en: 'Provincial' },
  municipal: { zh: '市级', en: 'Municipal' },
  county: { zh: '区县级', en: 'County' },
  'self-media': { zh: '自媒体', en: 'Private channel' },
};

/** What an exposure is about (R11.5, R11.6). */
export const EXPOSURE_ABOUT = ['service', 'violation', 'other'] as const;
export type ExposureAbout = (typeof EXPOSURE_ABOUT)[number];
export const EXPOSURE_ABOUT_NAMES: Readonly<Record<ExposureAbout, Name>> = {
  service: { zh: '服务', en: 'Service' },
  violation: { zh: '违规操作', en: 'A violation' },
  other: { zh: '其他', en: 'Something else' },
};

export const EXPOSURE_STATES = ['registered', 'not-ours', 'notified', 'cleared', 'confirmed'] as const;
export type ExposureState = (typeof EXPOSURE_STATES)[number];
export const EXPOSURE_STATE_NAMES: Readonly<Record<ExposureState, Name>> = {
  registered: { zh: '待核对', en: 'To be checked' },
  'not-ours': { zh: '非本公司分店', en: 'No store of ours' },
  notified: { zh: '待澄清', en: 'To be clarified' },
  cleared: { zh: '已澄清', en: 'Cleared up' },
  confirmed: { zh: '视为属实', en: 'Counts as true' },
};

/** Who pays: the store, or a person of it. */
export const PAYER_TYPES = ['store', 'consultant', 'store-manager'] as const;
export type PayerType = (typeof PAYER_TYPES)[number];
export const PAYER_TYPE_NAMES: Readonly<Record<PayerType, Name>> = {
  store: { zh: '分店', en: 'Store' },
  consultant: { zh: '置业顾问', en: 'Consultant' },
  'store-manager': { zh: '店长', en: 'Store manager' },
};

export const PENALTY_KINDS = [
  'fine',
  'escalation-fine',
  'handling-fee',
  'media-fine',
  'rank-fine',
  'violation-fine',
  'share-return',
] as const;
export type PenaltyKind = (typeof PENALTY_KINDS)[number];
export const PENALTY_KIND_NAMES: Readonly<Record<PenaltyKind, Name>> = {
  fine: { zh: '罚款', en: 'Fine' },
  'escalation-fine': { zh: '投诉升级处罚', en: 'Fine for a climbing complaint' },
  'handling-fee': { zh: '处理费', en: 'Handling fee' },
  'media-fine': { zh: '媒体曝光赔付', en: 'Media fine' },
  'rank-fine': { zh: '年度排名罚款', en: 'Fine of the ranking' },
  'violation-fine': { zh: '违规处罚', en: 'Fine of the schedule' },
  'share-return': { zh: '退回转付款', en: 'Return of a share' },
};

/** What a penalty follows from, in words, by the rule that imposed it. */
export const PENALTY_BASES: Readonly<Record<string, Name>> = {
  'R11.1': {
    zh: '分店被客户投诉且有主观过错：分店罚款并通报批评',
    en: 'A complaint against a store at fault: a fine for the store and a reprimand',
  },
  'R11.2': {
    zh: '置业顾问被客户投诉且有主观过错：置业顾问罚款，店长因监督不力罚款，均通报批评',
    en: 'A complaint against a consultant at fault: a fine for the consultant and, for lax supervision, the store manager',
  },
  'R11.5': {
    zh: '报纸曝光客户投诉属实：被曝光分店向其他每家分店各付一份',
    en: 'A newspaper report of a complaint counts as true: the exposed store pays every other store',
  },
  'R11.6': {
    zh: '电视曝光客户投诉属实：被曝光分店向其他每家分店各付一份',
    en: 'A television report of a complaint counts as true: the exposed store pays every other store',
  },
  'R11.8': {
    zh: '处理不当致投诉升级到区域或总部：不论是谁引起，分店受罚',
    en: 'Handled so poorly that the complaint climbed to the region or headquarters: the store is fined, whoever caused it',
  },
  'R11.9': {
    zh: '年度有效投诉件数居本区域前三名（并列按较高一档）',
    en: 'Among the first three of the region by the complaints of the year; equal counts share the higher fine',
  },
  'R11.10': {
    zh: '分店两个工作日内未处理完或客户不满意，转区域分部处理：每件收处理费',
    en: 'Not settled within two working days, or the customer was not satisfied: the region handled it for a fee',
  },
  'R11.11': { zh: '《分店违规行为处罚办法》所列行为', en: 'A row of the schedule of violations' },
};

export const PENALTY_STATES = [
  'imposed',
  'notified',
  'overdue',
  'paid',
  'settled',
  'revoked',
  'refund-due',
  'refunded',
] as const;
export type PenaltyState = (typeof PENALTY_STATES)[number];
export const PENALTY_STATE_NAMES: Readonly<Record<PenaltyState, Name>> = {
  imposed: { zh: '已决定', en: 'Imposed' },
  notified: { zh: '待缴', en: 'To be paid' },
  overdue: { zh: '逾期', en: 'Overdue' },
  paid: { zh: '已缴，待转付', en: 'Paid, to be passed on' },
  settled: { zh: '已缴清', en: 'Settled' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  'refund-due': { zh: '已撤销，待退款', en: 'Revoked, refund due' },
  refunded: { zh: '已退款', en: 'Refunded' },
};

/** Why a penalty is revoked. */
export const REVOCATION_REASONS = ['malicious', 'review', 'error'] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];
export const REVOCATION_REASON_NAMES: Readonly<Record<RevocationReason, Name>> = {
  malicious: { zh: '恶意投诉', en: 'Malicious complaint' },
  review: { zh: '复查改变', en: 'Changed by a review' },
  error: { zh: '处罚有误', en: 'Imposed in error' },
};

/** Entries of the fine ledger, in the order in which they may come about. */
export const LEDGER_ENTRIES = ['impose', 'pay', 'pass-on', 'revoke', 'reclaim', 'refund'] as const;
export type LedgerEntryKind = (typeof LEDGER_ENTRIES)[number];
export const LEDGER_ENTRY_NAMES: Readonly<Record<LedgerEntryKind, Name>> = {
  impose: { zh: '处罚', en: 'Imposed' },
  pay: { zh: '缴款', en: 'Paid' },
  'pass-on': { zh: '转付', en: 'Passed on' },
  revoke: { zh: '撤销', en: 'Revoked' },
  reclaim: { zh: '转为退回款', en: 'Claimed back' },
  refund: { zh: '退款', en: 'Refunded' },
};

/**
 * One line of what a decision imposes, as decisions `penalty` and `violation-schedule` and the ranking give it.
 * `payer` is a role code of {@link PAYER_TYPES} (of the store and consultant that the job names), or the id of a unit or person.
 */
export interface ImposedPenalty {
  payer: string;
  amountYuan: number;
  kind: 'fine' | 'handling-fee';
  ruleId: string;
  /** 通报批评 goes with it (R11.1, R11.2). */
  reprimand?: boolean | null;
}
