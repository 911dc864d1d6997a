import type { Name } from './name.js';
import type { OrgType } from './org-types.js';

/** Processes that handle an accepted case: decision `routing`, output handlingProcess. */
export const HANDLING_PROCESSES = [
  'department-handling',
  'quality-escalation',
  'sales-complaint',
  'agency-complaint',
] as const;

/** 是否成立 (write-report). */
export const JUSTIFIED = ['yes', 'partly', 'no', 'unproven'] as const;
export type Justified = (typeof JUSTIFIED)[number];
export const JUSTIFIED_NAMES: Readonly<Record<Justified, Name>> = {
  yes: { zh: '成立', en: 'Justified' },
  partly: { zh: '部分成立', en: 'Partly justified' },
  no: { zh: '不成立', en: 'Not justified' },
  unproven: { zh: '无法证实', en: 'Unproven' },
};

/** 能否及时处理, asked for a major case of a property company (R13.6). */
export const CAN_HANDLE = ['able', 'not-in-time', 'deputy'] as const;
export type CanHandle = (typeof CAN_HANDLE)[number];
export const CAN_HANDLE_NAMES: Readonly<Record<CanHandle, Name>> = {
  able: { zh: '能', en: 'Able' },
  'not-in-time': { zh: '不能及时', en: 'Not in time' },
  deputy: { zh: '需副总经理决定', en: 'The deputy must decide' },
};

export const REVIEW_ROUTES = ['review', 'authority'] as const;
export type ReviewRoute = (typeof REVIEW_ROUTES)[number];
export const REVIEW_ROUTE_NAMES: Readonly<Record<ReviewRoute, Name>> = {
  review: { zh: '复查', en: 'Review' },
  authority: { zh: '向主管部门申诉', en: 'Appeal to the authority' },
};

export const REVIEW_RESULTS = ['upheld', 'changed', 'revoked'] as const;
export type ReviewResult = (typeof REVIEW_RESULTS)[number];
export const REVIEW_RESULT_NAMES: Readonly<Record<ReviewResult, Name>> = {
  upheld: { zh: '维持', en: 'Upheld' },
  changed: { zh: '变更', en: 'Changed' },
  revoked: { zh: '撤销重办', en: 'Revoked' },
};

export const MEASURE_TYPES = ['investigate', 'rectify', 'compensate', 'repair-service', 'other'] as const;
export type MeasureType = (typeof MEASURE_TYPES)[number];
export const MEASURE_TYPE_NAMES: Readonly<Record<MeasureType, Name>> = {
  investigate: { zh: '调查核实', en: 'Investigate' },
  rectify: { zh: '责令整改', en: 'Rectify' },
  compensate: { zh: '赔偿补偿', en: 'Compensate' },
  'repair-service': { zh: '维修服务', en: 'Repair service' },
  other: { zh: '其他', en: 'Other' },
};

/** A measure as a process carries it; its text stays with the owner (investigation). */
export interface MeasureRef {
  measureNo: string;
  /** Candidate group that carries it out. */
  group: string;
  /** Calendar day. */
  plannedOn: string;
}

/** A measure of minutes: each names the organisation that carries it out (R10.10, R02.1). */
export interface UnitMeasure extends MeasureRef {
  orgId: string;
  orgType: OrgType;
}

export const EVIDENCE_KINDS = ['contract', 'document', 'photo', 'recording', 'other'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const EVIDENCE_KIND_NAMES: Readonly<Record<EvidenceKind, Name>> = {
  contract: { zh: '合同', en: 'Contract' },
  document: { zh: '文件', en: 'Document' },
  photo: { zh: '现场照片', en: 'Photo' },
  recording: { zh: '录音录像', en: 'Recording' },
  other: { zh: '其他', en: 'Other' },
};

export const HEARING_MODES = ['in-person', 'phone', 'written', 'online'] as const;
export type HearingMode = (typeof HEARING_MODES)[number];
export const HEARING_MODE_NAMES: Readonly<Record<HearingMode, Name>> = {
  'in-person': { zh: '当面', en: 'In person' },
  phone: { zh: '电话', en: 'Phone' },
  written: { zh: '书面', en: 'In writing' },
  online: { zh: '线上', en: 'Online' },
};

/** How a complainant was told in person. */
export type TellingMode = 'in-person' | 'phone' | 'letter' | 'message';
export const TELLING_MODE_NAMES: Readonly<Record<TellingMode, Name>> = {
  'in-person': { zh: '当面', en: 'In person' },
  phone: { zh: '电话', en: 'Phone' },
  letter: { zh: '信函', en: 'Letter' },
  message: { zh: '短信或即时消息', en: 'Message' },
};

/** 原因代码 (R03.11): delivered values of the operator's list. */
export const CAUSE_CODES = [
  'material',
  'workmanship',
  'design',
  'maintenance',
  'staff-attitude',
  'staff-skill',
  'process-delay',
  'information',
  'contract',
  'charges',
  'third-party',
  'complainant',
  'other',
] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];
export const CAUSE_NAMES: Readonly<Record<CauseCode, Name>> = {
  material: { zh: '材料设备', en: 'Material or equipment' },
  workmanship: { zh: '施工工艺', en: 'Workmanship' },
  design: { zh: '设计', en: 'Design' },
  maintenance: { zh: '维护保养', en: 'Maintenance' },
  'staff-attitude': { zh: '服务态度', en: 'Attitude of staff' },
  'staff-skill': { zh: '业务能力', en: 'Skill of staff' },
  'process-delay': { zh: '流程拖延', en: 'Delay' },
  information: { zh: '信息告知', en: 'Information' },
  contract: { zh: '合同约定', en: 'Contract' },
  charges: { zh: '收费', en: 'Charges' },
  'third-party': { zh: '第三方', en: 'Third party' },
  complainant: { zh: '投诉人自身', en: 'The complainant’s side' },
  other: { zh: '其他', en: 'Other' },
};
