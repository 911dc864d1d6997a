/**
 * What a complainant is told of a case that is not accepted, by reason code: what became of it, why, what happens next without their
 * doing, where else they may turn. Nothing is promised that no process does (R01.3, R04.4, R09.2, R09.5, R10.4, R12.2, R13.2, R13.3).
 * `{authority}` stands for the authority in charge.
 */
export interface DiversionWords {
  heading: string;
  reason: string;
  next: string;
  route: string;
}

interface Diversion {
  zh: DiversionWords & { thanks?: string };
  en: DiversionWords;
  /** What the day of the letter's `until` is for; it stands in the letter where the day is known. */
  until?: (day: string) => string;
  /** Nobody at the desk knows how it goes on: nobody to ask is named. */
  silent?: true;
}

export const DIVERSIONS = {
  // Employee reports and complaints of misconduct alike: the words must not tell which, and are true of both.
  'other-procedure': {
    zh: {
      heading: '您反映的事项已转专门程序办理。',
      reason: '这类事项由指定的人员保密办理，不按一般投诉程序办理。',
      next: '为了保密，本编号之下不再显示内容、进展和结果。',
      route:
        '本单位员工需要补充情况的，可以从“员工举报”入口提交，凭那里的编号和回执查看进展；也可以向主管部门反映：{authority}。',
    },
    en: {
      heading: 'What you reported is dealt with in a procedure of its own.',
      reason: 'Named persons deal with such matters in confidence; they are not handled as complaints.',
      next: 'To keep it confidential, neither content nor progress nor result is shown under this number any more.',
      route:
        'Employees can add to it at the entry for employee reports and follow it with the number and receipt given there; or turn to {authority}.',
    },
    silent: true,
  },
  inquiry: {
    zh: {
      heading: '您的来件属于咨询，已转为查询答复办理。',
      reason: '来件没有投诉对象，不按投诉程序办理。',
      next: '答复会写在本编号之下；留了邮箱的，同时发到邮箱。',
      route: '看了答复仍不满意的，另行提出投诉。',
    },
    en: {
      heading: 'You asked a question; it will be answered as an inquiry.',
      reason: 'It complains of nobody, so it is not handled as a complaint.',
      next: 'The answer will stand under this number, and be sent to your e-mail address if you left one.',
      route: 'If the answer does not satisfy you, file a complaint.',
    },
    until: (day) => `需要有关部门查询的，我们争取在${day}前答复。`,
  },
  suggestion: {
    zh: {
      heading: '您的意见已经登记。',
      reason: '来件属于建议或表扬，不按投诉程序办理。',
      next: '意见计入本单位的统计，供改进工作参考；不逐件答复。',
      route: '如另有具体投诉，再次提出。',
      thanks: '感谢您的意见。',
    },
    en: {
      heading: 'What you suggest is on record.',
      reason: 'It is a suggestion or praise, so it is not handled as a complaint.',
      next: 'It counts in our statistics and helps us improve; there is no answer to each one.',
      route: 'If you have a complaint besides, file it.',
    },
  },
  'inter-store': {
    zh: {
      heading: '您的来件已转为分店间争议办理。',
      reason: '分店之间的争议有专门的办理程序。',
      next: '先由双方店长协商；协商不成的，由投诉方在规定期限内提交书面材料，区域分部送达对方后调解或者裁定。',
      route: '向区域分部了解办理情况。',
    },
    en: {
      heading: 'It goes on as a dispute between stores.',
      reason: 'Disputes between stores have a procedure of their own.',
      next: 'The two managers try to settle it first; otherwise the complaining store files its material in time, and the region mediates or rules.',
      route: 'Ask the region how it stands.',
    },
  },
  'delivery-defect': {
    zh: {
      heading: '您反映的问题已登记为交付期整改事项。',
      reason: '房屋在建或者尚在集中交付整改期内，按交付期缺陷整改，不按投诉程序办理。',
      next: '由项目公司客户服务岗安排责任单位整改，并在整改后验收；本编号之下不再显示进展。',
      route: '向项目公司客户服务岗了解进展、提出对整改的意见；整改期结束后仍未解决的，再次提出，按投诉办理。',
    },
    en: {
      heading: 'It is on record as a defect to be rectified in the hand-over period.',
      reason:
        'The building is under construction or newly handed over; such defects are rectified without a complaint.',
      next: 'The project’s customer service has it rectified and checks the work; progress is not shown under this number.',
      route:
        'Ask the project’s customer service; if it is not solved when the period is over, file it again as a complaint.',
    },
  },
  'group-scope': {
    zh: {
      heading: '您反映的事项属于集团受理范围，请向集团客户服务部门提出。',
      reason: '该事项不在本单位的受理范围之内；本单位已经登记转送情况。',
      next: '本单位不再办理。集团收到您的投诉后，另行编号、办理和答复。',
      route: '在本网站选择集团公司提交投诉，或者直接联系集团客户服务部门，并说明本编号。',
    },
    en: {
      heading: 'This is a matter of the group; please turn to the group’s customer service.',
      reason: 'It is not within our scope; that you were sent on is on record.',
      next: 'We do nothing further. The group gives your complaint a number of its own and answers it.',
      route: 'File it here and choose the group, or call the group’s customer service and name this number.',
    },
  },
  'outside-scope': {
    zh: {
      heading: '经审查，本单位不予受理。',
      reason: '您反映的事项不属于本单位的受理范围。',
      next: '本单位不再办理，本件到此结束。',
      route: '向有管辖权的单位或者主管部门（{authority}）反映，也可以依法申请调解、仲裁或者提起诉讼。',
    },
    en: {
      heading: 'We do not accept it.',
      reason: 'It is not within our scope.',
      next: 'We do nothing further.',
      route: 'Turn to whoever is in charge or to {authority}, or ask for mediation, arbitration or a court.',
    },
  },
  'repair-request': {
    zh: {
      heading: '您的报修已转工程部门安排维修。',
      reason: '来件属于日常报修，没有投诉对象。',
      next: '工程部门维修后，由受理岗核实是否修好。',
      route: '维修不及时、不到位的，再次提出，按投诉审查。',
    },
    en: {
      heading: 'Your repair was ordered from the engineers.',
      reason: 'It is an ordinary repair and complains of nobody.',
      next: 'The engineers repair it, and the desk checks that it is done.',
      route: 'If the repair is late or bad, file it again: it will be examined as a complaint.',
    },
    until: (day) => `计划在${day}前修好。`,
  },
  invalid: {
    zh: {
      heading: '经审查，来件不构成有效投诉，已转有关部门了解处理。',
      reason: '没有发现应由本单位承担责任的情形。',
      next: '有关部门了解处理后，由受理岗核实；不再另行书面答复。',
      route: '有新的事实或者材料的，重新提交投诉；也可以向主管部门反映：{authority}。',
    },
    en: {
      heading: 'It was found to be no valid complaint and was passed to the department concerned.',
      reason: 'Nothing was found for which we are liable.',
      next: 'The department looks into it, and the desk checks; there is no further written answer.',
      route: 'File again with new facts or material; or turn to {authority}.',
    },
    until: (day) => `计划在${day}前了解处理完毕。`,
  },
  'supplement-overdue': {
    zh: {
      heading: '因逾期未补充材料，本次暂不受理。',
      reason: '在规定期限内没有收到需要补充的材料。',
      next: '已提交的内容保留，您的权利不受影响。',
      route: '随时补齐材料，我们按原编号继续审查。',
    },
    en: {
      heading: 'It is not accepted for now: what was missing did not come in time.',
      reason: 'The material asked for did not arrive in time.',
      next: 'What you sent is kept, and no right of yours is lost.',
      route: 'Add it at any time; we go on under the same number.',
    },
  },
} as const satisfies Record<string, Diversion>;

export type DiversionReason = keyof typeof DIVERSIONS;

const words: Readonly<Record<string, Diversion>> = DIVERSIONS;

export const diversionOf = (reason: string | null): Diversion | null =>
  reason === null ? null : (words[reason] ?? null);

/** What became of the case, in one paragraph. @param authority where else to turn, in the same language */
export function diversionSentence(
  { heading, reason, next, route }: DiversionWords,
  language: 'zh' | 'en',
  authority: string,
) {
  const text =
    language === 'zh'
      ? `${heading}原因：${reason}接下来：${next}您还可以：${route}`
      : `${heading} Why: ${reason} Next: ${next} You can also: ${route}`;
  return text.replace('{authority}', authority);
}
