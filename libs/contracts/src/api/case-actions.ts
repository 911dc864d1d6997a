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
