import { Injectable } from '@nestjs/common';
import type { EventCause, EventPayload, EventType } from '@huiying/contracts';
import { Outbox, type ProcessPlace } from '@huiying/events';
import { toLocalIso } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import type { Decided, Deadline } from './deadline.js';

type DeadlineEvent = Extract<EventType, `deadline.${string}`>;

/** What made the clock act: a job, a completed form, an event, a route, or time itself. */
export interface Trigger {
  cause: { job: string } | { form: string } | { consumer: string } | { route: 'task.agreed-date' } | { clock: string };
  causationId?: string;
  process?: ProcessPlace;
}

/** Tells the rest of the company every step of a limit (events.md §7). What is replaced or ended has no event of its own. */
@Injectable()
export class DeadlineEvents {
  constructor(private readonly outbox: Outbox) {}

  async tell(manager: EntityManager, decided: Decided, trigger: Trigger): Promise<void> {
    const { deadline, step } = decided;
    const number = (name: string) => Number(step.detail[name] ?? 0);
    switch (step.kind) {
      case 'started':
      case 'recomputed':
        return this.emit(manager, 'deadline.started', decided, trigger, {
          amount: Math.round(deadline.terms.amount),
          unit: deadline.terms.unit,
          ...replacing(decided),
        });
      case 'warned':
        return this.emit(manager, 'deadline.warned', decided, trigger, { usedPercent: number('usedPercent') });
      case 'paused':
        return this.emit(manager, 'deadline.paused', decided, trigger, { because: String(step.detail['because']) });
      case 'resumed':
        return this.emit(manager, 'deadline.resumed', decided, trigger, { pausedUnits: number('pausedUnits') });
      case 'extended':
        return this.emit(manager, 'deadline.extended', decided, trigger, {
          previousDueAt: toLocalIso(deadline.previousDueAt ?? deadline.dueAt),
          extraDays: number('extraDays'),
        });
      case 'met':
        return this.emit(manager, 'deadline.met', decided, trigger, { usedPercent: number('usedPercent') });
      case 'missed':
        return this.emit(manager, 'deadline.missed', decided, trigger, {
          count: number('count'),
          onMissed: deadline.terms.onMissed,
        });
      case 'replaced':
      case 'ended':
        return;
    }
  }

  /** An extension that the rules or the decider did not allow; the limit itself stays as it is. */
  async extensionRefused(
    manager: EntityManager,
    deadline: Deadline,
    by: string,
    refused: { extraDays: number; because: 'beyond-maximum' | 'not-approved' },
    trigger: Trigger,
  ): Promise<void> {
    const step = { kind: 'extended', at: deadline.dueAt, by, dueAt: deadline.dueAt } as Decided['step'];
    return this.emit(manager, 'deadline.extension-refused', { deadline, step }, trigger, refused);
  }

  private async emit<T extends DeadlineEvent>(
    manager: EntityManager,
    type: T,
    { deadline, step }: Decided,
    trigger: Trigger,
    more: Omit<EventPayload<T>, keyof ReturnType<typeof common>>,
  ): Promise<void> {
    await this.outbox.event(manager, {
      type,
      subject: deadline.subjectNo,
      ...(deadline.caseNo !== null && { caseNo: deadline.caseNo }),
      orgId: deadline.orgId,
      actorId: step.by,
      data: { ...common(deadline), ...more } as EventPayload<T>,
      cause: trigger.cause as EventCause<T>,
      ...(trigger.causationId && { causationId: trigger.causationId }),
      ...(trigger.process && { process: trigger.process }),
    });
  }
}

function common(deadline: Deadline) {
  return {
    deadlineId: deadline.id,
    subjectNo: deadline.subjectNo,
    limitId: deadline.limitId,
    startedAt: toLocalIso(deadline.startedAt),
    dueAt: toLocalIso(deadline.dueAt),
    calendarVersion: deadline.calendarVersion,
    provisional: deadline.provisional,
  };
}

function replacing({ deadline, step }: Decided): { replaces?: string } {
  const replaced = step.kind === 'recomputed' ? deadline.id : deadline.replaces;
  return replaced === null ? {} : { replaces: replaced };
}
