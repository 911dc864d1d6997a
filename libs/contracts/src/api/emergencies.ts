import type { PersonRef } from './tasks.js';

/** `GET /api/emergency?state=&cursor=`: responses of cases that the caller may read, newest first. */
export interface EmergencyRow {
  caseNo: string;
  orgId: string;
  projectType: string | null;
  /** decision, by-hand or danger. */
  because: string;
  startedAt: string;
  /** How often the six measures were opened. */
  round: number;
  closedAt: string | null;
  /** over or false-alarm; null while it runs. */
  result: string | null;
  siteLead: PersonRef | null;
}

export interface EmergencyList {
  items: EmergencyRow[];
  next: string | null;
}

/** `GET /api/emergency/{caseNo}`: the newest response of the case (R08.8, R08.10). */
export interface EmergencyView extends EmergencyRow {
  /** 1 for the first response of the case. */
  n: number;
  orgType: string;
  /** Which risk started it. */
  reason: string;
  /** Whether the plan is to be revised (R08.9). */
  revise: boolean | null;
  /** Whom the start was reported to, by role. */
  alerted: { role: string; person: PersonRef; at: string }[];
  team: EmergencyTeam | null;
  /** Oldest first. */
  measures: EmergencyMeasure[];
  releases: EmergencyRelease[];
}

/** `GET /internal/emergencies/{caseNo}/lesson` of emergency-response: what a revision of the plan starts from (R08.9). Texts stay between services. */
export interface InternalEmergencyLesson {
  caseNo: string;
  /** What the leading group said when it asked for the revision. */
  summary: string;
}

export interface EmergencyTeam {
  members: { person: PersonRef; duty: string }[];
  /** Roles. */
  monitorLead: string;
  spokesperson: string;
  departments: string[];
  plan: string;
  formedBy: PersonRef;
  formedAt: string;
}

export interface EmergencyMeasure {
  round: number;
  /** directive, site-action, department, monitoring, opinion or assessment. */
  kind: string;
  /** Group, site-team or leading-group. */
  department: string;
  person: PersonRef;
  happenedAt: string;
  recordedAt: string;
  /** What its form said, by field. */
  said: Record<string, string>;
}

export interface EmergencyRelease {
  releaseId: string;
  round: number;
  channels: string[];
  content: string;
  draftedBy: PersonRef;
  approvedBy: PersonRef;
  publishedAt: string;
  /** The release that this one corrects. */
  corrects: string | null;
}
