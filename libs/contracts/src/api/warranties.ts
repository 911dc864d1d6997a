import type { Component } from '../codes/index.js';

/** Until when the builder answers for a component of a building, and who repairs (R02.9). Days are `yyyy-MM-dd`. */
export interface WarrantyView {
  component: Component;
  /** null: not on file, then nothing below is known. */
  completionAcceptedOn: string | null;
  /** The company's own year of D02: it chooses who repairs, never whether. */
  internal: {
    years: number;
    until: string | null;
    /** Was the defect reported within it? */
    under: boolean | null;
    repairGroup: string | null;
  };
  /** The law's minimum (建设工程质量管理条例 第四十条), or the contract's longer one: within it the builder repairs free of charge. */
  statutory: {
    /** design-life, years, heating-seasons, cooling-seasons, or agreed where the law leaves it to the contract. */
    term: string;
    amount: number | null;
    until: string | null;
    by: 'law' | 'contract';
    /** null: not known. */
    free: boolean | null;
  };
}

/** `GET /api/projects/{name}/buildings/{building}/warranty?component=&reportedOn=`; all components unless one is named. */
export interface BuildingWarranties {
  project: string;
  building: string;
  reportedOn: string;
  items: WarrantyView[];
}

/** A warranty that the contract promises beyond the law's minimum. */
export interface AgreedWarranty {
  component: Component;
  until: string;
}

/** `GET /api/projects`: one row a project, by name. */
export interface ProjectRow {
  projectId: string;
  name: string;
  dissolved: boolean;
  ownership: string | null;
  agreementParty: string | null;
  developer: string | null;
  propertyCompany: string | null;
  constructionCompany: string | null;
  projectType: string;
  buildings: number;
  changedAt: string;
}

export interface ProjectList {
  items: ProjectRow[];
  next: string | null;
}

/** `GET /api/projects/{name}/buildings`. */
export interface BuildingRow {
  building: string;
  organisationId: string | null;
  phase: 'construction' | 'occupied' | null;
  handoverOn: string | null;
  completionAcceptedOn: string | null;
  designLifeYears: number | null;
  agreedWarranties: AgreedWarranty[];
  changedAt: string;
}

export interface BuildingList {
  items: BuildingRow[];
}

/**
 * `GET /internal/quality-settlements/{caseNo}?round=` of warranty-routing: 〔结论〕 of a round of a quality case, whatever level settled it,
 * without `round` the newest; 404 while none did.
 */
export interface InternalQualitySettlement {
  caseNo: string;
  settledAt: string;
  bothStatements: string;
  findings: string;
  basis: string;
  /** Surveys, repairs and reports, for whoever decides after it. */
  process: string | null;
  /** What the owner was told, or what was repaired. */
  result: string | null;
  /** 原因代码 and the sentence beside it (R03.11). */
  causeCode: string;
  causeText: string;
  payFen: number | null;
  agreed: boolean | null;
}

/** `GET /internal/surveys/{caseNo}` of warranty-routing: surveys and repairs of a quality case so far, as its forms show them (R02.11). */
export interface InternalSurveys {
  text: string;
}
