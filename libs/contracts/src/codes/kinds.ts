import type { Name } from './name.js';

/** 投诉类别, processes.md §2. */
export const KINDS = [
  'construction-quality',
  'construction-safety',
  'after-sales',
  'sales',
  'leasing',
  'marketing-service',
  'property-service',
  'registration-service',
  'brokerage-store',
  'brokerage-consultant',
  'inter-store',
  'title-certificate',
  'handler-misconduct',
  'employee-report',
  'inquiry',
  'suggestion',
  'repair-request',
] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_NAMES: Readonly<Record<Kind, Name>> = {
  'construction-quality': { zh: '工程质量', en: 'Construction quality' },
  'construction-safety': { zh: '施工安全', en: 'Site safety' },
  'after-sales': { zh: '售后', en: 'After sales' },
  sales: { zh: '销售', en: 'Sales' },
  leasing: { zh: '租赁', en: 'Leasing' },
  'marketing-service': { zh: '营销服务', en: 'Marketing service' },
  'property-service': { zh: '物业服务', en: 'Property service' },
  'registration-service': { zh: '登记服务', en: 'Registration service' },
  'brokerage-store': { zh: '分店', en: 'Brokerage store' },
  'brokerage-consultant': { zh: '置业顾问', en: 'Property consultant' },
  'inter-store': { zh: '分店间', en: 'Between stores' },
  'title-certificate': { zh: '权证', en: 'Title certificate' },
  'handler-misconduct': { zh: '处理不当', en: 'Mishandled complaint' },
  'employee-report': { zh: '员工举报', en: 'Employee report' },
  inquiry: { zh: '查询', en: 'Inquiry' },
  suggestion: { zh: '建议', en: 'Suggestion or praise' },
  'repair-request': { zh: '报修', en: 'Repair request' },
};

/** Kinds that are dealt with in a sealed or restricted procedure; outside they show as target `other-procedure`, kind null. */
export const SEALED_KINDS = ['employee-report', 'handler-misconduct'] as const;
