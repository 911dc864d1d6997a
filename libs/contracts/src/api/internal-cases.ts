/** `GET /internal/cases/{caseNo}`: codes, ids and figures as they are now. No personal data, no text. */
export interface InternalCase {
  caseNo: string;
  orgId: string;
  orgType: string;
  /** project, region or group; null where the organisation has none. */
  orgLevel: string | null;
  channel: string;
  state: string;
  receivedAt: string;
  /** Calendar day of receipt, Shanghai. */
  receivedOn: string;
  reportedOn: string;
  replyBy: string;
  kind: string | null;
  suggestedKind: string | null;
  topic: string | null;
  admission: string | null;
  severity: string | null;
  complexity: string | null;
  complexFlag: boolean;
  ownerId: string | null;
  ownerGroup: string;
  ownerUnitId: string | null;
  anonymous: boolean;
  hasAddress: boolean;
  complainantIsEmployee: boolean;
  respondentType: string | null;
  respondentUnitId: string | null;
  respondentPersonId: string | null;
  respondentGroup: string[];
  respondents: string[];
  /** Number of departments in respondentGroup, 1 when unknown. */
  departmentCount: number;
  amountYuan: number | null;
  amountFen: number | null;
  /** 1 + children of other households + extra households declared. */
  households: number;
  proceedings: boolean;
  dangerToPersons: boolean | null;
  disturbsOperation: boolean | null;
  harmsStanding: boolean | null;
  keyCustomer: boolean;
  phase: string | null;
  handoverOn: string | null;
  completionAcceptedOn: string | null;
  projectId: string | null;
  project: string | null;
  building: string | null;
  projectType: string | null;
  projectDissolved: boolean;
  projectOwnership: string | null;
  agreementParty: string | null;
  masterNo: string | null;
  masterAnswered: boolean;
  children: string[];
  openDays: number;
  handlingProcess: string | null;
  handlerGroup: string | null;
  overseer: string | null;
  signatureRequired: boolean | null;
  needsVerification: boolean | null;
  promisedOn: string | null;
  escalated: string | null;
  emergency: boolean;
  round: number;
  /** Decision `posts` for this type of organisation: function (camelCase) → roles. */
  posts: Record<string, string[]>;
}

/** `GET /internal/cases/{caseNo}/registration`: what official forms start with. Masked texts; no contact. */
export interface InternalRegistration {
  caseNo: string;
  subject: string | null;
  description: string;
  demand: string | null;
  project: string | null;
  building: string | null;
  explanation: string | null;
  /** Why 上报严重问题 was pressed last (R12.6). */
  seriousReport: string | null;
  /** Why, how and on which day the complainant asked for a review last (R01.7): review or authority. */
  appeal: { reason: string; route: string | null; askedOn?: string } | null;
  /** How the complainant rated the outcome last, 1 to 5; null or absent before. */
  rating?: { score: number; comment: string } | null;
  /** The authority's reply to an appeal as it was registered (R01.7). */
  authorityReply: string | null;
  /** 〔结论〕 of the sales ladder (R03.11, R10.2); null or absent while it settled nothing. */
  settlement?: InternalSettlement | null;
  /** What the newest 投诉工作处理单 asks the departments, and the post that asks (R07.5); null or absent while none was issued. */
  departmentOrder?: { demand: string; askedBy: string } | null;
  /** When the outcome was told and the last day to ask for a review, `yyyy-MM-dd` (R04.12); null or absent before. */
  outcomeToldOn?: string | null;
  reviewUntil?: string | null;
}

/** 〔结论〕 of whatever settled a case without a decision, as its form said it. */
export interface InternalSettlement {
  /** Round of handling that it settled. */
  round: number;
  findings: string;
  basis: string;
  bothStatements: string;
  causeCode: string;
  causeText: string;
  /** What was agreed to be paid; null where nothing is. */
  payFen: number | null;
  agreed: boolean | null;
}

/** `GET /internal/cases/{no}/authorities`: outside authorities that the desk named and the directory knows (R06.4). */
export interface InternalAuthorities {
  unitIds: string[];
}

/** `GET /internal/diverted-defects/{caseNo}` of warranty-routing, `…/diverted-disputes/{caseNo}` of media-penalties; 404 while there is none. */
export interface InternalContinuation {
  /** QX-… or JF-…: what the case goes on as. */
  number: string;
}
