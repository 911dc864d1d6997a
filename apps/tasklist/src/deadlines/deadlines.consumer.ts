import { Injectable } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import type { EventType } from '@huiying/contracts';
import { CaseFacts } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { TaskMirror } from '../feed/task-mirror.service.js';
import { FOLLOWED, NOTICED, SubjectMarks, TOLD } from '../subjects/subject-marks.js';
import type { Trigger } from './deadline-events.js';
import type { Act } from './deadline.decider.js';
import type { Deadline } from './deadline.js';
import { Deadlines } from './deadlines.service.js';
import { meetsBy } from './met-by.js';
import { OpenMeasures, PROGRESS_LIMIT } from './open-measures.js';

const GROUP = { group: 'tasklist.deadlines' };
/** Notices that tell the outcome of a case: the first one meets R04.11. */
const TELLING = ['decision', 'outcome', 'closing', 'review-decision'];
const TELL_LIMIT = 'R04.11';
const SURVEYED = 'quality-escalation';
/** Marks of the route that a case took last. */
const TO_SURVEY = 'routed-to-survey';
const ELSEWHERE = 'routed-elsewhere';

/** What happens elsewhere and starts, meets or ends limits (column `metBy` of decision `deadlines`). */
@Injectable()
export class DeadlinesConsumer {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly measures: OpenMeasures,
    private readonly marks: SubjectMarks,
    private readonly cases: CaseFacts,
    private readonly mirror: TaskMirror,
  ) {}

  @OnEvent('limits.requested', { ...GROUP, sealed: true })
  async onRequested(event: CloudEvent<'limits.requested'>, { manager }: EventContext): Promise<void> {
    const { subjectNo, caseNo, orgId, from } = event.data;
    const limits = await this.notTold(manager, event.data);
    const orgType = await this.deadlines.orgTypeOf(orgId);
    await this.deadlines.start(
      manager,
      { subjectNo, caseNo: caseNo ?? null, orgId, orgType },
      { limitIds: limits, from: new Date(from), running: 'replace' },
      'system',
      triggerOf(event),
    );
  }

  @OnEvent(
    [
      'outcome.notified',
      'reply.filed',
      'review.decided',
      'appeal.recorded',
      'survey.done',
      'penalty.paid',
      'penalty.revoked',
    ],
    GROUP,
  )
  async onMeeting(
    event: CloudEvent<
      | 'outcome.notified'
      | 'reply.filed'
      | 'review.decided'
      | 'appeal.recorded'
      | 'survey.done'
      | 'penalty.paid'
      | 'penalty.revoked'
    >,
    context: EventContext,
  ): Promise<void> {
    await this.meet(event, context, meetsBy(event.type));
    const { caseNo, at } = event.data;
    if (event.type === 'outcome.notified' && caseNo !== undefined)
      await this.marks.set(context.manager, caseNo, TOLD, new Date(at));
  }

  @OnEvent('case.accepted', GROUP)
  async onAccepted(event: CloudEvent<'case.accepted'>, context: EventContext): Promise<void> {
    await this.marks.set(context.manager, event.data.caseNo, 'acceptance', new Date(event.data.at));
    await this.meet(event, context, meetsBy('case.accepted'));
    const found = await this.cases.find(event.data.caseNo);
    if (found?.masterNo) await this.leaveToMaster(event, context);
    await this.deadlines.refigure(context.manager, found, {}, triggerOf(event));
  }

  @OnEvent('case.severity-changed', GROUP)
  async onSeverity(event: CloudEvent<'case.severity-changed'>, { manager }: EventContext): Promise<void> {
    const { caseNo, to, complexity } = event.data;
    await this.deadlines.refigure(
      manager,
      await this.cases.find(caseNo),
      { severity: to, complexity },
      triggerOf(event),
    );
    await this.mirror.severityChanged(manager, caseNo, to);
  }

  /** A case that goes elsewhere: its limits end, those of a measure that passes it on do not, nor the news of it (R01.8). */
  @OnEvent('case.diverted', GROUP)
  async onDiverted(event: CloudEvent<'case.diverted'>, context: EventContext): Promise<void> {
    await this.meet(event, context, meetsBy('case.diverted'));
    const { caseNo } = event.data;
    const isMeasure = ({ subjectNo, limitId }: Deadline) =>
      subjectNo.startsWith(`${caseNo}-M`) || limitId === PROGRESS_LIMIT;
    await this.deadlines.endCase(context.manager, caseNo, actOf(event), triggerOf(event), (one) => !isMeasure(one));
    await this.marks.set(context.manager, caseNo, 'diverted', new Date(event.data.at));
  }

  /** In time it meets the question's limit; after the case was given up it starts the case again, limits from that day (R01.2). */
  @OnEvent('supplement.received', GROUP)
  async onSupplement(event: CloudEvent<'supplement.received'>, context: EventContext): Promise<void> {
    const { caseNo, at } = event.data;
    await this.meet(event, context, meetsBy('supplement.received'));
    if (await this.marks.get(context.manager, caseNo, 'diverted'))
      await this.marks.set(context.manager, caseNo, 'receipt', new Date(at));
  }

  /** 不满意 that only gets the guidance leaves the window open (R04.12). */
  @OnEvent('rating.received', GROUP)
  async onRating(event: CloudEvent<'rating.received'>, context: EventContext): Promise<void> {
    if (event.data.satisfied) await this.meet(event, context, meetsBy('rating.received'));
  }

  @OnEvent('notice.sent', GROUP)
  async onNotice(event: CloudEvent<'notice.sent'>, context: EventContext): Promise<void> {
    const { template, caseNo, at } = event.data;
    if (!TELLING.includes(template)) return;
    if (caseNo !== undefined) await this.marks.set(context.manager, caseNo, NOTICED, new Date(at));
    await this.meet(event, context, meetsBy('notice.sent'));
  }

  /** Comes before its dispatch, from the same service: intake, which hears of both by its own way, may know another route still. */
  @OnEvent('case.routed', GROUP)
  async onRouted(event: CloudEvent<'case.routed'>, { manager }: EventContext): Promise<void> {
    const { caseNo, handlingProcess, at } = event.data;
    await this.marks.set(manager, caseNo, handlingProcess === SURVEYED ? TO_SURVEY : ELSEWHERE, new Date(at));
  }

  /**
   * A route without a survey closes R02.3. From the second round on acceptance counts anew, a survey the day of the dispatch, and the
   * window for an answer is left; a child that its master freed is surveyed the day of its own dispatch too.
   */
  @OnEvent('case.dispatched', GROUP)
  async onDispatched(event: CloudEvent<'case.dispatched'>, context: EventContext): Promise<void> {
    const { caseNo, round, at } = event.data;
    const { manager } = context;
    if (!(await this.isSurveyed(manager, caseNo))) await this.meet(event, context, meetsBy('case.dispatched'));
    else if (round > 1 || (await this.marks.get(manager, caseNo, FOLLOWED))) {
      await this.marks.set(manager, caseNo, 'receipt', new Date(at));
    }
    if (round <= 1) return;
    await this.marks.set(manager, caseNo, 'acceptance', new Date(at));
    await this.meet(event, context, meetsBy('case.archived'));
  }

  @OnEvent('case.reopened', GROUP)
  async onReopened(event: CloudEvent<'case.reopened'>, { manager }: EventContext): Promise<void> {
    const at = new Date(event.data.at);
    for (const mark of ['acceptance', 'receipt']) await this.marks.set(manager, event.data.caseNo, mark, at);
  }

  @OnEvent('decision.issued', GROUP)
  async onDecision(event: CloudEvent<'decision.issued'>, { manager }: EventContext): Promise<void> {
    const { caseNo, at } = event.data;
    if (caseNo !== undefined) await this.marks.set(manager, caseNo, 'decision', new Date(at));
  }

  @OnEvent('survey-report.sent', GROUP)
  async onReport(event: CloudEvent<'survey-report.sent'>, { manager }: EventContext): Promise<void> {
    const { caseNo, at } = event.data;
    if (caseNo !== undefined) await this.marks.set(manager, caseNo, 'report', new Date(at));
  }

  @OnEvent('measure.closed', GROUP)
  async onMeasureClosed(event: CloudEvent<'measure.closed'>, { manager }: EventContext): Promise<void> {
    await this.measures.closed(manager, event.data.measureNo, actOf(event), triggerOf(event));
  }

  /** The progress is told again and again while a measure is open (R01.8). */
  @OnEvent('deadline.missed', GROUP)
  async onMissed(event: CloudEvent<'deadline.missed'>, { manager }: EventContext): Promise<void> {
    const { limitId, subjectNo, caseNo, orgId, dueAt } = event.data;
    if (limitId !== PROGRESS_LIMIT) return;
    const orgType = await this.deadlines.orgTypeOf(orgId);
    const subject = { subjectNo, caseNo: caseNo ?? null, orgId, orgType };
    await this.measures.again(manager, subject, new Date(dueAt), triggerOf(event));
  }

  @OnEvent(['case.archived', 'case.withdrawn'], GROUP)
  async onEnded(event: CloudEvent<'case.archived' | 'case.withdrawn'>, context: EventContext): Promise<void> {
    const { caseNo } = event.data;
    await this.meet(event, context, meetsBy(event.type));
    await this.deadlines.endCase(context.manager, caseNo, actOf(event), triggerOf(event));
    await this.mirror.endLocal(context.manager, caseNo, new Date(event.data.at), event.type);
  }

  /** Does the newest route lead to a survey? */
  private async isSurveyed(manager: EntityManager, caseNo: string): Promise<boolean> {
    const [surveyed, elsewhere] = [
      await this.marks.get(manager, caseNo, TO_SURVEY),
      await this.marks.get(manager, caseNo, ELSEWHERE),
    ];
    return surveyed !== undefined && (elsewhere === undefined || surveyed >= elsewhere);
  }

  /** A child follows its master, whose survey is the one: R02.3 waits for none of its own (R02.3, R10.5). */
  private async leaveToMaster(event: CloudEvent<'case.accepted'>, context: EventContext): Promise<void> {
    const { caseNo, at } = event.data;
    await this.marks.set(context.manager, caseNo, FOLLOWED, new Date(at));
    await this.meet(event, context, meetsBy('case.dispatched'));
  }

  /** Between services no order is promised: what was told before its limit was asked for needs none (R04.11). */
  private async notTold(
    manager: EntityManager,
    { subjectNo, limits, from }: CloudEvent<'limits.requested'>['data'],
  ): Promise<string[]> {
    const told = limits.includes(TELL_LIMIT) ? await this.marks.get(manager, subjectNo, NOTICED) : undefined;
    return told && told >= new Date(from) ? limits.filter((limit) => limit !== TELL_LIMIT) : limits;
  }

  private async meet(
    event: CloudEvent<EventType>,
    { manager }: EventContext,
    which: (deadline: Deadline) => boolean,
  ): Promise<void> {
    const { caseNo } = event.data as { caseNo?: string };
    const subjects = new Set([event.subject, ...(caseNo === undefined ? [] : [caseNo])]);
    for (const subjectNo of subjects)
      await this.deadlines.meet(manager, subjectNo, which, actOf(event), triggerOf(event));
  }
}

function actOf(event: CloudEvent<EventType>): Act {
  const { at, actorId } = event.data as { at: string; actorId: string };
  return { at: new Date(at), by: actorId };
}

function triggerOf(event: CloudEvent<EventType>): Trigger {
  return { cause: { consumer: event.type }, causationId: event.id };
}
