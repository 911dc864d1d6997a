import type { Name } from '../codes/index.js';

interface NoticeContract extends Name {
  /** Who is told: the complainant by their channel, or staff of a group. */
  readonly to: 'complainant' | 'staff';
  /** true: this notice tells the outcome (event outcome.notified, meets R04.13, R01.4, R13.1 and opens the window of R04.12). */
  readonly outcome: boolean;
  readonly rules: readonly string[];
}

/** Notice templates that the models and their jobs name. Texts are intake's. */
export const NOTICES = {
  accepted: { zh: '受理告知书', en: 'Accepted', to: 'complainant', outcome: false, rules: ['R01.3'] },
  supplement: { zh: '补正通知书', en: 'Supplement needed', to: 'complainant', outcome: false, rules: ['R01.2'] },
  'not-accepted': {
    zh: '不予受理（转送）告知书',
    en: 'Not accepted',
    to: 'complainant',
    outcome: false,
    rules: ['R01.3', 'R04.4', 'R09.5'],
  },
  delay: { zh: '当日未能解决告知', en: 'Not solved today', to: 'complainant', outcome: false, rules: ['R09.7'] },
  extension: { zh: '延期告知', en: 'New date', to: 'complainant', outcome: false, rules: ['R04.13', 'R09.7'] },
  'feedback-date': {
    zh: '预计反馈日变更告知',
    en: 'New feedback date',
    to: 'complainant',
    outcome: false,
    rules: ['R07.6', 'R07.7'],
  },
  progress: { zh: '进展告知', en: 'Progress', to: 'complainant', outcome: false, rules: ['R01.8'] },
  decision: {
    zh: '处理决定告知书',
    en: 'Decision and right of review',
    to: 'complainant',
    outcome: false,
    rules: ['R04.11', 'R04.12'],
  },
  outcome: {
    zh: '结果告知书',
    en: 'Outcome and right of review',
    to: 'complainant',
    outcome: true,
    rules: ['R04.11', 'R04.12', 'R08.6'],
  },
  closing: {
    zh: '办结告知书',
    en: 'Handling finished (the decision was told)',
    to: 'complainant',
    outcome: true,
    rules: ['R04.11', 'R04.12'],
  },
  remedies: {
    zh: '复查申请指引',
    en: 'How to ask for a review',
    to: 'complainant',
    outcome: false,
    rules: ['R01.7', 'R04.12'],
  },
  'review-decision': {
    zh: '复查决定',
    en: 'Decision of the review',
    to: 'complainant',
    outcome: false,
    rules: ['R01.7'],
  },
  'review-declined': {
    zh: '复查不予受理告知',
    en: 'Review declined, other routes',
    to: 'complainant',
    outcome: false,
    rules: ['R04.12'],
  },
  answer: { zh: '查询答复', en: 'Answer to an inquiry', to: 'complainant', outcome: false, rules: ['R12.2'] },
  supervision: { zh: '督办通知', en: 'To the overseer', to: 'staff', outcome: false, rules: ['R10.1'] },
  'key-customer': { zh: '重点客户服务记录', en: 'Key customer', to: 'staff', outcome: false, rules: ['R12.4'] },
  'measure-closed': { zh: '措施完成', en: 'Measure closed', to: 'staff', outcome: false, rules: ['R13.5'] },
  settled: { zh: '办结通报', en: 'Sales case settled below the leader', to: 'staff', outcome: false, rules: ['R09.4'] },
  emergency: {
    zh: '应急启动报告',
    en: 'To the emergency leading group',
    to: 'staff',
    outcome: false,
    rules: ['R08.8'],
  },
} as const satisfies Record<string, NoticeContract>;
export type NoticeTemplate = keyof typeof NOTICES;
export const NOTICE_TEMPLATES = Object.keys(NOTICES) as NoticeTemplate[] as [NoticeTemplate, ...NoticeTemplate[]];
