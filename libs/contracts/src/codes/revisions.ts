import type { Name } from './name.js';
import type { OrgType } from './org-types.js';

/** What a revision is of (processes.md rule-revision); who drafts it follows from it. */
export const REVISION_KINDS = [
  'emergency-plan',
  'process',
  'decision',
  'rulebook',
  'employee-report-rules',
  'registration-form',
] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];
export const REVISION_KIND_NAMES: Readonly<Record<RevisionKind, Name>> = {
  'emergency-plan': { zh: '应急预案', en: 'Emergency plan' },
  process: { zh: '流程', en: 'Process' },
  decision: { zh: '决策表', en: 'Decision' },
  rulebook: { zh: '制度', en: 'Rulebook' },
  'employee-report-rules': { zh: '员工投诉举报制度', en: 'Rules on employee reports' },
  'registration-form': { zh: '投诉登记表', en: 'Registration form' },
};

/** 审批意见 of a revision: approved, back to the drafter, dropped. */
export const REVISION_DECISIONS = ['yes', 'back', 'drop'] as const;
export type RevisionDecision = (typeof REVISION_DECISIONS)[number];
export const REVISION_DECISION_NAMES: Readonly<Record<RevisionDecision, Name>> = {
  yes: { zh: '批准', en: 'Approve' },
  back: { zh: '退回修改', en: 'Send back' },
  drop: { zh: '不予修订', en: 'Drop' },
};

/** What a revision changes: a document of the rulebook (D01–D13), the registration form, or a model. */
export const RULEBOOK_DOCUMENTS = [
  'D01',
  'D02',
  'D03',
  'D04',
  'D05',
  'D06',
  'D07',
  'D08',
  'D09',
  'D10',
  'D11',
  'D12',
  'D13',
  'registration-form',
] as const;
export type RulebookDocument = (typeof RULEBOOK_DOCUMENTS)[number];
export const REVISION_TARGETS = [...RULEBOOK_DOCUMENTS, 'model'] as const;
export type RevisionTarget = (typeof REVISION_TARGETS)[number];
export const REVISION_TARGET_NAMES: Readonly<Record<RevisionTarget, Name>> = {
  D01: { zh: 'D01 不动产登记中心投诉处理机制', en: 'D01 Registration centre: complaint mechanism' },
  D02: { zh: 'D02 房地产公司客户投诉处理规定', en: 'D02 Developer: customer complaint rules' },
  D03: { zh: 'D03 地产公司投诉管理制度', en: 'D03 Developer: complaint management system' },
  D04: { zh: 'D04 建筑和房地产业投诉处理管理办法', en: 'D04 Construction and real-estate industry: measures' },
  D05: { zh: 'D05 房地产公司员工投诉举报管理制度', en: 'D05 Developer: employee complaints and reports' },
  D06: { zh: 'D06 提高房地产经纪行业投诉处理效能管理办法', en: 'D06 Brokerage industry: effective handling' },
  D07: { zh: 'D07 集团客户投诉处理程序', en: 'D07 Group customer-complaint procedure' },
  D08: { zh: 'D08 地产投诉应急预案', en: 'D08 Emergency response plan' },
  D09: { zh: 'D09 房地产公司投诉管理细则', en: 'D09 Developer: detailed rules, supervision office' },
  D10: { zh: 'D10 房地产投诉处理工作规程', en: 'D10 Group: code of practice' },
  D11: { zh: 'D11 房产中介投诉处理办法', en: 'D11 Brokerage: exposure and penalties' },
  D12: { zh: 'D12 后续服务和客户投诉处理程序', en: 'D12 Follow-up service and customer complaints' },
  D13: { zh: 'D13 ISO9000 住户投诉处理程序', en: 'D13 ISO 9000 resident complaint procedure' },
  'registration-form': { zh: '住户来电/来函/来访登记表', en: 'Registration form' },
  model: { zh: '流程或决策（见模型编号）', en: 'A process or decision (see its id)' },
};

/** Which documents bind a type of organisation (processes.md §1); the registration form is everybody's. */
export const BINDING_DOCUMENTS: Readonly<Record<OrgType, readonly RulebookDocument[]>> = {
  'registration-centre': ['D01', 'D04', 'registration-form'],
  developer: ['D02', 'D03', 'D04', 'D05', 'D07', 'D08', 'D09', 'D10', 'registration-form'],
  'property-company': ['D02', 'D04', 'D12', 'D13', 'registration-form'],
  'construction-company': ['D02', 'D04', 'registration-form'],
  brokerage: ['D04', 'D06', 'D11', 'registration-form'],
  group: ['D07', 'D09', 'D10', 'D12', 'registration-form'],
};
