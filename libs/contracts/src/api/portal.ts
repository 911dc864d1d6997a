/** The public portal: what a complainant sends and sees (architecture.md §7, console.md P1–P7, access.md `portal.*`). */

/** One text in both languages; Chinese is the one that binds. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** `GET /api/portal/organisations` — one entry per organisation that takes complaints. */
export interface PortalOrganisation {
  id: string;
  name: string;
  /** registration-centre, developer, property-company, construction-company, brokerage or group. */
  orgType: string;
}

export interface PlaceInput {
  /** Name of the project, at most 100 characters. */
  project?: string;
  building?: string;
  /** 房号: personal data, kept encrypted. */
  room?: string;
}

export interface RespondentInput {
  /** Name or id of the unit complained about, in the words of the complainant. */
  unit?: string;
  person?: string;
}

export interface ContactInput {
  name: string;
  phone?: string;
  email?: string;
}

/** `POST /api/portal/complaints`. Least: description and contact, or description and `anonymous: true` (R03.1, R04.3, R08.3). */
export interface FileComplaint {
  /** 10 to 10,000 characters. */
  description: string;
  organisationId?: string;
  /** Code of a kind (processes.md §2); never asked for by our portal, the desk confirms it. */
  kind?: string;
  subject?: string;
  place?: PlaceInput;
  demand?: string;
  respondent?: RespondentInput;
  /** Fen. */
  amountFen?: number;
  households?: number;
  anonymous?: boolean;
  contact?: ContactInput;
  /** Asked with 「有危险请先拨 119/110」: yes, no, or null for 不能排除; absent = nobody asked. */
  dangerToPersons?: boolean | null;
  /** The complainant is employed by us: words about a colleague are then sealed at once (R05.1). */
  complainantIsEmployee?: boolean;
  /** Ids of `POST /api/portal/uploads`, not older than 24 h. */
  uploads?: string[];
}

/** 201 of both registrations. The code is told this once; a repeat with the same Idempotency-Key repeats it for 10 minutes. */
export interface FiledComplaint {
  caseNo: string;
  /** 20 characters, Crockford base32. */
  trackingCode: string;
  receivedAt: string;
  /** End of the outer limit as it stands at registration (R04.13, registration centre R01.4). */
  replyBy: string;
}

/** `POST /api/portal/uploads` (multipart field `file`). */
export interface UploadedFile {
  uploadId: string;
  contentType: string;
  bytes: number;
  expiresAt: string;
}

/** One of the six steps of P4. */
export interface FollowedStep {
  step: 'received' | 'review' | 'handling' | 'result' | 'rating' | 'closed';
  title: Bilingual;
  state: 'done' | 'current' | 'open';
  /** When the step began; absent while it is open. */
  at?: string;
}

/** A notice, a supplement or an answer: a dated card. */
export interface FollowedMessage {
  id: string;
  direction: 'in' | 'out';
  kind: 'notice' | 'supplement' | 'rating' | 'appeal' | 'withdrawal';
  at: string;
  title: Bilingual;
  text: string;
  /** Number of files that came with it. */
  files: number;
}

/** What the complainant owes or may do now. */
export interface FollowedDuty {
  duty: 'supplement' | 'rating';
  /** Missing material, in the words of the review, one per item. */
  missing: string[];
  /** Last day (date) to do it. */
  until?: string;
}

/** `GET /api/portal/complaints/{caseNo}` with header X-Tracking-Code (R01.6). */
export interface FollowedCase {
  caseNo: string;
  organisation: string;
  receivedAt: string;
  /** By when it is answered; null where that date says nothing any more: answered, closed, or passed. */
  replyBy: string | null;
  subject: string | null;
  description: string;
  /** State in plain words, no state id (console.md P4). */
  status: Bilingual;
  duties: FollowedDuty[];
  steps: FollowedStep[];
  notices: FollowedNotice[];
  messages: FollowedMessage[];
  /** 「受理人 王*」: surname only. */
  owner: string | null;
  /** Unit that handles the case, by name. */
  handledBy: string | null;
  rating: { score: number; at: string; mayChange: boolean } | null;
  may: { supplement: boolean; rate: boolean; appeal: boolean; withdraw: boolean };
  /** Last day to ask for a review; null while no result was told. */
  reviewUntil: string | null;
  /** That day is over: a request is looked at first, whether it can still be taken (R04.12). */
  reviewOver: boolean;
  /** Who had the contact shown in full and for what, newest first; the unit, never a person's name. */
  contactSeen: ContactLook[];
}

export interface ContactLook {
  at: string;
  unit: string;
  reason: string;
}

export interface FollowedNotice {
  id: string;
  title: Bilingual;
  at: string;
  text: string;
  /** Says what became of the complaint: a decision, a result, the decision of a review. */
  outcome: boolean;
}

/** `POST …/supplements`: material that the review asked for, or anything the complainant adds later. */
export interface SupplementInput {
  text?: string;
  /** 「暂时没有」 with a reason, where an item cannot be given. */
  unavailable?: string;
  uploads?: string[];
}

/** `POST …/rating`, once a result was told; one change until the window ends. 1–2 不满意, 3 基本满意, 4–5 满意. */
export interface RatingInput {
  score: number;
  comment?: string;
}

/** `POST …/appeals`: 申请复查, or 向主管部门反映 (R01.7, R04.12). No reason is refused. */
export interface AppealInput {
  reason: string;
  route?: 'review' | 'authority';
  uploads?: string[];
}

/** `POST …/withdrawal`. */
export interface WithdrawalInput {
  reason?: string;
}

/** Answer of supplements, rating, appeals, withdrawal and attachments. */
export interface PortalReceipt {
  caseNo: string;
  at: string;
  /** Id of what was kept. */
  id: string;
}

/** `POST …/code`: the old code dies. */
export interface RenewedCode {
  trackingCode: string;
}

/** A number of complaints that the public may read: null where it is so small that neighbours could guess who it is (R03.4). */
export interface PublicCount {
  count: number | null;
  /** The number, or 「少于 5」. */
  text: Bilingual;
}

/** One closed complaint in coded words: no name, no text, no place finer than the project (R03.4). */
export interface PublishedResult {
  /** `yyyy-MM` in which it was closed. */
  month: string;
  /** null: another project, with too few complaints to be named. */
  project: string | null;
  kind: string;
  /** yes, partly, no, unproven; null where it was settled without an investigation. */
  justified: string | null;
  /** Types of measure, each once. */
  measures: string[];
  /** Working days from the receipt to the day on which the result was told. */
  workingDays: number | null;
  onTime: boolean;
  rating: 'satisfied' | 'fair' | 'dissatisfied' | null;
}

/** `GET /api/portal/published?period=&kind=&project=&cursor=`; `period` is `yyyy` or `yyyy-MM`, the present year unless said. */
export interface PublishedResults {
  period: string;
  received: PublicCount;
  answeredOnTime: PublicCount;
  satisfied: PublicCount;
  /** Projects that may be named in the period. */
  projects: string[];
  items: PublishedResult[];
  next: string | null;
}

/** A limit that binds us or the complainant, as decision `deadlines` has it now (R03.2). */
export interface PublicLimit {
  limitId: string;
  name: Bilingual;
  /** 「3 个工作日」 */
  time: Bilingual;
  amount: number | null;
  unit: string;
}

/** `GET /api/portal/procedure?organisationId=`: channels, conditions and limits of an organisation (R03.2, R03.4). */
export interface PublicProcedure {
  organisation: PortalOrganisation;
  channels: { channel: string; name: Bilingual }[];
  conditions: Bilingual[];
  limits: PublicLimit[];
}
