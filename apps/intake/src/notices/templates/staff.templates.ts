import type { NoticeText } from '../render.js';

const fields = ['caseNo', 'organisation', 'kind', 'severity', 'department', 'dueAt', 'because', 'measureNo'] as const;

/** To staff; number and codes only, what the case says is read on its page. */
export const staffTemplates = {
  supervision: {
    title: '督办通知',
    fields,
    body: `
案件{{caseNo}}（{{kind}}，{{severity}}）已交{{department}}办理，由您督办。
办理期限：{{dueAt}}。
请打开案件了解情况并填写督办意见。`,
  },
  'key-customer': {
    title: '重点客户服务记录',
    fields,
    body: `
案件{{caseNo}}（{{kind}}）的投诉人是重点客户，请{{department}}按重点客户时限办理。
办理期限：{{dueAt}}。`,
  },
  'measure-closed': {
    title: '措施完成',
    fields,
    body: `
案件{{caseNo}}的措施{{measureNo}}已完成并经验证。`,
  },
  settled: {
    title: '办结通报',
    fields,
    body: `
案件{{caseNo}}（{{kind}}）已由销售人员办结，特此通报，无需签批。`,
  },
  emergency: {
    title: '应急启动报告',
    fields,
    body: `
案件{{caseNo}}（{{kind}}，{{severity}}）启动应急响应。
启动原因：{{because}}。
请投诉处理领导小组成员立即了解情况。`,
  },
  'report-delivered': {
    title: '报告送达通知',
    fields: ['title', 'link'],
    body: `
{{title}}已送达，请查阅。
打开报告：{{link}}

本邮件不含报告内容，登录后可以查看和下载。`,
  },
} as const satisfies Record<string, NoticeText>;
