import type { RevisionKind, RulebookDocument } from '../codes/index.js';

/** `GET /api/rulebook?orgId=&at=` and `GET /api/rulebook/cases/{caseNo}`: the texts that bind an organisation on a day. */
export interface RulebookView {
  orgId: string;
  /** Day `yyyy-MM-dd`; of a case the day of its acceptance. */
  at: string;
  items: RulebookText[];
}

export interface RulebookText {
  document: RulebookDocument;
  title: string;
  /** 1 = as the source regulation has it. */
  version: number;
  effectiveOn: string;
  text: string;
  /** The same in English; null for a version that an organisation wrote. */
  textEn: string | null;
  /** Fields that the registration form has besides (R13.10). */
  fields: { key: string; label: string; required: boolean }[];
}

/** `GET /api/rulebook/{document}/versions?orgId=`: newest first, each with what it changed. */
export interface RulebookVersions {
  items: (RulebookText & {
    revisionNo: string | null;
    reason: string;
    draftedBy: string;
    approvedBy: string;
    publishedAt: string;
    diff: { change: 'same' | 'added' | 'removed'; text: string }[];
  })[];
}

/** `GET /api/studio/revisions`: newest first. */
export interface RevisionList {
  items: RevisionView[];
}

export interface RevisionView {
  revisionNo: string;
  kind: RevisionKind;
  orgId: string;
  drafterGroup: string;
  originNo: string | null;
  openedBy: string;
  openedAt: string;
  /** File name of the drafted model, null while none is attached. */
  modelName: string | null;
  effectiveOn: string | null;
  approvedBy: string | null;
}

/** `GET /internal/registration-forms/{orgId}`: what the next registration shows besides its own fields (R13.10). */
export interface InternalRegistrationForm {
  version: number;
  fields: { key: string; label: string; required: boolean }[];
}
