import type { Name } from './name.js';

/** 事项, processes.md §2: suggested by decision `topic-words`, confirmed by the desk, input of `classification`. */
export const TOPICS = [
  'colleague',
  'complaint-handling',
  'question',
  'proposal',
  'title-certificate',
  'between-stores',
  'brokerage-business',
  'site-safety',
  'house-quality',
  'after-sales',
  'sale',
  'lease',
  'marketing',
  'property-management',
  'registration',
  'repair-order',
  'none',
] as const;
export type Topic = (typeof TOPICS)[number];

export const TOPIC_NAMES: Readonly<Record<Topic, Name>> = {
  colleague: { zh: '同事行为', en: 'Conduct of a colleague' },
  'complaint-handling': { zh: '投诉处理不当', en: 'How a complaint was handled' },
  question: { zh: '咨询', en: 'Question' },
  proposal: { zh: '建议或表扬', en: 'Proposal or praise' },
  'title-certificate': { zh: '权证办理', en: 'Title certificate' },
  'between-stores': { zh: '分店之间', en: 'Between stores' },
  'brokerage-business': { zh: '经纪业务', en: 'Brokerage business' },
  'site-safety': { zh: '施工安全', en: 'Site safety' },
  'house-quality': { zh: '房屋质量', en: 'Quality of the house' },
  'after-sales': { zh: '售后维修', en: 'After-sales service' },
  sale: { zh: '房屋销售', en: 'Sale' },
  lease: { zh: '房屋租赁', en: 'Lease' },
  marketing: { zh: '营销服务', en: 'Marketing' },
  'property-management': { zh: '物业管理', en: 'Property management' },
  registration: { zh: '不动产登记', en: 'Registration' },
  'repair-order': { zh: '日常报修', en: 'Repair order' },
  none: { zh: '无法判断', en: 'Cannot be told' },
};
