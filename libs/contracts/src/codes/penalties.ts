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
] as const;
export type PenaltyKind = (typeof PENALTY_KINDS)[number];
export const PENALTY_KIND_NAMES: Readonly<Record<PenaltyKind, Name>> = {
  fine: { zh: '罚款', en: 'Fine' },
  'escalation-fine': { zh: '投诉升级处罚', en: 'Fine for a climbing complaint' },
  'handling-fee': { zh: '处理费', en: 'Handling fee' },
  'media-fine': { zh: '媒体曝光赔付', en: 'Media fine' },
  'rank-fine': { zh: '年度排名罚款', en: 'Fine of the ranking' },
  'violation-fine': { zh: '违规处罚', en: 'Fine of the schedule' },
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
export const LEDGER_ENTRIES = ['impose', 'pay', 'pass-on', 'revoke', 'refund'] as const;
export type LedgerEntryKind = (typeof LEDGER_ENTRIES)[number];
export const LEDGER_ENTRY_NAMES: Readonly<Record<LedgerEntryKind, Name>> = {
  impose: { zh: '处罚', en: 'Imposed' },
  pay: { zh: '缴款', en: 'Paid' },
  'pass-on': { zh: '转付', en: 'Passed on' },
  revoke: { zh: '撤销', en: 'Revoked' },
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
