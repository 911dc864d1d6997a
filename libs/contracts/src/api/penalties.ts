import type {
  ExposureAbout,
  ExposureState,
  LedgerEntryKind,
  MediaLevel,
  Medium,
  Name,
  PayerType,
  PenaltyKind,
  PenaltyState,
  RevocationReason,
} from '../codes/index.js';

/** One row of `GET /api/penalties`. Money in fen. A store that is paid sees its own share as the amount. */
export interface PenaltyRow {
  penaltyNo: string;
  orgId: string;
  storeId: string;
  storeName: string;
  payerType: PayerType;
  payerId: string;
  payerName: string;
  kind: PenaltyKind;
  kindText: Name;
  ruleId: string;
  amountFen: number;
  /** What came in so far, and what is still to be paid: nothing of a revoked penalty, nothing on a payee's side. */
  paidFen: number;
  remainingFen: number;
  caseNo: string | null;
  state: PenaltyState;
  stateText: Name;
  imposedAt: string;
  noticeOn: string | null;
  /** Last day to pay; of an overdue penalty that of the newest chase. */
  payBy: string | null;
  chases: number;
  /** Whose side the caller sees: all of it, or the payer's or a payee's alone. */
  side: 'whole' | 'payer' | 'payee';
}

export interface PenaltyList {
  items: PenaltyRow[];
  next: string | null;
}

/** Above zero: the holder of the account is owed this much more; below: owes this much more. */
export interface LedgerLineView {
  account: string;
  name: string;
  amountFen: number;
}

/** `GET /api/penalties/balances`: those who owe most first, accounts at zero left out. */
export interface LedgerBalances {
  items: LedgerLineView[];
}

export interface LedgerEntryView {
  kind: LedgerEntryKind;
  kindText: Name;
  /** When it was written, and for which day. */
  at: string;
  on: string;
  actorId: string;
  /** Of a payment. */
  receiptNo: string | null;
  lines: LedgerLineView[];
}

/** One entry as it stands on an account. */
export interface AccountLine {
  penaltyNo: string;
  penaltyKindText: Name;
  kind: LedgerEntryKind;
  kindText: Name;
  on: string;
  receiptNo: string | null;
  amountFen: number;
  /** Of the account after this entry. */
  balanceFen: number;
}

/** `GET /api/penalties/accounts/{account}`: newest entry first. */
export interface AccountStatement {
  account: string;
  name: string;
  /** Above zero: it is owed this much; below: it owes this much. */
  balanceFen: number;
  items: AccountLine[];
  next: string | null;
}

/** `GET /api/penalties/{no}` */
export interface PenaltyView extends PenaltyRow {
  /** The amount as the notice has it: 壹仟壹佰元整. */
  amountInWords: string;
  source: string;
  paidOn: string | null;
  passedOn: string | null;
  refundedOn: string | null;
  revocation: { because: RevocationReason; becauseText: Name; reason: string; at: string; by: string } | null;
  /** Shares of a revoked media fine that its payees give back, each a demand of its own; those that the caller may read. */
  claims: PenaltyRow[];
  /** Oldest first; of a party only the lines of its own account. */
  ledger: LedgerEntryView[];
  /** May the caller revoke it now? */
  mayRevoke: boolean;
}

/** `POST /api/penalties/{no}/revocation` */
export interface RevocationInput {
  because: RevocationReason;
  /** 1–500 characters; kept sealed. */
  reason: string;
}

export interface RevocationResult {
  penaltyNo: string;
  state: PenaltyState;
  /** true: something of it had been paid, a refund was started. */
  refund: boolean;
  /** Demands to the stores that had got a share of it. */
  claims: string[];
}

/** `GET /api/exposures/stores`: stores that the caller may register an exposure of, to choose from. */
export interface ExposedStores {
  items: { storeId: string; name: string }[];
}

/** `POST /api/exposures` */
export interface ExposureInput {
  medium: Medium;
  /** 1–64 characters. */
  outlet: string;
  mediaLevel?: MediaLevel;
  /** Calendar day, not after today. */
  publishedOn: string;
  /** Number of the store, or its name in the caller's organisation. */
  storeId?: string;
  caseNo?: string;
  byCustomer?: boolean;
  about?: ExposureAbout;
  /** At most 500 characters; kept sealed. */
  summary?: string;
}

export interface RegisteredExposure {
  exposureNo: string;
  /** Last day to clarify (R11.4). */
  clarifyBy: string | null;
}

/** One row of `GET /api/exposures`. */
export interface ExposureRow {
  exposureNo: string;
  orgId: string;
  storeId: string | null;
  storeName: string | null;
  caseNo: string | null;
  medium: Medium;
  mediumText: Name;
  outlet: string;
  publishedOn: string;
  clarifyBy: string | null;
  state: ExposureState;
  stateText: Name;
  registeredAt: string;
}

export interface ExposureList {
  items: ExposureRow[];
  next: string | null;
}

/** `GET /api/exposures/{no}` */
export interface ExposureView extends ExposureRow {
  mediaLevel: MediaLevel | null;
  byCustomer: boolean | null;
  about: ExposureAbout | null;
  summary: string | null;
  clarifiedOutlet: string | null;
  clarifiedOn: string | null;
  /** Why it counts as true. */
  because: 'admitted' | 'not-clarified' | 'not-disproved' | null;
  /** Penalties that follow from it. */
  penaltyNos: string[];
}
