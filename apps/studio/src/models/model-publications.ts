import { Injectable } from '@nestjs/common';
import type { EventCause } from '@huiying/contracts';
import { Clock } from '@huiying/platform';
import { dayOf, type Day } from '@huiying/working-time';
import { carriedOver } from '@huiying/zeebe';
import { DataSource, type EntityManager } from 'typeorm';
import { ModelPublisher } from './model-publisher.js';

/** An approved model with the day from which it is in force. */
export interface ApprovedModel {
  revisionNo: string;
  orgId: string;
  name: string;
  content: string;
  approvedBy: string;
  effectiveOn: Day;
}

/** A revision in force. */
export type PublishedRevision = Pick<ApprovedModel, 'revisionNo' | 'name' | 'approvedBy'> & { version: number };

/** Kept with it: what was in force when it was approved. */
type Waiting = ApprovedModel & { base: string | null };

const COLUMNS = `revision_no AS "revisionNo", org_id AS "orgId", name, content, approved_by AS "approvedBy",
  effective_on::text AS "effectiveOn", base`;

/** Models that were approved: in force at once, or on their day (R08.9). */
@Injectable()
export class ModelPublications {
  constructor(
    private readonly database: DataSource,
    private readonly publisher: ModelPublisher,
    private readonly clock: Clock,
  ) {}

  /** Keeps an approved model and puts it in force where its day has come. A repeat changes nothing. */
  async approve(manager: EntityManager, model: ApprovedModel, cause: EventCause<'model.published'>): Promise<void> {
    const base = this.publisher.inForce(model.name, model.content)?.content ?? null;
    const added = await manager.query<unknown[]>(
      `INSERT INTO model_publication (revision_no, org_id, name, content, approved_by, effective_on, base)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING revision_no`,
      [model.revisionNo, model.orgId, model.name, model.content, model.approvedBy, model.effectiveOn, base],
    );
    if (added.length > 0 && model.effectiveOn <= dayOf(this.clock.now()))
      await this.publish(manager, { ...model, base }, cause);
  }

  /** Those whose day has come, the earliest first. */
  async due(today: Day): Promise<string[]> {
    const rows = await this.database.query<{ no: string }[]>(
      `SELECT revision_no AS no FROM model_publication WHERE published_at IS NULL AND effective_on <= $1 ORDER BY effective_on`,
      [today],
    );
    return rows.map(({ no }) => no);
  }

  /** What became which version of a model, by whose approval. */
  published(): Promise<PublishedRevision[]> {
    return this.database.query<PublishedRevision[]>(
      `SELECT revision_no AS "revisionNo", name, approved_by AS "approvedBy", version FROM model_publication
       WHERE version IS NOT NULL`,
    );
  }

  async bring(revisionNo: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [model] = await manager.query<Waiting[]>(
        `SELECT ${COLUMNS} FROM model_publication WHERE revision_no = $1 AND published_at IS NULL FOR UPDATE`,
        [revisionNo],
      );
      if (model) await this.publish(manager, model, { clock: 'effective-date' });
    });
  }

  private async publish(manager: EntityManager, model: Waiting, cause: EventCause<'model.published'>): Promise<void> {
    const { revisionNo, name, orgId, approvedBy, effectiveOn } = model;
    const content = this.withFiguresSince(model);
    const version = await this.publisher.publish(manager, {
      name,
      content,
      orgId,
      actorId: approvedBy,
      effectiveOn,
      cause,
    });
    await manager.query(`UPDATE model_publication SET published_at = $2, version = $3 WHERE revision_no = $1`, [
      revisionNo,
      this.clock.now(),
      version,
    ]);
  }

  /** Figures that two persons changed between the approval and its day stay as they were changed (R03.2). */
  private withFiguresSince({ name, content, base }: Waiting): string {
    const inForce = this.publisher.inForce(name, content)?.content;
    if (!name.endsWith('.dmn') || base === null || inForce === undefined || inForce === base) return content;
    return carriedOver(base, inForce, content)?.content ?? content;
  }
}
