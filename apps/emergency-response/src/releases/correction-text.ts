import { dayOf } from '@huiying/working-time';
import type { Release } from './release-book.js';

/** 更正公告 of a release that told of something that was none. */
export function correctionText({ publishedAt, content }: Pick<Release, 'publishedAt' | 'content'>): string {
  return [
    '更正公告',
    `经核实，本单位 ${dayOf(publishedAt)} 发布的下列信息所涉事件系误报，现予更正，原信息作废。由此带来的不便，敬请谅解。`,
    `原信息：${content}`,
  ].join('\n');
}
