import type { AccessClass } from './facts.js';

/** One row of access.case_relation; a person's row carries the unit that the person belongs to. */
export interface CaseRelation {
  rel: string;
  personId: string | null;
  role: string | null;
  unitId: string | null;
  until: Date | null;
  /** Of a person: the unit they belong to; of a unit row: the unit. Its line decides who stands above. */
  handlingLine: string[];
}

/** What schema access knows of a case. */
export interface CaseAccess {
  caseNo: string;
  orgId: string;
  /** The organisation and all above it. */
  orgLine: string[];
  /** Organisation of the unit that received it. */
  receivedOrgId: string;
  respondentUnitId: string | null;
  class: AccessClass;
  contactReleased: boolean;
  open: boolean;
  relations: CaseRelation[];
}
