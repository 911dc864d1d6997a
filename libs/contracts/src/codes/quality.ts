import type { Name } from './name.js';

/** 责任 of a survey (processes.md §0 "codes"). */
export const LIABILITIES = ['owner', 'not-owner'] as const;
export type Liability = (typeof LIABILITIES)[number];
export const LIABILITY_NAMES: Readonly<Record<Liability, Name>> = {
  owner: { zh: '业户责任', en: 'The owner is liable' },
  'not-owner': { zh: '非业户责任', en: 'The owner is not liable' },
};

/** 程度 of a survey: who repairs it follows from it (R02.5, R02.7, R02.11). */
export const EXTENTS = ['minor', 'ordinary', 'serious'] as const;
export type Extent = (typeof EXTENTS)[number];
export const EXTENT_NAMES: Readonly<Record<Extent, Name>> = {
  minor: { zh: '轻微', en: 'Minor' },
  ordinary: { zh: '一般', en: 'Ordinary' },
  serious: { zh: '重大或复杂', en: 'Serious or complex' },
};

/**
 * 部位, as the statutory warranty classes tell them apart (建设工程质量管理条例 第四十条): the law's minimum depends on it, decision
 * `statutory-warranty`.
 */
export const COMPONENTS = [
  'foundation',
  'main-structure',
  'roof-waterproofing',
  'wet-room',
  'outer-wall-seepage',
  'heating',
  'cooling',
  'electrical',
  'plumbing',
  'equipment',
  'fitting-out',
  'other',
] as const;
export type Component = (typeof COMPONENTS)[number];
export const COMPONENT_NAMES: Readonly<Record<Component, Name>> = {
  foundation: { zh: '地基基础', en: 'Foundation' },
  'main-structure': { zh: '主体结构', en: 'Main structure' },
  'roof-waterproofing': { zh: '屋面防水', en: 'Waterproofing of the roof' },
  'wet-room': { zh: '卫生间等有防水要求的房间', en: 'Bathroom or other wet room' },
  'outer-wall-seepage': { zh: '外墙面防渗漏', en: 'Seepage of the outer wall' },
  heating: { zh: '供热系统', en: 'Heating' },
  cooling: { zh: '供冷系统', en: 'Cooling' },
  electrical: { zh: '电气管线', en: 'Electrical wiring' },
  plumbing: { zh: '给排水管道', en: 'Water and drains' },
  equipment: { zh: '设备安装', en: 'Installed equipment' },
  'fitting-out': { zh: '装修工程', en: 'Fitting-out' },
  other: { zh: '其他', en: 'Other' },
};

/** 缺陷类别 of a defect of the period of delivery: what concentrates is one kind in one project (R10.4). */
export const DEFECT_TYPES = [
  'leak',
  'crack',
  'hollow',
  'concrete',
  'settlement',
  'door-window',
  'finish',
  'wiring',
  'piping',
  'device',
  'other',
] as const;
export type DefectType = (typeof DEFECT_TYPES)[number];
export const DEFECT_TYPE_NAMES: Readonly<Record<DefectType, Name>> = {
  leak: { zh: '渗水漏水', en: 'Leak' },
  crack: { zh: '裂缝', en: 'Crack' },
  hollow: { zh: '空鼓脱落', en: 'Hollow or loose' },
  concrete: { zh: '混凝土蜂窝麻面露筋', en: 'Honeycombed concrete, bare steel' },
  settlement: { zh: '沉降变形', en: 'Settlement' },
  'door-window': { zh: '门窗', en: 'Doors and windows' },
  finish: { zh: '饰面瑕疵', en: 'Finish' },
  wiring: { zh: '电气故障', en: 'Electrical fault' },
  piping: { zh: '管道堵塞或不通', en: 'Blocked pipe' },
  device: { zh: '设备故障', en: 'Device out of order' },
  other: { zh: '其他', en: 'Other' },
};
