import type { ContactInput, FileComplaint } from './portal.js';

/** The intake desk (console.md D1–D3, access.md `intake.*`). */

export interface DeskContactInput extends ContactInput {
  /** Postal address: required of a developer on phone, letter and visit unless anonymous (R09.3). */
  address?: string;
}

/**
 * `POST /api/intake/complaints` with header Idempotency-Key. Receiver and receivedAt are set by the system (R09.3).
 * Refused: sales or leasing without `promisedOn`, brokerage excepted (R07.1); phone, hotline, visit without
 * `readBackConfirmed` (R07.2); neither contact nor anonymous (R08.3).
 */
export interface RegisterComplaint extends Omit<FileComplaint, 'contact' | 'uploads'> {
  /** phone, letter, email, web, visit, hotline, property-unit or internal (R01.1, R04.3). */
  channel: string;
  topic?: string;
  contact?: DeskContactInput;
  /** Date promised to the customer, `yyyy-MM-dd`. */
  promisedOn?: string;
  /** 已复述并经客户确认. */
  readBackConfirmed?: boolean;
  /** 首问解释: what the first contact told the customer. */
  explanation?: string;
  /** 首问已解释清楚: false lets the post first-contact take the case over (R12.1). Absent = not explained. */
  explained?: boolean;
  /** Answers to the organisation's own fields of `GET /api/intake/registration-form` (R13.10): key → text, at most 500 characters. */
  extra?: Record<string, string>;
  /** store, consultant, department or person. */
  respondentType?: string;
  disturbsOperation?: boolean | null;
  harmsStanding?: boolean | null;
  proceedings?: boolean;
  keyCustomer?: boolean;
  /** Case that this one follows (并案). */
  masterNo?: string;
  /** Of an employee report: told orally or handed over in writing (R05.7). Absent: channel internal = oral. */
  reportForm?: 'oral' | 'written';
}

/** `POST /api/intake/callers`: exact look-up by phone or e-mail, never in a URL; audited, 60 an hour. */
export interface CallerQuery {
  phone?: string;
  email?: string;
}

/** Earlier cases of a caller, masked. */
export interface CallerMatches {
  name: string | null;
  cases: CallerCase[];
}

export interface CallerCase {
  caseNo: string;
  state: string;
  kind: string | null;
  subject: string | null;
  receivedAt: string;
}

/** `GET /api/intake/similar?organisationId=&project=&building=&topic=`: 可能相关, last 30 days. */
export interface SimilarCases {
  items: SimilarCase[];
}

export interface SimilarCase {
  caseNo: string;
  state: string;
  topic: string | null;
  kind: string | null;
  subject: string | null;
  project: string | null;
  building: string | null;
  receivedAt: string;
  isMaster: boolean;
  masterNo: string | null;
  households: number;
  /** Why it is suggested. */
  because: ('same-building' | 'same-topic' | 'same-household')[];
}

/** `POST /api/decisions/classification/evaluate`: what the words suggest; nothing is stored. */
export interface ClassificationQuery {
  text: string;
  organisationId?: string;
  topic?: string;
  respondentType?: string;
}

export interface ClassificationAnswer {
  topic: string;
  kind: string | null;
  /** The words that led to the topic. */
  words: string[];
}

/** `GET /api/intake/registration-form?organisationId=`: the organisation's own fields of the form, and may the caller register with it (R13.10)? */
export interface RegistrationForm {
  organisationId: string;
  mayRegister: boolean;
  version: number;
  fields: { key: string; label: string; required: boolean }[];
}
