import type { NoticeText } from '../render.js';

/** From acceptance to the outcome, and the answer to an inquiry. */
export const handlingTemplates = {
  delay: {
    title: '当日未能解决告知',
    fields: ['caseNo', 'organisation', 'department', 'replyBy'],
    body: `
您好：

您的投诉（编号{{caseNo}}）当日未能解决，已交{{department}}继续办理。
我们会尽快办结，最迟在{{replyBy}}前答复您；需要改期的，会事先征得批准并告诉您新的日期。`,
  },
  extension: {
    title: '延期告知',
    fields: ['caseNo', 'organisation', 'replyBy', 'reason'],
    body: `
您好：

您的投诉（编号{{caseNo}}）需要更多时间办理，经批准延期。
原因：{{reason}}
新的答复日期：{{replyBy}}。
给您带来不便，我们深表歉意。`,
  },
  'feedback-date': {
    title: '预计反馈日变更告知',
    fields: ['caseNo', 'organisation', 'promisedOn'],
    body: `
您好：

经您同意，您的投诉（编号{{caseNo}}）的反馈日期改为{{promisedOn}}。
我们会在这一天之内答复您。`,
  },
  progress: {
    title: '进展告知',
    fields: ['caseNo', 'organisation', 'progress', 'measures'],
    body: `
您好：

您的投诉（编号{{caseNo}}）确定的措施正在落实：{{progress}}。
{{measures}}
全部完成后我们会再告诉您。`,
  },
  decision: {
    title: '处理决定告知书',
    fields: [
      'caseNo',
      'organisation',
      'finding',
      'opinion',
      'basis',
      'measures',
      'amount',
      'reviewUntil',
      'reviewOffice',
      'authority',
    ],
    body: `
您好：

您的投诉（编号{{caseNo}}）已作出处理决定：
认定：{{finding}}
处理意见：{{opinion}}
依据：{{basis}}
{{measures}}
金额：{{amount}}

您对处理决定有异议的，可以在{{reviewUntil}}前向{{reviewOffice}}申请复查；复查由另一位负责人办理。
您也可以向主管部门反映：{{authority}}。`,
  },
  outcome: {
    title: '结果告知书',
    fields: [
      'caseNo',
      'organisation',
      'result',
      'basis',
      'measures',
      'amount',
      'reviewUntil',
      'reviewOffice',
      'authority',
      'masterNote',
    ],
    body: `
您好：

您的投诉（编号{{caseNo}}）已经办理，结果如下：
{{masterNote}}
{{result}}
依据：{{basis}}
{{measures}}
金额：{{amount}}

请您评价办理结果。
对结果不满意的，可以在{{reviewUntil}}前向{{reviewOffice}}申请复查；复查由另一位负责人办理。
您也可以向主管部门反映：{{authority}}。`,
  },
  closing: {
    title: '办结告知书',
    fields: ['caseNo', 'organisation', 'result', 'measures', 'reviewUntil', 'reviewOffice', 'authority'],
    body: `
您好：

您的投诉（编号{{caseNo}}）的处理决定此前已经告知，现已办结：
{{result}}
{{measures}}

请您评价办理结果。
对结果不满意的，可以在{{reviewUntil}}前向{{reviewOffice}}申请复查。
您也可以向主管部门反映：{{authority}}。`,
  },
  answer: {
    title: '查询答复',
    fields: ['caseNo', 'organisation', 'answer'],
    body: `
您好：

您的咨询（编号{{caseNo}}）答复如下：
{{answer}}

感谢您联系{{organisation}}。`,
  },
} as const satisfies Record<string, NoticeText>;
