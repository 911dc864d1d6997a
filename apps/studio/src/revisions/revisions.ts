import { Injectable } from '@nestjs/common';
import type { OrgType, RevisionKind } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, defineProblems, Problem } from '@huiying/platform';
import { OwnNumbers, PostTable } from '@huiying/service';
import { DataSource, type EntityManager } from 'typeorm';
import { drafterOf } from './revision.decider.js';

defineProblems({ 'revision-unknown': { zh: '没有这项修订', en: 'There is no such revision' } });

/** A revision from its opening on; what is drafted and approved stands in its forms. */
export interface Revision {
  revisionNo: string;
  kind: RevisionKind;
  orgId: string;
  orgType: OrgType;
  drafterGroup: string;
  /** Corrective action or emergency that it came from. */
  originNo: string | null;
  openedBy: string;
  openedAt: Date;
  /** The drafted model of a process or decision. */
  modelName: string | null;
  modelContent: string | null;
  modelBy: string | null;
}

/** What opens a revision. */
export interface Opening {
  kind: RevisionKind;
  orgId: string;
  orgType: OrgType;
  drafterGroup: string | null;
  originNo: string | null;
  openedBy: string;
}

const COLUMNS = `revision_no AS "revisionNo", kind, org_id AS "orgId", org_type AS "orgType", drafter_group AS "drafterGroup",
  origin_no AS "originNo", opened_by AS "openedBy", opened_at AS "openedAt", model_name AS "modelName",
  model_content AS "modelContent", model_by AS "modelBy"`;

/** Revisions of plans, rules and models: opened by a button or by what was learnt, each with its number and process. */
@Injectable()
export class Revisions {
  constructor(
    private readonly database: DataSource,
    private readonly numbers: OwnNumbers,
    private readonly posts: PostTable,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives the number and starts the process; what opened one of this kind already keeps that. */
  async open(manager: EntityManager, opening: Opening): Promise<string> {
    const { kind, orgId, orgType, originNo } = opening;
    if (originNo !== null) {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`revision ${originNo} ${kind}`]);
      const [known] = await manager.query<{ revision_no: string }[]>(
        `SELECT revision_no FROM revision WHERE origin_no = $1 AND kind = $2`,
        [originNo, kind],
      );
      if (known) return known.revision_no;
    }
    const posts = this.posts.of(orgType);
    const drafterGroup = opening.drafterGroup ?? drafterOf(kind, posts);
    const revisionNo = await this.numbers.next(manager, 'XD', orgId);
    await manager.query(
      `INSERT INTO revision (revision_no, kind, org_id, org_type, drafter_group, origin_no, opened_by, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [revisionNo, kind, orgId, orgType, drafterGroup, originNo, opening.openedBy, this.clock.now()],
    );
    await this.outbox.message(manager, {
      name: 'start-rule-revision',
      correlationKey: revisionNo,
      startsProcess: 'rule-revision',
      variables: { subjectNo: revisionNo, orgId, orgType, posts, revisionKind: kind, drafterGroup },
    });
    return revisionNo;
  }

  /** @throws Problem `revision-unknown` (404) */
  async get(revisionNo: string): Promise<Revision> {
    const revision = await this.find(revisionNo);
    if (!revision) throw new Problem('revision-unknown', 'missing');
    return revision;
  }

  async find(revisionNo: string, manager: EntityManager = this.database.manager): Promise<Revision | undefined> {
    const [found] = await manager.query<Revision[]>(`SELECT ${COLUMNS} FROM revision WHERE revision_no = $1`, [
      revisionNo,
    ]);
    return found;
  }

  /** Newest first. */
  all(): Promise<Revision[]> {
    return this.database.query<Revision[]>(`SELECT ${COLUMNS} FROM revision ORDER BY opened_at DESC LIMIT 200`);
  }

  async attach(manager: EntityManager, revisionNo: string, name: string, content: string, by: string): Promise<void> {
    await manager.query(
      `UPDATE revision SET model_name = $2, model_content = $3, model_by = $4 WHERE revision_no = $1`,
      [revisionNo, name, content, by],
    );
  }
}
