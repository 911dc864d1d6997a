import { Injectable } from '@nestjs/common';
import type { RevisionList, RevisionView } from '@huiying/contracts';
import { DataSource } from 'typeorm';
import { type Revision, Revisions } from './revisions.js';

interface InForce {
  no: string;
  effectiveOn: string;
  approvedBy: string;
}

/** What people see of revisions. */
@Injectable()
export class RevisionViews {
  constructor(
    private readonly database: DataSource,
    private readonly revisions: Revisions,
  ) {}

  async list(): Promise<RevisionList> {
    const approved = await this.approved();
    return { items: (await this.revisions.all()).map((revision) => viewOf(revision, approved)) };
  }

  async one(revisionNo: string): Promise<RevisionView> {
    return viewOf(await this.revisions.get(revisionNo), await this.approved());
  }

  private async approved(): Promise<Map<string, InForce>> {
    const rows = await this.database.query<InForce[]>(
      `SELECT revision_no AS no, effective_on::text AS "effectiveOn", approved_by AS "approvedBy" FROM rulebook_version
       WHERE revision_no IS NOT NULL
       UNION ALL SELECT revision_no, effective_on::text, approved_by FROM model_publication`,
    );
    return new Map(rows.map((row) => [row.no, row]));
  }
}

function viewOf(revision: Revision, approved: ReadonlyMap<string, InForce>): RevisionView {
  const { revisionNo, kind, orgId, drafterGroup, originNo, openedBy, openedAt, modelName } = revision;
  const inForce = approved.get(revisionNo);
  return {
    revisionNo,
    kind,
    orgId,
    drafterGroup,
    originNo,
    openedBy,
    openedAt: openedAt.toISOString(),
    modelName,
    effectiveOn: inForce?.effectiveOn ?? null,
    approvedBy: inForce?.approvedBy ?? null,
  };
}
