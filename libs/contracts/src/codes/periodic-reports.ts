import type { Name } from './name.js';

/** Reports that decision `report-plan` plans; the processes of all are one, `periodic-report`. */
export const REPORT_IDS = [
  'sales-daily-review',
  'sales-monthly',
  'sales-annual',
  'supervision-monthly',
  'ticket-monthly',
  'recurring',
  'property-review',
  'group-monthly',
  'region-review',
] as const;
export type ReportId = (typeof REPORT_IDS)[number];
export const REPORT_NAMES: Readonly<Record<ReportId, Name>> = {
  'sales-daily-review': { zh: '每日投诉查阅', en: 'Daily review of complaints' },
  'sales-monthly': { zh: '客户投诉报告', en: 'Monthly report of complaints' },
  'sales-annual': { zh: '客户投诉总结', en: 'Yearly summary of complaints' },
  'supervision-monthly': { zh: '投诉处理报告及汇总表', en: 'Report on the handling of complaints' },
  'ticket-monthly': { zh: '投诉单汇总', en: 'Compilation of tickets' },
  recurring: { zh: '普遍性问题分析', en: 'Analysis of recurring problems' },
  'property-review': { zh: '物业服务质量监督', en: 'Review of the property service' },
  'group-monthly': { zh: '集团投诉信息分析', en: 'Analysis of complaints in the group' },
  'region-review': { zh: '项目投诉处理督导', en: 'Guidance of the projects' },
};

/** Areas in which a recurring problem is looked for (R02.2). */
export const CAUSE_AREAS = ['quality', 'property', 'sales'] as const;
export type CauseArea = (typeof CAUSE_AREAS)[number];
export const CAUSE_AREA_NAMES: Readonly<Record<CauseArea, Name>> = {
  quality: { zh: '工程质量', en: 'Construction quality' },
  property: { zh: '物业服务', en: 'Property service' },
  sales: { zh: '销售服务', en: 'Sales service' },
};

/** A recurring problem for which a preventive action is opened. */
export interface PreventiveAction {
  area: CauseArea;
  causeCode: string;
  /** `<report no>:<area>.<cause>`: the origin that the corrective action names. */
  originNo: string;
  responsibleGroup: string;
}

/** One respondent of a survey: its own number and the case that it is asked about. */
export interface Respondent {
  respondentNo: string;
  caseNo: string;
}
