import type { Name } from './name.js';

/** Candidate groups of tasks: the role ids of processes.md §1. */
export const ROLES = [
  'intake-desk',
  'customer-service',
  'leader-in-charge',
  'group-customer-service',
  'supervision-office',
  'region-customer-service',
  'group-supervision-centre',
  'project-customer-service',
  'project-head',
  'region-executive',
  'group-executive',
  'general-manager',
  'deputy-general-manager',
  'management-dept',
  'management',
  'service-centre',
  'service-centre-head',
  'service-centre-engineering',
  'quality-centre',
  'construction-engineering',
  'site-project-dept',
  'maintenance-crew',
  'property-steward',
  'general-office',
  'operations-head',
  'management-representative',
  'deputy-management-representative',
  'salesperson',
  'sales-lead',
  'sales-manager',
  'engineering-head',
  'store-manager',
  'consultant',
  'region-office',
  'region-head',
  'finance',
  'title-office',
  'emergency-leading-group',
  'emergency-office',
  'marketing',
  'engineering',
  'hr',
  'supervisor',
  'review-office',
  'training-admin',
  'report-custodian',
  'custodian',
  'privacy-officer',
] as const;
export type Role = (typeof ROLES)[number];

/** No task of a case. */
export const PLATFORM_ROLES = [
  'process-designer',
  'studio-approver',
  'operator',
  'integrator',
  'administrator',
  'authority-contact',
] as const;
export type PlatformRole = (typeof PLATFORM_ROLES)[number];

/** Groups that are no roles: the tasklist resolves them to the head of a unit of the case. */
export const UNIT_GROUPS = ['respondent-unit', 'agreement-party'] as const;
export type UnitGroup = (typeof UNIT_GROUPS)[number];
type CandidateGroup = Role | UnitGroup;

const GROUPS = new Set<string>([...ROLES, ...UNIT_GROUPS]);

/** Can a task be given to it: a role, or a group that the tasklist resolves to the head of a unit of the case (processes.md §1)? */
export function isGroup(id: string): boolean {
  return GROUPS.has(id);
}

export const ROLE_NAMES: Readonly<Record<Role | PlatformRole | UnitGroup, Name>> = {
  'intake-desk': { zh: '投诉受理岗', en: 'Intake desk' },
  'customer-service': { zh: '客户服务部', en: 'Customer service' },
  'leader-in-charge': { zh: '分管领导', en: 'Leader in charge' },
  'group-customer-service': { zh: '集团客户服务部', en: 'Group customer service' },
  'supervision-office': { zh: '投诉稽查办公室', en: 'Supervision office' },
  'region-customer-service': { zh: '片区客户服务专员', en: 'Region customer service' },
  'group-supervision-centre': { zh: '集团投诉稽查中心', en: 'Group supervision centre' },
  'project-customer-service': { zh: '项目公司客户服务岗', en: 'Project customer service' },
  'project-head': { zh: '项目公司负责人', en: 'Head of the project company' },
  'region-executive': { zh: '片区分管执行总经理', en: 'Region executive' },
  'group-executive': { zh: '集团分管执行总经理', en: 'Group executive' },
  'general-manager': { zh: '总经理', en: 'General manager' },
  'deputy-general-manager': { zh: '副总经理', en: 'Deputy general manager' },
  'management-dept': { zh: '企业管理部', en: 'Management department' },
  management: { zh: '管理层', en: 'Management' },
  'service-centre': { zh: '物业服务中心', en: 'Service centre' },
  'service-centre-head': { zh: '物业服务中心负责人', en: 'Head of the service centre' },
  'service-centre-engineering': { zh: '物业服务中心工程部', en: 'Service centre engineering' },
  'quality-centre': { zh: '品质工程管理中心', en: 'Quality centre' },
  'construction-engineering': { zh: '建筑公司工程部', en: 'Construction engineering' },
  'site-project-dept': { zh: '现场工程项目部', en: 'Site project department' },
  'maintenance-crew': { zh: '维修组', en: 'Maintenance crew' },
  'property-steward': { zh: '物业管理员', en: 'Property steward' },
  'general-office': { zh: '综合办公室', en: 'General office' },
  'operations-head': { zh: '经营管理部主任', en: 'Head of operations' },
  'management-representative': { zh: '管理者代表', en: 'Management representative' },
  'deputy-management-representative': { zh: '管理者副代表', en: 'Deputy management representative' },
  salesperson: { zh: '销售（租赁）人员', en: 'Salesperson' },
  'sales-lead': { zh: '销售主办', en: 'Sales lead' },
  'sales-manager': { zh: '销售部经理', en: 'Sales manager' },
  'engineering-head': { zh: '总师室工程技术室主管', en: 'Head of engineering' },
  'store-manager': { zh: '分店店长', en: 'Store manager' },
  consultant: { zh: '置业顾问', en: 'Property consultant' },
  'region-office': { zh: '区域分部', en: 'Region office' },
  'region-head': { zh: '区域分部负责人', en: 'Region head' },
  finance: { zh: '财务部', en: 'Finance' },
  'title-office': { zh: '权证部', en: 'Title office' },
  'emergency-leading-group': { zh: '投诉处理领导小组', en: 'Emergency leading group' },
  'emergency-office': { zh: '投诉处理办公室', en: 'Emergency office' },
  marketing: { zh: '市场部', en: 'Marketing' },
  engineering: { zh: '工程部', en: 'Engineering' },
  hr: { zh: '人力资源部', en: 'Human resources' },
  supervisor: { zh: '直接主管', en: 'Supervisor' },
  'review-office': { zh: '复查岗', en: 'Review office' },
  'training-admin': { zh: '培训管理员', en: 'Training administrator' },
  'report-custodian': { zh: '投诉举报材料专人', en: 'Report custodian' },
  custodian: { zh: '保管人', en: 'Custodian' },
  'privacy-officer': { zh: '个人信息保护负责人', en: 'Privacy officer' },
  'process-designer': { zh: '流程设计', en: 'Process designer' },
  'studio-approver': { zh: '流程审批', en: 'Studio approver' },
  operator: { zh: '运维', en: 'Operator' },
  integrator: { zh: '集成', en: 'Integrator' },
  administrator: { zh: '管理员', en: 'Administrator' },
  'authority-contact': { zh: '外部机关联系人', en: 'Contact of an outside authority' },
  'respondent-unit': { zh: '被投诉单位负责人', en: 'Head of the unit complained about' },
  'agreement-party': { zh: '合作协议约定方负责人', en: 'Head of the agreed partner' },
};

/** Functions of decision `posts`, as keys of variable `posts` (`=posts.firstContact`), with the function's code in the table. */
export const POST_FUNCTIONS = {
  intake: 'intake',
  firstContact: 'first-contact',
  verifier: 'verifier',
  approver: 'approver',
  head: 'head',
  seriousCoordinator: 'serious-coordinator',
  correctiveApprover: 'corrective-approver',
  surveyAnalyst: 'survey-analyst',
  emergencyLead: 'emergency-lead',
  emergencyOffice: 'emergency-office',
  title: 'title',
  deputy: 'deputy',
} as const;
export type PostFunction = keyof typeof POST_FUNCTIONS;
/** Variable `posts`: for each function the candidate groups, a list. Whoever starts an instance evaluates it and passes it on. */
export type Posts = Record<PostFunction, CandidateGroup[]>;
