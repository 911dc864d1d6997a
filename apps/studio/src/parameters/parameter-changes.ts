import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import type { Day } from '@huiying/working-time';
import type { Figure, Literal } from '@huiying/zeebe';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** A change of a figure from its proposal on. */
export interface ParameterChange {
  id: string;
  figureId: string;
  /** What the figure is (`Figure.key`); null of changes made before it was kept. */
  figureKey: string | null;
  before: Literal;
  after: Literal;
  reason: string;
  effectiveOn: Day;
  state: 'proposed' | 'approved' | 'applied' | 'rejected' | 'failed';
  authorId: string;
  proposedAt: Date;
  decidedBy: string | null;
  appliedAt: Date | null;
  modelId: string | null;
  version: number | null;
}

const COLUMNS = `id, figure_id AS "figureId", figure_key AS "figureKey", before, after, reason, effective_on::text AS "effectiveOn", state,
  author_id AS "authorId", proposed_at AS "proposedAt", decided_by AS "decidedBy", applied_at AS "appliedAt",
  model_id AS "modelId", version`;

/** The changes of figures that people made: who asked for it and why, who let it through, from when. */
@Injectable()
export class ParameterChanges {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async propose(
    manager: EntityManager,
    change: Pick<
      ParameterChange,
      'figureId' | 'figureKey' | 'before' | 'after' | 'reason' | 'effectiveOn' | 'authorId'
    >,
  ): Promise<string> {
    const id = uuidv7();
    await manager.query(
      `INSERT INTO parameter_change (id, figure_id, figure_key, before, after, reason, effective_on, state, author_id, proposed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'proposed', $8, $9)`,
      [
        id,
        change.figureId,
        change.figureKey,
        JSON.stringify(change.before),
        JSON.stringify(change.after),
        change.reason,
        change.effectiveOn,
        change.authorId,
        this.clock.now(),
      ],
    );
    return id;
  }

  /** Locked until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<ParameterChange | undefined> {
    const [found] = await manager.query<ParameterChange[]>(
      `SELECT ${COLUMNS} FROM parameter_change WHERE id::text = $1 FOR UPDATE`,
      [id],
    );
    return found;
  }

  async find(id: string): Promise<ParameterChange | undefined> {
    const [found] = await this.database.query<ParameterChange[]>(
      `SELECT ${COLUMNS} FROM parameter_change WHERE id::text = $1`,
      [id],
    );
    return found;
  }

  /** Newest first. */
  latest(): Promise<ParameterChange[]> {
    return this.database.query<ParameterChange[]>(
      `SELECT ${COLUMNS} FROM parameter_change ORDER BY proposed_at DESC, id DESC LIMIT 200`,
    );
  }

  /** Applied ones, by which a version of a file can be told to whom it is due. */
  applied(): Promise<ParameterChange[]> {
    return this.database.query<ParameterChange[]>(
      `SELECT ${COLUMNS} FROM parameter_change WHERE state = 'applied' ORDER BY applied_at`,
    );
  }

  /** Approved ones whose day has come, the earliest first. */
  async due(today: Day): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT id FROM parameter_change WHERE state = 'approved' AND effective_on <= $1 ORDER BY effective_on, decided_at`,
      [today],
    );
    return rows.map(({ id }) => id);
  }

  async decide(manager: EntityManager, id: string, state: 'approved' | 'rejected', by: string): Promise<void> {
    await manager.query(`UPDATE parameter_change SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1`, [
      id,
      state,
      by,
      this.clock.now(),
    ]);
  }

  async settle(
    manager: EntityManager,
    id: string,
    outcome: { state: 'applied'; modelId: string; version: number } | { state: 'failed' },
  ): Promise<void> {
    const { modelId = null, version = null } = outcome.state === 'applied' ? outcome : {};
    await manager.query(
      `UPDATE parameter_change SET state = $2, applied_at = $3, model_id = $4, version = $5 WHERE id = $1`,
      [id, outcome.state, this.clock.now(), modelId, version],
    );
  }
}

/** Whether a change is one of this figure: a row's number may be another's by now. */
export function isChangeOf(
  { figureId, figureKey }: Pick<ParameterChange, 'figureId' | 'figureKey'>,
  { id, key }: Pick<Figure, 'id' | 'key'>,
): boolean {
  return figureKey === null ? figureId === id : figureKey === key;
}
