import type { NoticeText } from '../render.js';

/** Asked for by a satisfaction survey (R12.7). */
export const questionnaireTemplates = {
  questionnaire: {
    title: '满意度调查',
    fields: ['caseNo', 'organisation', 'link'],
    body: `
您好：

您的投诉（编号{{caseNo}}）已由{{organisation}}答复。我们想请您用一分钟告诉我们办得怎么样：
{{link}}

这个链接只能填写一次，请不要转给别人。不填写也没有关系。`,
  },
} as const satisfies Record<string, NoticeText>;
