import type { Bilingual } from './portal.js';

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

/** `GET /api/ops/unlisted-moves`: moves of cases that were kept out (processes.md §2), for operators; ids and codes only. */
export interface UnlistedMoves {
  items: { caseNo: string; from: string; to: string; trigger: string; at: string }[];
}
