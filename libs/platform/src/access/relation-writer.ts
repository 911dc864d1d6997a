import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AccessClass } from './facts.js';

/**
 * Relations that services write; `sup`, `aud` and `desk` follow from the directory (access.md §2). `contact` goes beside `asg` while the
 * task's header says contact=true: its holder may see name and phone.
 */
export type WrittenRelation = 'own' | 'asg' | 'contact' | 'cand' | 'hnd' | 'con' | 'rsp' | 'conflicted';

/** Exactly one of `personId` and `unitId` (with or without `role`): whom the relation holds for. */
export interface Grant {
  caseNo: string;
  rel: WrittenRelation;
  personId?: string;
  role?: string;
  unitId?: string;
  /** What caused it, so that it can be revoked again: `task:<key>`, `consultation:<no>`, `recusal`. Begins with the service's word. */
  source: string;
  until?: Date;
}

export interface CaseFactsRow {
  caseNo: string;
  /** Organisation that handles the case. */
  orgId: string;
  /** Unit whose desk received it. */
  receivedBy?: string;
  respondentUnitId?: string | null;
  class?: AccessClass;
  /** The complainant let the unit complained about know the contact (access.md §0.6). */
  contactReleased?: boolean;
  open?: boolean;
}

/** Writes who stands in which relation to a case, in the transaction of the change itself: neither a grant nor a recusal comes late. */
@Injectable()
export class RelationWriter {
  async grant(manager: EntityManager, grant: Grant): Promise<void> {
    await manager.query(
      `INSERT INTO access.case_relation (case_no, rel, person_id, role, unit_id, source, valid_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (case_no, rel, source, coalesce(person_id, ''), coalesce(role, ''), coalesce(unit_id, ''))
       DO UPDATE SET valid_until = excluded.valid_until`,
      [
        grant.caseNo,
        grant.rel,
        grant.personId ?? null,
        grant.role ?? null,
        grant.unitId ?? null,
        grant.source,
        grant.until ?? null,
      ],
    );
  }

  /** Takes back what a source granted: all of it, or only one relation or person. */
  async revoke(
    manager: EntityManager,
    which: { caseNo: string; source: string; rel?: WrittenRelation; personId?: string },
  ): Promise<void> {
    await manager.query(
      `DELETE FROM access.case_relation WHERE case_no = $1 AND source = $2
       AND ($3::text IS NULL OR rel = $3) AND ($4::text IS NULL OR person_id = $4)`,
      [which.caseNo, which.source, which.rel ?? null, which.personId ?? null],
    );
  }

  /** Facts of the case itself; what is left out keeps its value. */
  async caseFacts(manager: EntityManager, facts: CaseFactsRow): Promise<void> {
    await manager.query(
      `INSERT INTO access.case_facts (case_no, org_id, received_by, respondent_unit_id, class, contact_released, open)
       VALUES ($1, $2, coalesce($3, $2), $4, coalesce($5, 'internal'), coalesce($6, false), coalesce($7, true))
       ON CONFLICT (case_no) DO UPDATE SET org_id = excluded.org_id,
         received_by = coalesce($3, case_facts.received_by),
         respondent_unit_id = CASE WHEN $8 THEN excluded.respondent_unit_id ELSE case_facts.respondent_unit_id END,
         class = coalesce($5, case_facts.class),
         contact_released = coalesce($6, case_facts.contact_released),
         open = coalesce($7, case_facts.open)`,
      [
        facts.caseNo,
        facts.orgId,
        facts.receivedBy ?? null,
        facts.respondentUnitId ?? null,
        facts.class ?? null,
        facts.contactReleased ?? null,
        facts.open ?? null,
        facts.respondentUnitId !== undefined,
      ],
    );
  }
}
