import type { Component, DefectType } from '../codes/index.js';

/** `POST /api/defects` (desk, customer service): a defect of the period of delivery that nobody complained about (R10.4). */
export interface DefectInput {
  /** Organisation; the caller's own unless given. */
  organisationId?: string;
  project: string;
  building?: string;
  component?: Component;
  defectType?: DefectType;
  description: string;
}

export interface RegisteredDefect {
  defectNo: string;
  registeredAt: string;
}

/** `GET /api/defects?number=&cursor=`: one row a defect, newest first. Days are `yyyy-MM-dd`. */
export interface DefectRow {
  defectNo: string;
  orgId: string;
  caseNo: string | null;
  project: string | null;
  building: string | null;
  component: Component | null;
  defectType: DefectType | null;
  /** What was found, personal data covered; of a complaint its own words. null while the case cannot be read. */
  description: string | null;
  repairGroup: string | null;
  plannedOn: string | null;
  registeredOn: string;
  rectifiedOn: string | null;
  state: 'registered' | 'rectifying' | 'rectified' | 'accepted';
  /** Of its kind in the project within the window, when it was accepted. */
  counted: number | null;
}

export interface DefectList {
  items: DefectRow[];
  next: string | null;
}
