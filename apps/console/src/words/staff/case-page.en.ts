import type { casePageZh } from './case-page.zh.js';

/** English twin of case-page.zh.ts. */
export const casePageEn: { [K in keyof typeof casePageZh]: string } = {
  'basis.label': 'Basis',
  'basis.whole': 'The whole regulation',
  'basis.gone': 'The regulation in force has no such rule any more.',
  'diversion.because': '{reason}.',
  'diversion.goesOn': 'It goes on as “{process}”.',
  'diversion.number': 'Number',
  'diversion.reason.other-procedure': 'Handled by a procedure of its own, no longer as a complaint',
  'diversion.reason.inquiry': 'An inquiry: nobody is complained about',
  'diversion.reason.suggestion': 'A suggestion or praise, filed',
  'diversion.reason.inter-store': 'A dispute between stores',
  'diversion.reason.delivery-defect': 'The house is under construction or was just handed over: a defect of delivery',
  'diversion.reason.group-scope': 'In the scope of the group, to which the complainant was sent on',
  'diversion.reason.outside-scope': 'Outside the scope of this organisation, refused',
  'diversion.reason.repair-request': 'An everyday repair: nobody is complained about',
  'diversion.reason.invalid': 'Not a valid complaint',
  'diversion.reason.supplement-overdue': 'The supplement did not come in time, not accepted for now',
  'diversion.target.inquiry-handling': 'answer to an inquiry',
  'diversion.target.inter-store-dispute': 'dispute between stores',
  'diversion.target.delivery-defect': 'defect of delivery',
  'diversion.target.measure-follow-up': 'measure follow-up',
  'diversion.target.other-centre': 'customer service of the group',
};
