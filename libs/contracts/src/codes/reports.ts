import type { Name } from './name.js';

/** 举报方式 (R05.1). */
export const REPORT_FORMS = ['oral', 'written'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** How the outcome was told to the reporter (R05.5). */
export type ReportTelling = 'online' | 'in-person' | 'phone';
export const REPORT_TELLING_NAMES: Readonly<Record<ReportTelling, Name>> = {
  online: { zh: '举报页面', en: 'Page of the report' },
  'in-person': { zh: '当面', en: 'In person' },
  phone: { zh: '电话', en: 'Phone' },
};
