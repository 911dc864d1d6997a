import { Injectable } from '@nestjs/common';
import type { RulebookDocument } from '@huiying/contracts';
import { dayOf, type Day } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';

/** A field that a revision adds to the registration form (R13.10). */
export interface RegistrationField {
  key: string;
  label: string;
  required: boolean;
}

/** One version of a document; `orgId` `*` = the source regulation, for everybody who has no version of their own. */
export interface RulebookVersion {
  document: RulebookDocument;
  orgId: string;
  version: number;
  content: string;
  fields: RegistrationField[];
  effectiveOn: Day;
  revisionNo: string | null;
  reason: string;
  draftedBy: string;
  approvedBy: string;
  publishedAt: Date;
}

const COLUMNS = `v.document, v.org_id AS "orgId", v.version, v.content, v.fields, v.effective_on::text AS "effectiveOn",
  v.revision_no AS "revisionNo", v.reason, v.drafted_by AS "draftedBy", v.approved_by AS "approvedBy", v.published_at AS "publishedAt"`;

/** The organisation, those above it, and the source regulation, nearest first. */
const SCOPES = `(SELECT ancestor_id AS scope, depth FROM access.unit_ancestor WHERE unit_id = $2 UNION ALL SELECT '*', 1000) s`;

/** The texts of the regulations: nothing is ever overwritten, every version stays readable (R06.6, R08.9). */
@Injectable()
export class Rulebook {
  constructor(private readonly database: DataSource) {}

  /** The version that binds an organisation on a day: its own, else that of the organisation above, else the source. */
  async inForce(
    document: RulebookDocument,
    orgId: string,
    on: Day,
    manager: EntityManager = this.database.manager,
  ): Promise<RulebookVersion | undefined> {
    const [found] = await manager.query<RulebookVersion[]>(
      `SELECT ${COLUMNS} FROM rulebook_version v JOIN ${SCOPES} ON s.scope = v.org_id
       WHERE v.document = $1 AND v.effective_on <= $3 ORDER BY s.depth, v.version DESC LIMIT 1`,
      [document, orgId, on],
    );
    return found;
  }

  /** All versions that bound or will bind an organisation, newest first. */
  versions(document: RulebookDocument, orgId: string): Promise<RulebookVersion[]> {
    return this.database.query<RulebookVersion[]>(
      `SELECT ${COLUMNS} FROM rulebook_version v JOIN ${SCOPES} ON s.scope = v.org_id
       WHERE v.document = $1 ORDER BY v.published_at DESC, v.version DESC LIMIT 200`,
      [document, orgId],
    );
  }

  /** Adds a version; a repeat for the same revision changes nothing. Answers the version that the revision has. */
  async publish(
    manager: EntityManager,
    added: Omit<RulebookVersion, 'version' | 'revisionNo'> & { revisionNo: string },
  ): Promise<number> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `rulebook ${added.document} ${added.orgId}`,
    ]);
    const [before] = await manager.query<{ last: number }[]>(
      `SELECT coalesce(max(version), 0) AS last FROM rulebook_version WHERE document = $1 AND org_id IN ($2, '*')`,
      [added.document, added.orgId],
    );
    await manager.query(
      `INSERT INTO rulebook_version (document, org_id, version, content, fields, effective_on, revision_no, reason, drafted_by,
         approved_by, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (revision_no) DO NOTHING`,
      [
        added.document,
        added.orgId,
        (before?.last ?? 0) + 1,
        added.content,
        JSON.stringify(added.fields),
        added.effectiveOn,
        added.revisionNo,
        added.reason,
        added.draftedBy,
        added.approvedBy,
        added.publishedAt,
      ],
    );
    const [row] = await manager.query<{ version: number }[]>(
      `SELECT version FROM rulebook_version WHERE revision_no = $1`,
      [added.revisionNo],
    );
    return row?.version ?? 0;
  }

  /** The day whose rules apply to a case: that of its acceptance, else today's. */
  async dayOfCase(caseNo: string): Promise<{ orgId: string; acceptedOn: Day } | undefined> {
    const [row] = await this.database.query<{ org_id: string; accepted_on: Day }[]>(
      `SELECT org_id, accepted_on::text FROM case_acceptance WHERE case_no = $1`,
      [caseNo],
    );
    return row && { orgId: row.org_id, acceptedOn: row.accepted_on };
  }

  async accepted(manager: EntityManager, caseNo: string, orgId: string, at: Date): Promise<void> {
    await manager.query(
      `INSERT INTO case_acceptance (case_no, org_id, accepted_on) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [caseNo, orgId, dayOf(at)],
    );
  }
}

/** The day itself, or the next one where it is over already. */
export function notBefore(day: Day, today: Day): Day {
  return day < today ? today : day;
}
