import { createWords } from './create-words.js';
import { staffZh } from './staff.zh.js';

export const { WordsProvider, useWords } = createWords(staffZh, async () => (await import('./staff.en.js')).staffEn);
export type StaffKey = keyof typeof staffZh;
