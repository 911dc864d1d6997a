import type { Name } from './name.js';

/** Answers of decision `eligibility`; `abandoned`: a supplement that did not come (R01.2). */
export const ADMISSIONS = [
  'accept',
  'supplement',
  'divert',
  'record',
  'redirect',
  'refuse',
  'pass',
  'abandoned',
] as const;
export type Admission = (typeof ADMISSIONS)[number];

export const ADMISSION_NAMES: Readonly<Record<Admission, Name>> = {
  accept: { zh: '受理', en: 'Accepted' },
  supplement: { zh: '待补正', en: 'Supplement asked for' },
  divert: { zh: '转办', en: 'Diverted' },
  record: { zh: '登记致谢', en: 'Recorded with thanks' },
  redirect: { zh: '转送集团', en: 'Redirected to the group' },
  refuse: { zh: '不予受理', en: 'Not accepted' },
  pass: { zh: '无效投诉转部门', en: 'Invalid, passed to the department' },
  abandoned: { zh: '逾期未补正', en: 'Supplement did not come' },
};

/** Where a case that is not accepted goes: process ids. */
export const DIVERT_TARGETS = [
  'employee-report',
  'supervision',
  'inquiry-handling',
  'inter-store-dispute',
  'delivery-defect',
  'measure-follow-up',
] as const;
export type DivertTarget = (typeof DIVERT_TARGETS)[number];

export const SEVERITIES = ['general', 'major'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SEVERITY_NAMES: Readonly<Record<Severity, Name>> = {
  general: { zh: '一般', en: 'General' },
  major: { zh: '重大', en: 'Major' },
};

export const COMPLEXITIES = ['simple', 'complex'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];
export const COMPLEXITY_NAMES: Readonly<Record<Complexity, Name>> = {
  simple: { zh: '简单', en: 'Simple' },
  complex: { zh: '复杂', en: 'Complex' },
};

/** States of a case and the moves between them (processes.md §2); every open state may also move to withdrawn. */
export const CASE_STATES = [
  'registered',
  'supplementing',
  'not-accepted',
  'accepted',
  'following-master',
  'dispatched',
  'investigating',
  'mediating',
  'decided',
  'rectifying',
  'awaiting-answer',
  'reviewing',
  'archived',
  'withdrawn',
] as const;
export type CaseState = (typeof CASE_STATES)[number];
export const CASE_STATE_NAMES: Readonly<Record<CaseState, Name>> = {
  registered: { zh: '已登记', en: 'Registered' },
  supplementing: { zh: '待补正', en: 'Supplement asked for' },
  'not-accepted': { zh: '不予受理/已转送', en: 'Not accepted' },
  accepted: { zh: '已受理', en: 'Accepted' },
  'following-master': { zh: '从案待主案', en: 'Following its master' },
  dispatched: { zh: '已交办', en: 'Dispatched' },
  investigating: { zh: '调查中', en: 'Being investigated' },
  mediating: { zh: '调解中', en: 'In mediation' },
  decided: { zh: '已决定', en: 'Decided' },
  rectifying: { zh: '整改落实中', en: 'Measures under way' },
  'awaiting-answer': { zh: '待评价', en: 'Awaiting the answer' },
  reviewing: { zh: '复查中', en: 'In review' },
  archived: { zh: '已归档', en: 'Archived' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const RESPONDENT_TYPES = ['store', 'consultant', 'department', 'person'] as const;
export type RespondentType = (typeof RESPONDENT_TYPES)[number];
export const RESPONDENT_TYPE_NAMES: Readonly<Record<RespondentType, Name>> = {
  store: { zh: '分店', en: 'Store' },
  consultant: { zh: '置业顾问', en: 'Consultant' },
  department: { zh: '部门', en: 'Department' },
  person: { zh: '个人', en: 'Person' },
};

/** 受理范围. */
export const SCOPES = ['own', 'group', 'outside'] as const;
export type Scope = (typeof SCOPES)[number];
export const SCOPE_NAMES: Readonly<Record<Scope, Name>> = {
  own: { zh: '本单位', en: 'Ours' },
  group: { zh: '集团范围', en: 'The group’s' },
  outside: { zh: '范围之外', en: 'Outside' },
};

/** R11.4–R11.6. */
export const MEDIA = ['newspaper', 'television', 'online', 'radio', 'other'] as const;
export type Medium = (typeof MEDIA)[number];
export const MEDIUM_NAMES: Readonly<Record<Medium, Name>> = {
  newspaper: { zh: '报纸', en: 'Newspaper' },
  television: { zh: '电视', en: 'Television' },
  online: { zh: '网络', en: 'Online' },
  radio: { zh: '广播', en: 'Radio' },
  other: { zh: '其他', en: 'Other' },
};
