import type { Name } from './name.js';

/** The five levels of the sales ladder, lowest first (R07.4); level 4 is the leader in charge (R09.4). */
export const SALES_LADDER = [
  'salesperson',
  'sales-lead',
  'sales-manager',
  'deputy-general-manager',
  'general-manager',
] as const;

/** 处理方式 of a level: settles, climbs by one (not from the highest), or asks departments (from level 3 on, R07.5). */
export const SALES_ACTIONS = ['settle', 'climb', 'departments'] as const;
export type SalesAction = (typeof SALES_ACTIONS)[number];
export const SALES_ACTION_NAMES: Readonly<Record<SalesAction, Name>> = {
  settle: { zh: '办结', en: 'Settle' },
  climb: { zh: '上报上一级', en: 'Hand up one level' },
  departments: { zh: '部门会办', en: 'Ask departments' },
};
