import type { Name } from './name.js';

/** How an employee reports (R05.1): by word of mouth, or in writing. */
export const REPORT_FORMS = ['oral', 'written'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** How the reporter is told of the outcome (R05.5). */
export const REPORT_TELLINGS = ['online', 'in-person', 'phone'] as const;
export type ReportTelling = (typeof REPORT_TELLINGS)[number];

export const REPORT_TELLING_NAMES: Readonly<Record<ReportTelling, Name>> = {
  online: { zh: '举报页面', en: 'Report page' },
  'in-person': { zh: '当面', en: 'In person' },
  phone: { zh: '电话', en: 'Phone' },
};
