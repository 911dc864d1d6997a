import { Injectable } from '@nestjs/common';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { type Day, dayOf } from '@huiying/working-time';
import { PublishedModels } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import type { Trigger } from '../deadlines/deadline-events.js';
import type { Deadline } from '../deadlines/deadline.js';
import { DeadlineStore } from '../deadlines/deadline.typeorm-store.js';
import { Deadlines } from '../deadlines/deadlines.service.js';
import { TaskStore } from '../tasks/task.typeorm-store.js';
import { FEEDBACK_LIMIT, mayChange } from './feedback-date.decider.js';

const CAUSE = { job: 'tasklist.change-feedback-date' } as const;

/** The promised date of a sales complaint: changed with consent, at most as often as the parameter says, never after it passed (R07.7). */
@Injectable()
export class FeedbackDates {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly store: DeadlineStore,
    private readonly tasks: TaskStore,
    private readonly models: PublishedModels,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Which change this is, from 1; undefined where it is refused. A task that is open keeps its limit. */
  async change(manager: EntityManager, caseNo: string, newDate: Day, trigger: Trigger): Promise<number | undefined> {
    const act = { at: this.clock.now(), by: 'system' };
    await this.store.lockSubject(manager, caseNo);
    const latest = await this.store.latest(manager, caseNo, FEEDBACK_LIMIT);
    if (!latest) return undefined;
    const promised = await this.deadlines.caughtUp(manager, latest, act.at);
    const changes = await this.changesOf(manager, promised);
    if (!mayChange({ state: promised.state, changes, allowed: this.allowed(), newDate, today: dayOf(act.at) })) {
      return undefined;
    }
    const fresh = await this.deadlines.agreeDate(manager, promised, newDate, act, trigger);
    if (!fresh) return undefined;
    await this.tasks.moveLimit(manager, promised.id, fresh.id);
    const change = changes + 1;
    await this.outbox.event(manager, {
      type: 'feedback-date.changed',
      subject: caseNo,
      caseNo,
      orgId: promised.orgId,
      actorId: act.by,
      cause: CAUSE,
      ...(trigger.process ? { process: trigger.process } : {}),
      data: { from: dayOf(promised.dueAt), newDate, change },
    });
    return change;
  }

  /** Changes of one promise: limits that gave way to one another. */
  private async changesOf(manager: EntityManager, promised: Deadline): Promise<number> {
    let changes = 0;
    for (let next: string | null = promised.replaces; next !== null; changes++) {
      next = (await this.store.byId(manager, next))?.replaces ?? null;
    }
    return changes;
  }

  /** Parameter of decision `deadlines`. */
  private allowed(): number {
    const { output } = this.models.decisions().evaluate('deadlines-parameters', {});
    const { feedbackDateChanges } = output as { feedbackDateChanges?: unknown };
    if (typeof feedbackDateChanges !== 'number') throw new RangeError('decision deadlines: feedbackDateChanges');
    return feedbackDateChanges;
  }
}
