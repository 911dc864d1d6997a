import type { LimitUnit } from './tasks.js';

/** `GET /api/portal/procedure?organisationId=`: the limits that an organisation is held to, as decision `deadlines` has them now (R03.2). */
export interface PortalProcedure {
  organisationId: string;
  name: string;
  orgType: string;
  limits: PortalLimit[];
}

export interface PortalLimit {
  limitId: string;
  /** Of a complex complaint, where it differs. */
  complex: boolean;
  name: { zh: string; en: string };
  amount: number;
  unit: LimitUnit;
}
