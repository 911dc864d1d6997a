import type { Name } from './name.js';

/** 渠道 (R01.1, R04.3, R10.3, R13.1). */
export const CHANNELS = ['phone', 'letter', 'email', 'web', 'visit', 'hotline', 'property-unit', 'internal'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_NAMES: Readonly<Record<Channel, Name>> = {
  phone: { zh: '电话', en: 'Phone' },
  letter: { zh: '信函', en: 'Letter' },
  email: { zh: '邮件', en: 'E-mail' },
  web: { zh: '网络平台', en: 'Web' },
  visit: { zh: '上门/现场', en: 'Visit' },
  hotline: { zh: '住户投诉电话', en: 'Residents’ hotline' },
  'property-unit': { zh: '物业转来', en: 'Passed on by the property unit' },
  internal: { zh: '内部', en: 'Internal' },
};

/** Spoken channels: 复述确认 is required (R07.2). */
export const SPOKEN_CHANNELS = ['phone', 'hotline', 'visit'] as const;
