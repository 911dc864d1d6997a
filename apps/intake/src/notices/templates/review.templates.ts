import type { NoticeText } from '../render.js';

/** Review, appeal, withdrawal. */
export const reviewTemplates = {
  remedies: {
    title: '复查申请指引',
    fields: ['caseNo', 'organisation', 'reviewUntil', 'reviewOffice', 'authority'],
    body: `
您好：

我们收到了您对投诉（编号{{caseNo}}）结果的不满意评价。您可以：
一、在{{reviewUntil}}前向{{reviewOffice}}申请复查，写明理由，可以附新的材料；复查由另一位负责人办理。
二、向主管部门反映：{{authority}}。
逾期未申请复查的，本案按现有结果归档；这不影响您的其他权利。`,
  },
  'review-decision': {
    title: '复查决定',
    fields: ['caseNo', 'organisation', 'result', 'finding', 'afterReview', 'authority'],
    body: `
您好：

您对投诉（编号{{caseNo}}）的复查申请已经办理：
复查结果：{{result}}
复查意见：{{finding}}
{{afterReview}}

对复查决定仍有异议的，可以向主管部门反映：{{authority}}。`,
  },
  'review-declined': {
    title: '复查不予受理告知',
    fields: ['caseNo', 'organisation', 'reviewUntil', 'authority'],
    body: `
您好：

您对投诉（编号{{caseNo}}）的复查申请超过了期限（{{reviewUntil}}），且理由不足以准予逾期申请，本次不予受理。
您还可以向主管部门反映：{{authority}}。`,
  },
  withdrawn: {
    title: '撤回确认',
    fields: ['caseNo', 'organisation'],
    body: `
您好：

您的投诉（编号{{caseNo}}）已按您的意思撤回。
已经作出的处罚和应急处置不受影响。需要时您可以重新投诉。`,
  },
} as const satisfies Record<string, NoticeText>;
