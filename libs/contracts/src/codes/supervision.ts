import type { Name } from './name.js';

/** How a supervision file came to the supervision office (R09.2, R03.8, R03.5). */
export const SUPERVISION_ORIGINS = ['referral', 'complainant', 'delay', 'audit'] as const;
export type SupervisionOrigin = (typeof SUPERVISION_ORIGINS)[number];
export const SUPERVISION_ORIGIN_NAMES: Readonly<Record<SupervisionOrigin, Name>> = {
  referral: { zh: '工作人员转来', en: 'Referred by staff' },
  complainant: { zh: '投诉人反映', en: 'Told by a complainant' },
  delay: { zh: '无正当理由拖延', en: 'Unjustified delay' },
  audit: { zh: '定期抽查', en: 'Audit' },
};

/** The eight misconducts of R09.2, `M1`–`M8` of decision `violation-schedule`; no ninth is taken up. */
export const MISCONDUCTS = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'] as const;
export type Misconduct = (typeof MISCONDUCTS)[number];
export const MISCONDUCT_NAMES: Readonly<Record<Misconduct, Name>> = {
  M1: { zh: '1 无正当理由拖延', en: '1 Unjustified delay' },
  M2: { zh: '2 推诿、敷衍', en: '2 Shirking or perfunctory handling' },
  M3: { zh: '3 以权谋私', en: '3 Abuse of the role for gain' },
  M4: { zh: '4 吃拿卡要', en: '4 Extortion' },
  M5: { zh: '5 态度恶劣', en: '5 Rude conduct' },
  M6: { zh: '6 无视合理诉求', en: '6 Ignoring justified demands' },
  M7: { zh: '7 不按规定处理或上报', en: '7 Not handling or reporting by the rules' },
  M8: { zh: '8 其他服务恶劣行为', en: '8 Other poor service' },
};

/** Where a corrective action comes from (R02.2, R13.7, R03.5). */
export const CORRECTIVE_ORIGINS = ['case', 'survey', 'audit', 'report', 'recurring'] as const;
export type CorrectiveOrigin = (typeof CORRECTIVE_ORIGINS)[number];
export const CORRECTIVE_ORIGIN_NAMES: Readonly<Record<CorrectiveOrigin, Name>> = {
  case: { zh: '投诉', en: 'Case' },
  survey: { zh: '满意度调查', en: 'Survey' },
  audit: { zh: '督办稽查', en: 'Supervision' },
  report: { zh: '定期报告', en: 'Report' },
  recurring: { zh: '普遍性问题', en: 'Recurring problem' },
};
