import { Injectable } from '@nestjs/common';
import type { CaseDeadline, DeadlineView } from '@huiying/contracts';
import { Clock } from '@huiying/platform';
import { remaining, toLocalIso, usedRatio, type WorkCalendar } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { courseOf } from './deadline.decider.js';
import type { Deadline, Step } from './deadline.js';
import { DeadlineStore } from './deadline.typeorm-store.js';
import { Deadlines } from './deadlines.service.js';

/** Limits as rows and pages show them; all time is computed here (console.md §0.2). */
@Injectable()
export class DeadlineViews {
  constructor(
    private readonly database: DataSource,
    private readonly store: DeadlineStore,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async ofCase(caseNo: string): Promise<CaseDeadline[]> {
    const { manager } = this.database;
    const found = await this.store.ofCase(manager, caseNo);
    const now = this.clock.now();
    return Promise.all(
      found.map(async ({ deadline, steps }) => ({
        ...viewOf(deadline, endOf(deadline, steps) ?? now, await this.deadlines.calendarOf(manager, deadline)),
        id: deadline.id,
        subjectNo: deadline.subjectNo,
        n: deadline.n,
        startedAt: toLocalIso(deadline.startedAt),
        budget: {
          amount: deadline.terms.unit === 'date' ? null : deadline.terms.amount,
          unit: deadline.terms.unit,
        },
        calendarVersion: deadline.calendarVersion,
        onMissed: deadline.terms.onMissed,
        steps: steps.map(stepView),
      })),
    );
  }

  async of(deadline: Deadline): Promise<DeadlineView> {
    return viewOf(deadline, this.clock.now(), await this.deadlines.calendarOf(this.database.manager, deadline));
  }
}

/** Pure: one limit as it stands at `now`. */
function viewOf(deadline: Deadline, now: Date, calendar: WorkCalendar): DeadlineView {
  const course = courseOf(deadline);
  const open = deadline.moves.at(-1);
  const extension = deadline.moves.findLast((move) => move.kind === 'extension');
  return {
    limitId: deadline.limitId,
    dueAt: toLocalIso(deadline.dueAt),
    state: deadline.state,
    remaining: remaining(course, now, calendar),
    usedRatio: Math.round(usedRatio(course, now, calendar) * 1000) / 1000,
    ...(deadline.state === 'paused' && open?.kind === 'pause' && { pausedFor: open.because }),
    ...(deadline.previousDueAt && {
      extended: {
        previousDueAt: toLocalIso(deadline.previousDueAt),
        ...(extension && { byDays: extension.units }),
      },
    }),
    ...(deadline.provisional && { provisional: true }),
    ...(deadline.startsAt > now && { startsAt: toLocalIso(deadline.startsAt) }),
    ...(deadline.settledAt && { settledAt: toLocalIso(deadline.settledAt) }),
  };
}

/** What is over is shown as it stood then; what was missed and is owed goes on. */
function endOf({ state, settledAt }: Deadline, steps: readonly Step[]): Date | undefined {
  if (state === 'missed') return settledAt ?? undefined;
  return state === 'met' || state === 'replaced' || state === 'ended' ? steps.at(-1)?.at : undefined;
}

function stepView(step: Step): CaseDeadline['steps'][number] {
  return {
    kind: step.kind,
    at: toLocalIso(step.at),
    by: step.by,
    dueAt: toLocalIso(step.dueAt),
    calendarVersion: step.calendarVersion,
  };
}
