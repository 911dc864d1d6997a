import type { AgreedWarranty } from './warranties.js';

/** `PUT /api/projects/{name}` (administrator): what is not given stays as it is; null takes it away. */
export interface ProjectInput {
  dissolved?: boolean;
  ownership?: 'wholly-owned' | 'controlled' | 'joint' | null;
  /** Unit id of the partner that the cooperation agreement names (R10.8). */
  agreementParty?: string | null;
  /** Unit ids of the organisations that share the project. */
  developer?: string | null;
  propertyCompany?: string | null;
  constructionCompany?: string | null;
  /** Required the first time (R08.1). */
  projectType?: 'residential' | 'commercial' | 'office';
}

/** `PUT /api/projects/{name}/buildings/{building}`; days are `yyyy-MM-dd`. */
export interface BuildingInput {
  organisationId?: string | null;
  phase?: 'construction' | 'occupied' | null;
  /** Central hand-over of the batch (R10.4). */
  handoverOn?: string | null;
  /** Completion acceptance (R02.9). */
  completionAcceptedOn?: string | null;
  /** Design life as the design documents say it, in years: warranty of foundation and main structure. */
  designLifeYears?: number | null;
  /** Warranties that the contract promises beyond the law's minimum; the list replaces the one before. */
  agreedWarranties?: AgreedWarranty[];
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
