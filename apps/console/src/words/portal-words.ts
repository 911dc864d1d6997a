import { createWords } from './create-words.js';
import { portalZh } from './portal.zh.js';

export const { WordsProvider, useWords } = createWords(portalZh, async () => (await import('./portal.en.js')).portalEn);
