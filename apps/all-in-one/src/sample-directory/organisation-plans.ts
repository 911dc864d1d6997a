import type { OrgType } from '@huiying/platform';
import {
  BROKERAGE_DEPARTMENTS,
  CONSTRUCTION_DEPARTMENTS,
  type DepartmentPlan,
  DEVELOPER_DEPARTMENTS,
  GROUP_DEPARTMENTS,
  PROPERTY_DEPARTMENTS,
  REGION_DEPARTMENTS,
  REGISTRATION_DEPARTMENTS,
  type RoleCounts,
} from './department-plans.js';

/** An organisation, region, store or outside authority: who leads it, its departments. */
export interface PlacePlan {
  id: string;
  name: string;
  nameEn: string;
  parent?: string;
  kind: 'organisation' | 'region' | 'store' | 'authority';
  orgType?: OrgType;
  /** Roles held at the place itself, by those who lead it. */
  leaders: RoleCounts;
  departments: DepartmentPlan[];
}

const STORES = [
  '中山路',
  '人民路',
  '解放路',
  '建设路',
  '和平路',
  '文化路',
  '新华路',
  '湖滨路',
  '江南路',
  '学府路',
  '光明路',
  '长青路',
  '东风路',
];

/** One organisation of each type; the group owns all but the registration centre, and JJ01 has thirteen stores in one region. */
export const PLACES: PlacePlan[] = [
  {
    id: 'JT01',
    name: '和居集团',
    nameEn: 'Heju Group',
    kind: 'organisation',
    orgType: 'group',
    leaders: {
      'group-executive': 2,
      'general-manager': 2,
      'deputy-general-manager': 2,
      'leader-in-charge': 2,
      'region-executive': 2,
      'project-head': 2,
      'management-representative': 2,
      'deputy-management-representative': 2,
    },
    departments: GROUP_DEPARTMENTS,
  },
  {
    id: 'PQ01',
    name: '和居集团华东片区',
    nameEn: 'Heju Group, East region',
    parent: 'JT01',
    kind: 'region',
    leaders: { 'region-executive': 2 },
    departments: REGION_DEPARTMENTS,
  },
  {
    id: 'FH01',
    name: '和居青柠里项目公司',
    nameEn: 'Heju Qingningli Project Company',
    parent: 'PQ01',
    kind: 'organisation',
    orgType: 'developer',
    leaders: {
      'project-head': 2,
      'general-manager': 2,
      'deputy-general-manager': 2,
      'leader-in-charge': 2,
      'management-representative': 2,
    },
    departments: DEVELOPER_DEPARTMENTS,
  },
  {
    id: 'WY01',
    name: '和居物业服务公司',
    nameEn: 'Heju Property Services',
    parent: 'JT01',
    kind: 'organisation',
    orgType: 'property-company',
    leaders: {
      'general-manager': 2,
      'deputy-general-manager': 2,
      'leader-in-charge': 2,
      'management-representative': 2,
      'deputy-management-representative': 2,
    },
    departments: PROPERTY_DEPARTMENTS,
  },
  {
    id: 'JZ01',
    name: '和居建筑公司',
    nameEn: 'Heju Construction',
    parent: 'JT01',
    kind: 'organisation',
    orgType: 'construction-company',
    leaders: { 'general-manager': 2, 'deputy-general-manager': 2, 'leader-in-charge': 2 },
    departments: CONSTRUCTION_DEPARTMENTS,
  },
  {
    id: 'JJ01',
    name: '和居房产经纪公司',
    nameEn: 'Heju Brokerage',
    parent: 'JT01',
    kind: 'organisation',
    orgType: 'brokerage',
    leaders: { 'general-manager': 2, 'deputy-general-manager': 2, 'leader-in-charge': 2 },
    departments: BROKERAGE_DEPARTMENTS,
  },
  {
    id: 'QY01',
    name: '和居经纪城区分部',
    nameEn: 'Heju Brokerage, City region',
    parent: 'JJ01',
    kind: 'region',
    leaders: { 'region-head': 2, 'region-office': 2 },
    departments: [],
  },
  ...STORES.map((street, index): PlacePlan => {
    const number = String(index + 1).padStart(2, '0');
    return {
      id: `FD${number}`,
      name: `和居经纪${street}店`,
      nameEn: `Heju Brokerage, store ${number}`,
      parent: 'QY01',
      kind: 'store',
      leaders: { 'store-manager': 1, consultant: 2 },
      departments: [],
    };
  }),
  {
    id: 'DJ01',
    name: '市不动产登记中心',
    nameEn: 'City Real Estate Registration Centre',
    kind: 'organisation',
    orgType: 'registration-centre',
    leaders: { 'leader-in-charge': 2, 'deputy-general-manager': 2, 'general-manager': 2 },
    departments: REGISTRATION_DEPARTMENTS,
  },
  {
    id: 'ZJJ01',
    name: '市住房和城乡建设局',
    nameEn: 'City Housing and Construction Bureau',
    kind: 'authority',
    leaders: { 'authority-contact': 1 },
    departments: [],
  },
];
