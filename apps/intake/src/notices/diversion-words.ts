/** Why a case is not accepted and what else is open, by reason code (R01.3, R04.4, R09.5, R13.2, R13.3). */
export interface DiversionWords {
  heading: string;
  reason: string;
  route: string;
  thanks?: string;
}

export const DIVERSIONS = {
  'other-procedure': {
    heading: '您反映的事项按专门程序办理。',
    reason: '该事项由专门的机构受理，本单位投诉程序不再办理。',
    route: '凭受理编号和查询码了解办理情况。',
  },
  inquiry: {
    heading: '您的来件属于咨询，已转为查询答复办理。',
    reason: '来件没有投诉对象，不按投诉程序办理。',
    route: '等待本单位的答复；答复会出现在本编号之下。',
  },
  suggestion: {
    heading: '您的意见已经登记。',
    reason: '来件属于建议或表扬，不按投诉程序办理。',
    route: '如另有具体投诉，可以再次提出。',
    thanks: '感谢您的建议，我们会转有关部门参考。',
  },
  'inter-store': {
    heading: '您的来件已转为分店间争议办理。',
    reason: '分店之间的争议有专门的办理程序。',
    route: '等待区域分部的通知。',
  },
  'delivery-defect': {
    heading: '您反映的问题已登记为交付期整改事项，转有关单位维修。',
    reason: '房屋尚在集中交付整改期内，按交付期缺陷整改，不按投诉程序办理。',
    route: '整改不到位的，可以再次提出，按投诉办理。',
  },
  'group-scope': {
    heading: '您的来件已转送集团客户服务部门。',
    reason: '您反映的事项属于集团受理范围。',
    route: '向集团客户服务部门了解进展；转送已经登记。',
  },
  'outside-scope': {
    heading: '经审查，本单位不予受理。',
    reason: '您反映的事项不属于本单位的受理范围。',
    route: '向有管辖权的单位或主管部门反映，也可以依法申请调解、仲裁或者提起诉讼。',
  },
  'repair-request': {
    heading: '您的报修已转工程部门安排维修。',
    reason: '来件属于日常报修，没有投诉对象。',
    route: '维修不到位的，可以再次提出，按投诉办理。',
  },
  invalid: {
    heading: '经审查，来件不构成有效投诉，已转有关部门了解处理。',
    reason: '没有发现应由本单位承担责任的情形。',
    route: '补充新的事实或材料后再次提出。',
  },
  'supplement-overdue': {
    heading: '因逾期未补充材料，本次暂不受理。',
    reason: '在规定期限内没有收到需要补充的材料。',
    route: '随时补齐材料，我们按原编号继续审查。',
  },
} as const satisfies Record<string, DiversionWords>;

export type DiversionReason = keyof typeof DIVERSIONS;
