import type { RoleId } from '@huiying/platform';

/** How many people of a unit hold which role; the first one heads the unit. Two where one alone could be left out by 回避. */
export type RoleCounts = Partial<Record<RoleId, number>>;

/** A department: ending of its id, name, English name, who works there. */
export interface DepartmentPlan {
  suffix: string;
  name: string;
  nameEn: string;
  roles: RoleCounts;
}

const plan = (suffix: string, name: string, nameEn: string, roles: RoleCounts): DepartmentPlan => ({
  suffix,
  name,
  nameEn,
  roles,
});

const desk = plan('SL', '投诉受理岗', 'Intake desk', { 'intake-desk': 2 });
const review = plan('FC', '复查岗', 'Review office', { 'review-office': 2 });
const supervision = plan('JC', '公司办公室（投诉稽查）', 'Supervision office', { 'supervision-office': 2 });
const finance = plan('CW', '财务部', 'Finance', { finance: 2 });
const customerService = plan('KF', '客户服务部', 'Customer service', { 'customer-service': 2 });
const people = plan('RZ', '人力资源部', 'Human resources', {
  hr: 2,
  supervisor: 2,
  'training-admin': 1,
  'report-custodian': 2,
});
const management = plan('QG', '企业管理部', 'Management department', { 'management-dept': 2, management: 2 });

/** 集团: besides its own offices one department for each trade, where the companies below find what they have not themselves. */
export const GROUP_DEPARTMENTS: DepartmentPlan[] = [
  desk,
  plan('KF', '集团客户服务部', 'Group customer service', {
    'group-customer-service': 2,
    'project-customer-service': 2,
    'customer-service': 2,
  }),
  plan('JC', '集团投诉稽查中心', 'Group supervision centre', {
    'group-supervision-centre': 3,
    'supervision-office': 2,
    custodian: 2,
  }),
  review,
  management,
  plan('GC', '集团工程部', 'Group engineering', {
    engineering: 2,
    'engineering-head': 1,
    'construction-engineering': 2,
    'site-project-dept': 2,
    'maintenance-crew': 2,
  }),
  plan('WG', '物业管理部', 'Property management', {
    'operations-head': 2,
    'service-centre-head': 2,
    'service-centre': 2,
    'service-centre-engineering': 2,
    'quality-centre': 2,
    'property-steward': 2,
  }),
  plan('YX', '集团营销中心', 'Group marketing', { marketing: 2, 'sales-manager': 1, 'sales-lead': 1, salesperson: 2 }),
  plan('JJ', '经纪业务管理部', 'Brokerage management', {
    'region-head': 2,
    'region-office': 2,
    'store-manager': 2,
    consultant: 2,
    'title-office': 2,
  }),
  plan('YJ', '投诉处理办公室（应急）', 'Emergency office', { 'emergency-office': 2, 'emergency-leading-group': 3 }),
  plan('BG', '集团办公室', 'Group office', { 'general-office': 2 }),
  finance,
  people,
  plan('FW', '法务合规部', 'Legal and compliance', { 'privacy-officer': 2 }),
  plan('IT', '信息中心', 'Information centre', {
    administrator: 2,
    operator: 2,
    'process-designer': 2,
    'studio-approver': 2,
    integrator: 1,
  }),
];

export const REGION_DEPARTMENTS: DepartmentPlan[] = [
  plan('KF', '片区客户服务部', 'Region customer service', { 'region-customer-service': 2 }),
];

export const DEVELOPER_DEPARTMENTS: DepartmentPlan[] = [
  desk,
  plan('KF', '客户服务部', 'Customer service', { 'customer-service': 2, 'project-customer-service': 2 }),
  supervision,
  review,
  plan('GC', '工程部', 'Engineering', { engineering: 2, 'engineering-head': 1 }),
  plan('XS', '销售部', 'Sales', { 'sales-manager': 1, 'sales-lead': 2, salesperson: 2 }),
  plan('YX', '市场部', 'Marketing', { marketing: 2 }),
  plan('YJ', '投诉处理办公室', 'Emergency office', { 'emergency-office': 2, 'emergency-leading-group': 2 }),
  finance,
  people,
];

export const PROPERTY_DEPARTMENTS: DepartmentPlan[] = [
  desk,
  plan('WG', '物业管理员岗', 'Property stewards', { 'property-steward': 2 }),
  plan('FW', '物业服务中心', 'Service centre', { 'service-centre-head': 2, 'service-centre': 2 }),
  plan('GC', '物业服务中心工程部', 'Service centre, engineering', { 'service-centre-engineering': 2 }),
  plan('PZ', '品质工程管理中心', 'Quality centre', { 'quality-centre': 2 }),
  plan('JY', '经营管理部', 'Operations', { 'operations-head': 2 }),
  plan('WX', '维修组', 'Maintenance crew', { 'maintenance-crew': 2, engineering: 2 }),
  plan('BG', '综合办公室', 'General office', { 'general-office': 2 }),
  customerService,
  supervision,
  review,
  management,
  finance,
  people,
];

export const CONSTRUCTION_DEPARTMENTS: DepartmentPlan[] = [
  desk,
  plan('GC', '建筑公司工程部', 'Construction engineering', { 'construction-engineering': 2, engineering: 1 }),
  plan('XM', '现场工程项目部', 'Site project department', { 'site-project-dept': 2 }),
  plan('WX', '维修组', 'Maintenance crew', { 'maintenance-crew': 2 }),
  customerService,
  supervision,
  review,
  finance,
  people,
];

export const BROKERAGE_DEPARTMENTS: DepartmentPlan[] = [
  desk,
  customerService,
  plan('QZ', '权证部', 'Title office', { 'title-office': 2 }),
  plan('YX', '市场部', 'Marketing', { marketing: 2 }),
  supervision,
  review,
  finance,
  people,
];

/** A public body of its own: nobody stands above it in the directory, so it holds what the others find above them. */
export const REGISTRATION_DEPARTMENTS: DepartmentPlan[] = [
  desk,
  plan('DJ', '登记科', 'Registration section', { 'service-centre': 2 }),
  plan('DA', '档案科', 'Records section', { 'general-office': 2 }),
  plan('HQ', '基建后勤科', 'Premises section', { engineering: 2 }),
  plan('ZG', '主管部门联络处', 'Liaison of the authority in charge', { 'group-executive': 2 }),
  customerService,
  supervision,
  review,
  management,
  finance,
  people,
];
