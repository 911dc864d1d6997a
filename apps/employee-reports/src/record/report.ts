import type { ReportForm } from '@huiying/contracts';

/** What a report says, sealed under the report's key. */
export interface ReportContent {
  /** Organisation whose handlers are looked for first. */
  orgId: string;
  /** Department that it is about, where it was said. */
  unitId: string | null;
  reportForm: ReportForm;
  description: string;
  evidence: string;
  /** How the reporter wants to be told. */
  tellBy: 'online' | 'in-person';
  /** Persons of the directory who are named: kept out with all who work below them (R05.7). */
  namedIds: string[];
  /** Named in words that the directory does not know. */
  namedTexts: string[];
  /** The reporter, where the directory knows them: nobody handles their own report. */
  reporterIds: string[];
}

export interface Report {
  reportNo: string;
  state: 'open' | 'sealed' | 'destroyed';
  receivedAt: Date;
  sealedAt: Date | null;
  /** A receipt was given: the reporter can follow the report. */
  hasReceipt: boolean;
  content: ReportContent;
}

/** Kinds of entries of the record: what the desk answered before the case was moved here, what was said under the receipt, by handlers, and in each form (`form:<element>`). */
export type EntryKind = 'desk' | 'reporter' | 'handler' | 'named' | `form:${string}`;

export interface Entry {
  id: string;
  kind: EntryKind;
  at: Date;
  content: Record<string, unknown>;
}
