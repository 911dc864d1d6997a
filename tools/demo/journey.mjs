/**
 * One complaint from filing to archive: every user task in order, who does it and what they say. `later` is a day a week ahead.
 * Used by the demo, the chaos test and the benchmark, so that they speak of the same case.
 */
export const COMPLAINT = {
  description: '地下车库入口的照明坏了两个星期，晚上进出看不清路，已经有两位老人差点摔倒，请尽快修好。',
  subject: '车库照明损坏',
  contact: { name: '林女士', phone: '13800000777', email: 'lin.sample@example.com' },
  place: { project: '青柠里', building: '地库入口' },
  demand: '一周内修好照明',
};

export const ORG_TYPE = 'property-company';

const CAUSE = { causeCode: 'maintenance', causeText: '巡检没有按周进行' };

/** @param staff {investigator: login} @param later `yyyy-MM-dd` */
export function steps({ investigator, later, today }) {
  const task = (element, role, data) => ({ element, role, data });
  const own = (element, data) => ({ element, login: investigator, data });
  return [
    task('review-intake', 'property-steward', {
      topic: 'property-management',
      kind: 'property-service',
      specific: true,
      evidenced: true,
      valid: true,
      scope: 'own',
      respondentType: 'department',
      respondentGroup: ['service-centre'],
      proceedings: false,
      keyCustomer: false,
      dangerToPersons: false,
      disturbsOperation: false,
      harmsStanding: false,
      complex: false,
    }),
    task('take-order', 'operations-head', { kindCorrect: true, solvedToday: false }),
    task('name-investigator', 'operations-head', {
      investigator,
      outline: '核实报修记录与巡检记录',
      departments: ['service-centre'],
      complex: false,
    }),
    own('collect-evidence', {
      evidence: [
        { kind: 'photo', description: '入口照明现场照片', source: '现场', obtainedOn: today },
        { kind: 'document', description: '报修记录', source: '服务中心', obtainedOn: today },
      ],
    }),
    own('hear-complainant', { statement: '两周前已报修，一直没有修好', heldAt: today, mode: 'phone' }),
    own('hear-respondent', { statement: '配件缺货，没有及时告知住户', heldAt: today, mode: 'in-person' }),
    own('write-report', {
      findings: '照明报修后十四天没有处理',
      justified: 'yes',
      conclusive: true,
      responsibleParty: '服务中心',
      fault: true,
      suggestedMeasures: '限期修复并补做巡检',
      ...CAUSE,
    }),
    task('ask-willingness', 'operations-head', { complainantAgrees: false, respondentAgrees: true }),
    task('decide', 'leader-in-charge', {
      findings: '报修后未按时处理，投诉成立',
      ruling: '责令限期修复',
      basis: '物业服务合同第八条',
      measures: [
        {
          type: 'rectify',
          description: '更换入口照明',
          group: 'service-centre-engineering',
          plannedOn: later,
          amountFen: null,
        },
      ],
    }),
    task('carry-out', 'service-centre-engineering', { completion: '已更换灯具并测试', doneOn: today }),
    task('verify-measure', 'property-steward', { done: true, effect: '照度合格' }),
    task('write-reply', 'operations-head', {
      process: '调查、决定并落实措施',
      result: '照明已修复，巡检恢复每周一次',
      correctiveNeeded: false,
      ...CAUSE,
    }),
    { rating: { score: 5 } },
    task('verify', 'deputy-management-representative', { verification: '回访住户，属实', passed: true }),
    task('approve', 'general-manager', { opinion: '同意办结', approved: true }),
  ];
}

/** The short way: solved today by the department. */
export function shortSteps(all) {
  const keep = new Set(['review-intake', 'take-order', 'write-reply', 'verify', 'approve']);
  const solved = {
    kindCorrect: true,
    solvedToday: true,
    process: '当日更换灯具',
    result: '已修复',
    bothStatements: '住户与班组均已说明',
    findings: '报修后未按时处理',
    basis: '物业服务合同第八条',
    payFen: null,
    agreed: true,
    correctiveNeeded: false,
    ...CAUSE,
  };
  return all
    .filter(({ element, rating }) => rating || keep.has(element))
    .map((step) => (step.element === 'take-order' ? { ...step, data: solved } : step));
}
