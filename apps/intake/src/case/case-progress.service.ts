import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseState, EventType } from '@huiying/contracts';
import { type CloudEvent, Outbox } from '@huiying/events';
import { dayOf } from '@huiying/working-time';
import { Households } from '../links/households.js';
import { NoticeFile } from '../notices/notice-file.js';
import { aboutCase } from './about-case.js';
import { CaseBook } from './case-book.js';
import { CaseMessages } from './case-messages.js';
import type { CaseMove } from './case-state.decider.js';
import type { ComplaintCase } from './complaint-case.entity.js';
import { limitMark, taskState } from './progress.decider.js';

/** Handled again, a case begins at the first level, with a new promise. */
const FRESH_LADDER = { level: null, dateChanges: 0, dateChangedAt: null, feedbackGivenAt: null } as const;

/** Follows a case through the other services: state, figures, and the letters to staff that follow from an event. */
@Injectable()
export class CaseProgressService {
  constructor(
    private readonly book: CaseBook,
    private readonly households: Households,
    private readonly messages: CaseMessages,
    private readonly notices: NoticeFile,
    private readonly outbox: Outbox,
  ) {}

  async routed(manager: EntityManager, event: CloudEvent<'case.routed'>): Promise<void> {
    const row = await this.row(manager, event);
    if (!row) return;
    const { handlingProcess, handlerGroup, overseer = null, signatureRequired, needsVerification } = event.data;
    await this.book.change(manager, row, {
      handlingProcess,
      handlerGroup,
      overseer,
      signatureRequired,
      needsVerification,
    });
    // A child that is handled by itself leaves its master.
    if (row.masterNo) await this.households.part(manager, row, { consumer: 'case.routed' }, 'system');
  }

  async dispatched(manager: EntityManager, event: CloudEvent<'case.dispatched'>): Promise<void> {
    const row = await this.row(manager, event);
    if (!row) return;
    const { round, departments, dueAt } = event.data;
    const replyBy = dueAt && new Date(dueAt) > row.replyBy ? { replyBy: new Date(dueAt) } : {};
    const again = round > 1 && round > row.round ? FRESH_LADDER : {};
    await this.book.change(manager, row, { handlerGroup: departments[0] ?? row.handlerGroup, ...replyBy, ...again });
    await this.move(manager, row, event, { to: 'dispatched', own: false, round });
    if (row.overseer) await this.notices.tellStaff(manager, row, 'supervision', [row.overseer]);
    if (row.keyCustomer) await this.notices.tellStaff(manager, row, 'key-customer', departments);
  }

  /** The investigator names the departments from now on (R04.6, R04.10); severity is asked again where that changes its figures. */
  async investigated(manager: EntityManager, event: CloudEvent<'investigation.opened'>): Promise<void> {
    const row = await this.row(manager, event);
    if (!row) return;
    await this.move(manager, row, event, { to: 'investigating', own: false });
    const before = await this.book.severityFigures(row, manager);
    const { departments, complex } = event.data;
    await this.book.change(manager, row, { respondentGroup: departments, complexFlag: row.complexFlag || complex });
    const after = await this.book.severityFigures(row, manager);
    const same = before.departmentCount === after.departmentCount && before.complexFlag === after.complexFlag;
    if (!same) await this.askSeverity(manager, row, false);
  }

  /** 重大或复杂 of a survey is a technician's judgement; it makes the case complex, and severity is asked again (R02.11). */
  async surveyed(manager: EntityManager, event: CloudEvent<'survey.done'>): Promise<void> {
    const row = event.data.extent === 'serious' ? await this.row(manager, event) : null;
    if (!row || row.complexFlag) return;
    await this.book.change(manager, row, { complexFlag: true });
    await this.askSeverity(manager, row, false);
  }

  async decided(manager: EntityManager, event: CloudEvent<'decision.issued'>): Promise<void> {
    const row = await this.row(manager, event);
    if (!row) return;
    const { measures, justified } = event.data;
    await this.book.change(manager, row, { justified, measuresTotal: row.measuresTotal + measures.length });
    await this.move(manager, row, event, { to: 'decided', own: false });
  }

  async measureClosed(manager: EntityManager, event: CloudEvent<'measure.closed'>): Promise<void> {
    const row = await this.row(manager, event);
    if (!row) return;
    const measuresDone = row.measuresDone + 1;
    await this.book.change(manager, row, { measuresDone, measuresTotal: Math.max(row.measuresTotal, measuresDone) });
    if (row.orgType === 'property-company' || row.orgType === 'group') {
      await this.notices.tellStaff(manager, row, 'measure-closed', ['management-representative']);
    }
  }

  async taskCreated(manager: EntityManager, event: CloudEvent<'task.created'>): Promise<void> {
    const to = taskState(event.data);
    if (to) await this.moved(manager, event, to);
  }

  /** Another organisation than a broker has no penalties for it, but its standing suffers (D11 binds brokerages alone). */
  async exposed(manager: EntityManager, event: CloudEvent<'exposure.registered'>): Promise<void> {
    const row = await this.row(manager, event);
    if (!row || row.harmsStanding === 'yes') return;
    await this.book.change(manager, row, { harmsStanding: 'yes' });
    await this.outbox.event(manager, {
      type: 'case.changed',
      ...aboutCase(row),
      actorId: 'system',
      cause: { consumer: 'exposure.registered' },
      data: { changed: ['harmsStanding'], because: 'exposure' },
    });
    await this.askSeverity(manager, row, true);
  }

  async limitMoved(
    manager: EntityManager,
    event: CloudEvent<'deadline.started' | 'deadline.resumed' | 'deadline.extended' | 'deadline.missed'>,
  ): Promise<void> {
    const row = await this.row(manager, event);
    if (!row || event.data.subjectNo !== row.caseNo) return;
    const { limitId, dueAt } = event.data;
    const mark = limitMark(row.orgType, limitId);
    const missed = event.type === 'deadline.missed';
    if (mark === 'reply') {
      await this.book.change(
        manager,
        row,
        missed ? { outerLimitMissed: true } : { replyBy: new Date(dueAt), outerLimitMissed: false },
      );
    }
    if (missed) return;
    if (mark === 'accept') await this.book.change(manager, row, { acceptBy: new Date(dueAt) });
    if (mark === 'supplement') await this.book.change(manager, row, { supplementUntil: dayOf(new Date(dueAt)) });
    if (mark === 'promise') await this.book.change(manager, row, { promisedOn: dayOf(new Date(dueAt)) });
    if (mark === 'review') await this.book.change(manager, row, { reviewUntil: dayOf(new Date(dueAt)) });
  }

  /** A supplement that came while a person was still telling what is missing is let in again (processes.md §8.5). */
  async paused(manager: EntityManager, event: CloudEvent<'deadline.paused'>): Promise<void> {
    const row = await this.row(manager, event);
    if (!row?.supplementWaits) return;
    await this.book.change(manager, row, {
      supplementWaits: false,
      admission: null,
      missing: [],
      supplementUntil: null,
    });
    await this.messages.send(manager, 'supplement-received', row, {});
  }

  async moved(manager: EntityManager, event: CloudEvent, to: CaseState | 'before-review'): Promise<void> {
    const row = await this.row(manager, event);
    if (row) await this.move(manager, row, event, { to, own: false });
  }

  async noted(manager: EntityManager, event: CloudEvent, patch: Partial<ComplaintCase>): Promise<void> {
    const row = await this.row(manager, event);
    if (row) await this.book.change(manager, row, patch);
  }

  private async askSeverity(manager: EntityManager, row: ComplaintCase, riskChanged: boolean): Promise<void> {
    await this.messages.changed(manager, row, {
      before: row.severity,
      complexityBefore: row.complexity,
      riskChanged,
      seriousReported: false,
    });
  }

  private async move(manager: EntityManager, row: ComplaintCase, event: CloudEvent, move: CaseMove): Promise<void> {
    const trigger: EventType = event.type;
    await this.book.move(manager, row, move, trigger);
  }

  /** The case of an event, locked; undefined for events without a case of ours. */
  private async row(manager: EntityManager, event: CloudEvent): Promise<ComplaintCase | undefined> {
    if (event.caseno === undefined) return undefined;
    return (await this.book.lockIfThere(manager, event.caseno)) ?? undefined;
  }
}
