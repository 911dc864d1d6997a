import type { CorrectiveOrigin } from '../codes/index.js';

/**
 * `GET /internal/handlings/{caseNo}` of investigation: what notices, letters and the closing of a case say about its handling, as it is
 * now. Texts are for notices to the complainant and never leave the services. 404 while nothing was handled.
 */
export interface InternalHandling {
  caseNo: string;
  round: number;
  handlingProcess: string | null;
  handlerGroup: string | null;
  overseer: string | null;
  /** yes, partly, no or unproven; null before the report. */
  justified: string | null;
  /** 原因代码 (R03.11). */
  causeCode: string | null;
  malicious: boolean | null;
  /** 调查报告 of the round; null before it. */
  report: HandlingReport | null;
  /** What a mediation came to in the round (R06.7); null where none was led. */
  mediation: HandlingMediation | null;
  /** The newest decision; once the case is handled again, that of a round before. */
  decision: HandlingDecision | null;
  /** 解释说明 of an unjustified complaint, or what settled the case without a decision in the round. */
  settlement: { finding: string; basis: string; explanation: string | null } | null;
  /** 书面回复 of the round: course and result. */
  reply: { course: string; result: string } | null;
  /** The newest joint consultation of the round (R04.10, R07.5); null where none was held. */
  consultation: HandlingConsultation | null;
  /** The newest review, of whichever round. */
  review: { result: string; finding: string; decidedAt: string } | null;
  measures: HandlingMeasure[];
  correctiveActionNo: string | null;
}

/** `GET /internal/handlings/{caseNo}/round` of investigation: how often the case was dispatched; 0 before the first time. */
export interface InternalRound {
  round: number;
}

export interface HandlingReport {
  findings: string;
  justified: string;
  conclusive: boolean | null;
  responsibleParty: string;
  fault: boolean | null;
  causeCode: string;
  causeText: string;
  suggestedMeasures: string;
}

export interface HandlingMediation {
  agreed: boolean;
  payFen: number | null;
  remark: string;
  /** One line each: what is to be done, by which day. */
  measures: string[];
}

export interface HandlingConsultation {
  /** What each department that answered said; `completableOn` is a day or empty. */
  opinions: { department: string; opinion: string; completableOn: string }[];
  /** Departments that did not answer. */
  silent: string[];
  /** null while the minutes are not written. */
  conclusion: string | null;
}

export interface HandlingDecision {
  decisionId: string;
  /** Round of handling that it was taken in. */
  round: number;
  finding: string;
  opinion: string;
  basis: string;
  level: number | null;
  amountFen: number | null;
  issuedAt: string;
}

export interface HandlingMeasure {
  measureNo: string;
  /** investigate, rectify, compensate, repair-service or other. */
  type: string;
  group: string;
  description: string;
  /** `yyyy-MM-dd` */
  plannedOn: string;
  amountFen: number | null;
  state: 'proposed' | 'in-force' | 'done' | 'closed';
  doneOn: string | null;
  closedOn: string | null;
}

/** `GET /internal/corrective-actions/{actionNo}` of investigation: what a revision of a rule starts from (R03.10). Texts stay between services. */
export interface InternalCorrectiveAction {
  actionNo: string;
  origin: CorrectiveOrigin;
  originNo: string;
  problem: string;
  rootCause: string;
  /** What is to be revised: a document of the rulebook, or, of an action planned before there was a choice, its name as it was written. */
  rule: string;
  /** What the effect was verified with. */
  evidence: string;
}
