import type { Bilingual } from './portal.js';

/** The case page (console.md C1, C2) and what other services read of a case. */

/** 首问责任人/受理人: who received the case, or who took it over (R12.1). */
export interface CaseOwner {
  /** Opaque staff id; null for a portal case that nobody received yet. */
  personId: string | null;
  name: string | null;
  group: string;
  unitId: string | null;
}

/** `GET /api/cases?q=&state=&kind=&cursor=`: one row. */
export interface CaseRow {
  caseNo: string;
  orgId: string;
  state: string;
  stateText: Bilingual;
  kind: string | null;
  severity: string | null;
  channel: string;
  subject: string | null;
  project: string | null;
  building: string | null;
  handlerGroup: string | null;
  ownerGroup: string;
  masterNo: string | null;
  children: number;
  keyCustomer: boolean;
  emergency: boolean;
  receivedAt: string;
  replyBy: string;
}

export interface CaseList {
  items: CaseRow[];
  next: string | null;
}

/** `GET /api/cases/{caseNo}`. Names and texts are masked for whoever has no need (access.md §3). */
export interface CaseView {
  caseNo: string;
  orgId: string;
  orgType: string;
  state: string;
  stateText: Bilingual;
  channel: string;
  receivedAt: string;
  receivedOn: string;
  replyBy: string;
  kind: string | null;
  suggestedKind: string | null;
  topic: string | null;
  suggestedTopic: string | null;
  suggestedWords: string[];
  admission: string | null;
  /** Of a case not accepted: reason and target of the diversion, and the number under which it goes on there once that is known. */
  diversion: { reason: string; target: string | null; targetNo: string | null } | null;
  /** Target of a case not accepted; `other-procedure` where it is not for everybody to know. */
  target: string | null;
  severity: string | null;
  complexity: string | null;
  /** 随主案 重大: the master's severity beside a child's own. */
  masterSeverity: string | null;
  handlingProcess: string | null;
  handlerGroup: string | null;
  overseer: string | null;
  signatureRequired: boolean | null;
  needsVerification: boolean | null;
  emergency: boolean;
  emergencyBecause: string | null;
  masterNo: string | null;
  children: string[];
  earlierCaseNos: string[];
  owner: CaseOwner;
  anonymous: boolean;
  /** Masked; null when anonymous. */
  contact: { name: string | null; phone: string | null; email: string | null; address: string | null } | null;
  contactReleased: boolean;
  subject: string | null;
  description: string;
  demand: string | null;
  /** True where `description` and the other texts are the masked ones. */
  textMasked: boolean;
  place: { project: string | null; building: string | null; room: string | null };
  projectId: string | null;
  phase: string | null;
  handoverOn: string | null;
  completionAcceptedOn: string | null;
  projectType: string | null;
  projectDissolved: boolean;
  projectOwnership: string | null;
  agreementParty: string | null;
  respondent: { unit: string | null; person: string | null };
  respondentType: string | null;
  respondentGroup: string[];
  amountFen: number | null;
  households: number;
  proceedings: boolean;
  keyCustomer: boolean;
  /** true, false, or null = 不能排除; absent = nobody asked. */
  dangerToPersons?: boolean | null;
  disturbsOperation?: boolean | null;
  harmsStanding?: boolean | null;
  complexFlag: boolean;
  authorities: string | null;
  mediaExposure: MediaExposure | null;
  explanation: string | null;
  explained: boolean | null;
  promisedOn: string | null;
  dateChanges: number;
  level: number | null;
  readBackConfirmedAt: string | null;
  escalated: string | null;
  round: number;
  /** 原因代码 of the closed handling (R03.11). */
  causeCode: string | null;
  /** What was written in the organisation's own fields of the registration form, masked (R13.10). */
  extra: { label: string; value: string }[];
  justified: string | null;
  rating: { score: number; at: string } | null;
  reviewUntil: string | null;
  /** What a supplement is asked for, one item each. */
  missing: string[];
  attachments: CaseAttachment[];
  /** Actions of the page that the caller may take now, e.g. `case.note`, `case.emergency`. */
  may: string[];
}

export interface MediaExposure {
  /** newspaper, television or other. */
  medium: string;
  outlet: string;
  publishedOn: string;
}

export interface CaseAttachment {
  id: string;
  /** 附件-3.jpg: the complainant's own file name is kept away. */
  name: string;
  contentType: string;
  bytes: number;
  at: string;
  from: 'complainant' | 'desk';
}

/** `GET /api/cases/{caseNo}/timeline`, oldest first. */
export interface CaseTimeline {
  items: TimelineEntry[];
}

export interface TimelineEntry {
  id: string;
  at: string;
  /** Event type, or `note`. */
  type: string;
  title: Bilingual;
  /** Codes, numbers and dates of the event, for the page to word. */
  detail: Record<string, unknown>;
  actorId: string;
  actorName: string | null;
  process: string | null;
  element: string | null;
  ruleIds: string[];
  /** Text of a note, masked as the case's texts are. */
  text: string | null;
}

/** `GET /api/cases/{caseNo}/notices`. */
export interface CaseNotices {
  items: CaseNotice[];
}

export interface CaseNotice {
  noticeId: string;
  template: string;
  title: Bilingual;
  text: string;
  /** Way it goes, or went when it was told in person; `file` = kept on file alone. */
  channel: 'email' | 'sms' | 'portal' | 'phone' | 'letter' | 'visit' | 'file';
  state: 'pending' | 'sent' | 'told' | 'filed' | 'unreachable' | 'withdrawn';
  at: string;
  sentAt: string | null;
}

/** `GET /api/cases/{caseNo}/links`. */
export interface CaseLinks {
  masterNo: string | null;
  /** Households of the whole group, counted once. */
  households: number;
  children: { caseNo: string; state: string; severity: string | null; sameHousehold: boolean }[];
  earlier: { caseNo: string; state: string; receivedAt: string }[];
}

/** `POST` and `DELETE /api/cases/{caseNo}/links`: this case follows (leaves) the master. */
export interface LinkInput {
  masterNo: string;
  /** The same household again adds none to the households. Absent: compared by contact and room. */
  sameHousehold?: boolean;
}

/** `GET /api/cases/{caseNo}/links/preview?masterNo=`: what linking would change, before it is done (console.md D3). */
export interface LinkPreview {
  /** Code of why it cannot be linked; null = it can. */
  refusal: string | null;
  /** Contact or room say that it is the same household, which adds none. */
  sameHousehold: boolean;
  /** Households and severity of the master now, and with this case. */
  now: { households: number; severity: string | null };
  then: { households: number; severity: string | null };
}

/** `POST …/facts`: only what is given changes; null = 不能排除 for the three flags. */
export interface FactsInput {
  amountFen?: number | null;
  households?: number;
  proceedings?: boolean;
  dangerToPersons?: boolean | null;
  disturbsOperation?: boolean | null;
  harmsStanding?: boolean | null;
  complexFlag?: boolean;
  keyCustomer?: boolean;
  reason?: string;
}

export interface ReasonInput {
  reason: string;
}

export interface NoteInput {
  text: string;
}

/** `POST …/recusals`: oneself, or another person by owner or superior with a reason. */
export interface RecusalInput {
  personId?: string;
  reason: string;
}

/** `POST …/feedback-date` (R07.6): consent of the customer is required. */
export interface FeedbackDateInput {
  newDate: string;
  consent: boolean;
  reason?: string;
}

/** `POST …/authority-reply` (R01.7): registered by review-office. */
export interface AuthorityReplyInput {
  opinion: string;
  receivedOn?: string;
}

/** `GET /api/ops/unlisted-moves`: moves of cases that were kept out (processes.md §2), for operators; ids and codes only. */
export interface UnlistedMoves {
  items: { caseNo: string; from: string; to: string; trigger: string; at: string }[];
}

/** Answer of the actions above. */
export interface CaseActionDone {
  caseNo: string;
  at: string;
  id?: string;
}

/** Answer of `POST …/unmask`: full contact for ten minutes (console.md §0, access.md `case.unmask`). */
export interface UnmaskedContact {
  name: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  room: string | null;
  until: string;
}

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

/** `GET /internal/projects/{name}?building=` of warranty-routing; 404 where the project is not on file. */
export interface ProjectFacts {
  projectId: string;
  project: string;
  dissolved: boolean;
  /** wholly-owned, controlled or joint. */
  ownership: string | null;
  /** Unit id of the partner that the cooperation agreement names (R10.8). */
  agreementParty: string | null;
  /** Unit ids. */
  developer: string | null;
  propertyCompany: string | null;
  constructionCompany: string | null;
  /** residential, commercial or office. */
  projectType: string | null;
  building: string | null;
  /** Organisation on file for the building. */
  organisationId: string | null;
  phase: 'construction' | 'occupied' | null;
  /** Central hand-over of the batch, `yyyy-MM-dd`. */
  handoverOn: string | null;
  completionAcceptedOn: string | null;
}

/** `GET /internal/diverted-defects/{caseNo}` of warranty-routing, `…/diverted-disputes/{caseNo}` of media-penalties; 404 while there is none. */
export interface InternalContinuation {
  /** QX-… or JF-…: what the case goes on as. */
  number: string;
}
