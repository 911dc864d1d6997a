import { Injectable } from '@nestjs/common';
import type { EventCause, ParameterChangeRequest } from '@huiying/contracts';
import { Clock, defineProblems, Problem } from '@huiying/platform';
import { dayOf, isDay } from '@huiying/working-time';
import { feelOf, type Literal, replaced } from '@huiying/zeebe';
import { DataSource, type EntityManager } from 'typeorm';
import { ModelCheck } from '../models/model-check.js';
import { ModelPublisher } from '../models/model-publisher.js';
import { faultOf, rolesIn } from './figure-value.js';
import { type KnownFigure, ParameterBook } from './parameter-book.js';
import { isChangeOf, type ParameterChange, ParameterChanges } from './parameter-changes.js';

defineProblems({
  'parameter-unknown': { zh: '没有这个参数', en: 'There is no such parameter' },
  'parameter-from': { zh: '生效日期不能早于今天', en: 'It cannot apply from a day in the past' },
  'parameter-refused': { zh: '这个数值不能采用', en: 'The value cannot be used' },
  'role-without-holder': { zh: '目前没有人担任这个岗位', en: 'Nobody holds this post at present' },
  'change-decided': { zh: '这项修改已经处理过', en: 'This change was decided already' },
});

/** Everybody's figures, so no organisation of one's own: the events name the installation. */
const INSTALLATION = 'installation';

/**
 * Figures are changed without code (R03.2): one person proposes, another approves, from a day on. The DMN file keeps every byte but
 * the figure; what runs keeps the figure that it started with.
 */
@Injectable()
export class Parameters {
  constructor(
    private readonly database: DataSource,
    private readonly book: ParameterBook,
    private readonly changes: ParameterChanges,
    private readonly check: ModelCheck,
    private readonly publisher: ModelPublisher,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 404 `parameter-unknown`; 422 `parameter-refused` with the field and why: another type or range, a role that nobody
   * holds, a decision that no longer evaluates
   */
  async propose({ id, value, reason, from }: ParameterChangeRequest, authorId: string): Promise<string> {
    const figure = this.book.find(id);
    if (!figure) throw new Problem('parameter-unknown', 'missing');
    const today = dayOf(this.clock.now());
    const effectiveOn = from ?? today;
    if (!isDay(effectiveOn) || effectiveOn < today) refuse('from', 'parameter-from');
    await this.require(figure, value);
    return this.database.transaction((manager) =>
      this.changes.propose(manager, {
        figureId: id,
        figureKey: figure.key,
        before: figure.value,
        after: value,
        reason,
        effectiveOn,
        authorId,
      }),
    );
  }

  /** Lets a change through; what is due today applies at once. @throws Problem 403 `same-person`, 404, 409 `change-decided`, 422 */
  async approve(changeId: string, approverId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const change = await this.open(manager, changeId);
      if (change.authorId === approverId) throw new Problem('same-person', 'forbidden');
      await this.changes.decide(manager, change.id, 'approved', approverId);
      if (change.effectiveOn <= dayOf(this.clock.now()))
        await this.apply(manager, { ...change, decidedBy: approverId }, { route: 'studio.release' });
    });
  }

  async reject(changeId: string, approverId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const change = await this.open(manager, changeId);
      await this.changes.decide(manager, change.id, 'rejected', approverId);
    });
  }

  /** An approved change whose day has come; one that does not fit any more is marked, and an operator sees it. */
  async bring(changeId: string): Promise<'applied' | 'failed' | 'gone'> {
    return this.database.transaction(async (manager) => {
      const change = await this.changes.lock(manager, changeId);
      if (change?.state !== 'approved') return 'gone';
      try {
        await this.apply(manager, change, { clock: 'effective-date' });
        return 'applied';
      } catch (error) {
        if (!(error instanceof Problem) || error.kind === 'unavailable') throw error;
        await this.changes.settle(manager, change.id, { state: 'failed' });
        return 'failed';
      }
    });
  }

  private async apply(
    manager: EntityManager,
    change: ParameterChange,
    cause: EventCause<'model.published'>,
  ): Promise<void> {
    // One change of a file after another: each takes up what the one before left.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('huiying:studio:parameters', 0))`);
    const figure = this.book.all().find((one) => isChangeOf(change, one));
    if (!figure) throw new Problem('parameter-unknown', 'missing');
    await this.require(figure, change.after);
    const version = await this.publisher.publish(manager, {
      name: figure.model.resourceName,
      content: changed(figure, change.after),
      orgId: INSTALLATION,
      actorId: change.decidedBy ?? change.authorId,
      effectiveOn: dayOf(this.clock.now()),
      cause,
    });
    await this.changes.settle(manager, change.id, { state: 'applied', modelId: figure.model.id, version });
  }

  private async require(figure: KnownFigure, value: Literal): Promise<void> {
    const fault = faultOf(figure, value);
    if (fault !== undefined) refuse('value', fault);
    for (const role of rolesIn(figure, value)) if (!(await this.isHeld(role))) refuse('value', 'role-without-holder');
    const refusal = await this.check.decision(changed(figure, value));
    if (refusal) refuse('value', refusal.code, { reason: refusal.reason });
  }

  /** Groups that the tasklist resolves to the head of a unit need no holder. */
  private async isHeld(role: string): Promise<boolean> {
    if (role === 'respondent-unit' || role === 'agreement-party') return true;
    const rows = await this.database.query<unknown[]>(
      `SELECT 1 FROM access.holding h JOIN access.person p ON p.id = h.person_id
       WHERE h.role = $1 AND NOT p.disabled AND h.valid_from <= $2 AND (h.valid_until IS NULL OR h.valid_until > $2) LIMIT 1`,
      [role, this.clock.now()],
    );
    return rows.length > 0;
  }

  private async open(manager: EntityManager, changeId: string): Promise<ParameterChange> {
    const change = await this.changes.lock(manager, changeId);
    if (!change) throw new Problem('not-found', 'missing');
    if (change.state !== 'proposed') throw new Problem('change-decided', 'conflict');
    return change;
  }
}

function changed(figure: KnownFigure, value: Literal): string {
  const text = figure.kind === 'formula' ? String(value) : feelOf(value);
  return replaced(figure.model.content, figure.place, text);
}

function refuse(field: string, code: string, params?: Record<string, string>): never {
  throw new Problem('parameter-refused', 'rejected', { errors: [{ field, code, ...(params && { params }) }] });
}
