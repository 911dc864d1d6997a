import type { Name } from './name.js';

/** processes.md §1. */
export const ORG_TYPES = [
  'registration-centre',
  'developer',
  'property-company',
  'construction-company',
  'brokerage',
  'group',
] as const;
export type OrgType = (typeof ORG_TYPES)[number];

export const ORG_TYPE_NAMES: Readonly<Record<OrgType, Name>> = {
  'registration-centre': { zh: '不动产登记中心', en: 'Registration centre' },
  developer: { zh: '房地产公司', en: 'Developer' },
  'property-company': { zh: '物业公司', en: 'Property company' },
  'construction-company': { zh: '建筑公司', en: 'Construction company' },
  brokerage: { zh: '经纪公司', en: 'Brokerage' },
  group: { zh: '集团公司', en: 'Group' },
};

/** Level of a developer's or group's organisation (R10.1); null counts as project. */
export const ORG_LEVELS = ['project', 'region', 'group'] as const;

export const PROJECT_OWNERSHIPS = ['wholly-owned', 'controlled', 'joint'] as const;
type ProjectOwnership = (typeof PROJECT_OWNERSHIPS)[number];

export const PROJECT_OWNERSHIP_NAMES: Readonly<Record<ProjectOwnership, Name>> = {
  'wholly-owned': { zh: '全资', en: 'Wholly owned' },
  controlled: { zh: '控股', en: 'Controlled' },
  joint: { zh: '合作', en: 'Joint' },
};

/** R08.1. */
export const PROJECT_TYPES = ['residential', 'commercial', 'office'] as const;

/** 项目阶段: under construction or handed over (R10.4). */
export const PHASES = ['construction', 'occupied'] as const;
type Phase = (typeof PHASES)[number];

export const PHASE_NAMES: Readonly<Record<Phase, Name>> = {
  construction: { zh: '在建', en: 'Under construction' },
  occupied: { zh: '已交付', en: 'Handed over' },
};
