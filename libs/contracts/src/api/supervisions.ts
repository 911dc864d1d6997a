import type { OrgType } from '../codes/index.js';

/** `POST /internal/supervisions` of investigation: a complaint about the handling goes to the supervision office. Idempotent per case. */
export interface SupervisionInput {
  caseNo: string;
  orgId: string;
  orgType: OrgType;
}

export interface SupervisionOpened {
  supervisionNo: string;
}

/** `POST /api/cases/{caseNo}/supervision {reason}` 转督办. The file is sealed: not even its number is told. */
export interface SupervisionReferred {
  caseNo: string;
}
