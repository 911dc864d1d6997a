import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import type { InternalCase } from '@huiying/contracts';
import { CaseFacts } from '@huiying/service';
import type { Day, WorkCalendar } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Calendars } from '../calendar/calendars.service.js';
import { SubjectMarks } from '../subjects/subject-marks.js';
import { Aftermath } from './aftermath.js';
import { DeadlineEvents, type Trigger } from './deadline-events.js';
import type { Deadline, Decided } from './deadline.js';
import { end, fire, isStanding, meet, pause, replace, reterm, resume, start, type Act } from './deadline.decider.js';
import { DeadlineStore } from './deadline.typeorm-store.js';
import { isOfEmergency } from './emergency-limits.js';
import { LimitBook } from './limit-book.js';
import { type LimitFacts, limitFactsOf } from './limit-terms.js';

/** Whose limits: a case, or a measure, request, change or escalation with its own number. */
export interface LimitSubject {
  subjectNo: string;
  caseNo: string | null;
  orgId: string;
  orgType: string;
}

/** How a limit is asked for. */
export interface LimitOrder {
  limitIds: readonly string[];
  /** Codes known to the asker; those of the case as it is now go before. */
  facts?: Partial<LimitFacts>;
  /** The case as it is now, where the asker has just read it. */
  found?: InternalCase | undefined;
  /** Planned or agreed day: it takes the place of the budget. */
  date?: Day;
  /** The moment that the asker names; without it a mark of the subject that the limit counts from, else `since`. */
  from?: Date;
  /** When the cause came about, for limits that count from nothing earlier. */
  since?: Date;
  /** takeUp: a limit that already runs, or is owed since it was missed, stays and is answered; replace: it gives way to a new one. */
  running: 'take-up' | 'replace';
}

/**
 * The deadline clock (architecture.md §4): every change of a limit goes through here, in the caller's transaction, with its step
 * and its event. What time already brought is brought about first, so nothing is met after it was missed.
 */
@Injectable()
export class Deadlines {
  constructor(
    private readonly store: DeadlineStore,
    private readonly book: LimitBook,
    private readonly calendars: Calendars,
    private readonly cases: CaseFacts,
    private readonly marks: SubjectMarks,
    private readonly events: DeadlineEvents,
    private readonly aftermath: Aftermath,
    private readonly clock: Clock,
  ) {}

  /** Starts limits, or takes up those that run; answers all of them. A limit without a row for the organisation is left out. */
  async start(
    manager: EntityManager,
    subject: LimitSubject,
    order: LimitOrder,
    by: string,
    trigger: Trigger,
  ): Promise<Deadline[]> {
    if (order.limitIds.length === 0) return [];
    await this.store.lockSubject(manager, subject.subjectNo);
    const known = await this.known(subject, order);
    const act = { at: this.clock.now(), by };
    const started: Deadline[] = [];
    for (const limitId of order.limitIds) {
      const latest = await this.latestOf(manager, subject.subjectNo, limitId, act.at);
      if (latest && isStanding(latest) && order.running === 'take-up') started.push(latest);
      else {
        const deadline = await this.startOne(manager, subject, { ...order, limitId }, known, latest, act, trigger);
        if (deadline) started.push(deadline);
      }
    }
    return started;
  }

  /** Was one of the limits started for the subject at any time before? */
  async ranBefore(manager: EntityManager, subjectNo: string, limitIds: readonly string[]): Promise<boolean> {
    for (const limitId of limitIds) if (await this.store.latest(manager, subjectNo, limitId)) return true;
    return false;
  }

  /** The figures of a case, read just now, changed: what runs of it is held against the decision again (R10.6, R12.4). */
  async refigure(
    manager: EntityManager,
    found: InternalCase | undefined,
    changed: Partial<LimitFacts>,
    trigger: Trigger,
  ): Promise<void> {
    if (!found) return;
    const { caseNo } = found;
    const facts = { ...limitFactsOf(found), ...changed };
    const act = { at: this.clock.now(), by: 'system' };
    await this.each(manager, caseNo, act, trigger, (deadline, calendar) => {
      const row = this.book.row(deadline.limitId, facts);
      return row && reterm(deadline, row.terms, act, calendar);
    });
  }

  /** Stops every pausable limit of the case while somebody outside is waited for (R01.2). */
  async pause(manager: EntityManager, subjectNo: string, because: string, trigger: Trigger): Promise<Deadline[]> {
    const act = { at: this.clock.now(), by: 'system' };
    return this.each(manager, subjectNo, act, trigger, (deadline) => pause(deadline, because, act));
  }

  /** Lets every paused limit of the subject run on. */
  async resume(manager: EntityManager, subjectNo: string, trigger: Trigger): Promise<Deadline[]> {
    const act = { at: this.clock.now(), by: 'system' };
    return this.each(manager, subjectNo, act, trigger, (deadline, calendar) => resume(deadline, act, calendar));
  }

  /**
   * Ends the limits of a subject that `which` picks as met at `act.at`. One that was missed before stays so and is owed no more; told only
   * now that it was met in time, it was no miss, and its superior is let off.
   */
  async meet(
    manager: EntityManager,
    subjectNo: string,
    which: (deadline: Deadline) => boolean,
    act: Act,
    trigger: Trigger,
  ): Promise<Deadline[]> {
    const late = new Set<string>();
    const met = await this.each(manager, subjectNo, act, trigger, (deadline, calendar) => {
      if (!which(deadline)) return undefined;
      if (deadline.state === 'missed') late.add(deadline.id);
      return meet(deadline, act, calendar);
    });
    for (const deadline of met)
      if (deadline.state === 'met' && late.has(deadline.id)) await this.aftermath.noMiss(manager, deadline, act.at);
    return met;
  }

  /**
   * Ends everything still open or owed of a case, or of the case and what `which` picks of what belongs to it. An emergency goes on
   * whatever becomes of its case, and so do its limits (R08.10).
   */
  async endCase(
    manager: EntityManager,
    caseNo: string,
    act: Act,
    trigger: Trigger,
    which: (deadline: Deadline) => boolean = () => true,
  ): Promise<void> {
    await this.store.lockSubject(manager, caseNo);
    const open = await this.store.openOfCase(manager, caseNo);
    const calendarOf = this.calendarsOnce(manager);
    for (const deadline of open) {
      if (isOfEmergency(deadline) || !which(deadline)) continue;
      const current = await this.caughtUp(manager, deadline, act.at, await calendarOf(deadline));
      const decided = end(current, act);
      if (decided) await this.keep(manager, decided, trigger);
    }
    await this.aftermath.subjectEnded(manager, caseNo, act.at);
  }

  /** Ends one limit that nobody can meet any more. */
  async endOne(manager: EntityManager, deadline: Deadline, act: Act, trigger: Trigger): Promise<void> {
    await this.store.lockSubject(manager, deadline.subjectNo);
    const decided = end(await this.caughtUp(manager, deadline, act.at), act);
    if (decided) await this.keep(manager, decided, trigger);
  }

  /** Replaces an open limit by the day that was agreed on (R02.7, R02.9); answers the new one. */
  async agreeDate(
    manager: EntityManager,
    deadline: Deadline,
    date: Day,
    act: Act,
    trigger: Trigger,
  ): Promise<Deadline | undefined> {
    await this.store.lockSubject(manager, deadline.subjectNo);
    const current = await this.caughtUp(manager, deadline, act.at);
    const replaced = replace(current, act);
    if (!replaced) return undefined;
    await this.keep(manager, replaced, trigger);
    const { subjectNo, limitId, caseNo, orgId, terms } = deadline;
    const n = await this.store.nextNumber(manager, subjectNo, limitId);
    const agreed = { ...terms, unit: 'date' as const, amount: 0, countsStartDay: false };
    const command = { id: uuidv7(), subjectNo, limitId, n, caseNo, orgId, terms: agreed, date, from: act.at };
    const decided = start({ ...command, replaces: deadline.id }, act, await this.calendarOf(manager, deadline));
    await this.keep(manager, decided, trigger);
    return decided.deadline;
  }

  /** Brings about the next thing that time brings until `now`; false when nothing is due. One transaction each. `inHand` is told whose. */
  async tick(manager: EntityManager, now: Date, inHand: (id: string) => void): Promise<boolean> {
    const due = await this.store.nextDue(manager, now);
    if (!due) return false;
    inHand(due.id);
    const decided = fire(due, now, await this.calendarOf(manager, due));
    if (!decided) return false;
    await this.keep(manager, decided, { cause: { clock: 'deadlines' } });
    return true;
  }

  /** Keeps and tells a step, and does what follows from a miss. */
  async keep(manager: EntityManager, decided: Decided, trigger: Trigger): Promise<void> {
    await this.store.keep(manager, decided);
    await this.events.tell(manager, decided, trigger);
    if (decided.step.kind === 'missed') await this.aftermath.missed(manager, decided.deadline);
  }

  async calendarOf(manager: EntityManager, { orgId }: { orgId: string }): Promise<WorkCalendar> {
    return this.calendars.of({ orgId, orgType: await this.aftermath.orgTypeOf(orgId) }, manager);
  }

  /** @throws Error for an id that is no organisation */
  async orgTypeOf(orgId: string): Promise<string> {
    const orgType = await this.aftermath.orgTypeOf(orgId);
    if (orgType === null) throw new Error(`no organisation ${orgId}`);
    return orgType;
  }

  /** The limit after everything that time brought until `at`; `calendar` where the caller has it. */
  async caughtUp(manager: EntityManager, deadline: Deadline, at: Date, known?: WorkCalendar): Promise<Deadline> {
    const calendar = known ?? (await this.calendarOf(manager, deadline));
    let current = deadline;
    for (let due = fire(current, at, calendar); due; due = fire(current, at, calendar)) {
      await this.keep(manager, due, { cause: { clock: 'deadlines' } });
      current = due.deadline;
    }
    return current;
  }

  /**
   * For one pass over limits that are locked already: each organisation's calendar is looked up once. Whoever changes the calendar waits
   * for the locks and computes them anew.
   */
  private calendarsOnce(manager: EntityManager): (deadline: Deadline) => Promise<WorkCalendar> {
    const known = new Map<string, WorkCalendar>();
    return async ({ orgId }) => {
      const calendar = known.get(orgId) ?? (await this.calendarOf(manager, { orgId }));
      known.set(orgId, calendar);
      return calendar;
    };
  }

  private async each(
    manager: EntityManager,
    subjectNo: string,
    act: Act,
    trigger: Trigger,
    decide: (deadline: Deadline, calendar: WorkCalendar) => Decided | undefined,
  ): Promise<Deadline[]> {
    await this.store.lockSubject(manager, subjectNo);
    const changed: Deadline[] = [];
    const open = await this.store.openOf(manager, subjectNo);
    const calendarOf = this.calendarsOnce(manager);
    for (const deadline of open) {
      const calendar = await calendarOf(deadline);
      const decided = decide(await this.caughtUp(manager, deadline, act.at, calendar), calendar);
      if (!decided) continue;
      await this.keep(manager, decided, trigger);
      changed.push(decided.deadline);
    }
    return changed;
  }

  private async latestOf(
    manager: EntityManager,
    subjectNo: string,
    limitId: string,
    now: Date,
  ): Promise<Deadline | undefined> {
    const latest = await this.store.latest(manager, subjectNo, limitId);
    return latest && this.caughtUp(manager, latest, now);
  }

  private async startOne(
    manager: EntityManager,
    subject: LimitSubject,
    order: LimitOrder & { limitId: string },
    known: Known,
    latest: Deadline | undefined,
    act: Act,
    trigger: Trigger,
  ): Promise<Deadline | undefined> {
    const { limitId } = order;
    const row = this.book.row(limitId, known.facts);
    if (!row || (row.terms.unit === 'date' && !order.date)) return undefined;
    const replaced = latest && replace(latest, act);
    const over = replaced ?? (latest && end(latest, act));
    if (over) await this.keep(manager, over, trigger);
    const from = order.from ?? (await this.markOf(manager, subject, row.from, known)) ?? order.since ?? act.at;
    const { subjectNo, caseNo, orgId } = subject;
    const calendar = await this.calendars.of(subject, manager);
    const n = (latest?.n ?? 0) + 1;
    const terms = order.date ? { ...row.terms, unit: 'date' as const, amount: 0 } : row.terms;
    const command = { id: uuidv7(), subjectNo, limitId, n, caseNo, orgId, terms };
    const decided = start(
      {
        ...command,
        from,
        ...(order.date && { date: order.date }),
        ...(replaced && { replaces: replaced.deadline.id }),
      },
      act,
      calendar,
    );
    await this.keep(manager, decided, trigger);
    if (latest) await this.store.carryOn(manager, decided.deadline);
    return decided.deadline;
  }

  private markOf(
    manager: EntityManager,
    { caseNo, subjectNo }: LimitSubject,
    mark: string,
    { receivedAt }: Known,
  ): Promise<Date | undefined> {
    return this.marks.ofThisRound(manager, caseNo ?? subjectNo, mark, mark === 'receipt' ? receivedAt : undefined);
  }

  private async known(subject: LimitSubject, { facts: asked = {}, ...order }: LimitOrder): Promise<Known> {
    const found = order.found ?? (subject.caseNo === null ? undefined : await this.cases.find(subject.caseNo));
    if (found) return { facts: limitFactsOf(found), receivedAt: new Date(found.receivedAt) };
    const { kind = null, topic = null, severity = null, complexity = null, keyCustomer = false } = asked;
    return { facts: { orgType: subject.orgType, kind, topic, severity, complexity, keyCustomer } };
  }
}

/** What is known of a subject when a limit starts. */
interface Known {
  facts: LimitFacts;
  receivedAt?: Date;
}
