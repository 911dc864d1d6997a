import { Injectable } from '@nestjs/common';
import type { ExtensionRequest, ExtensionRequestView, InternalExtension } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, defineProblems, Problem } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { DeadlineEvents, type Trigger } from '../deadlines/deadline-events.js';
import { extend, extendedEnd, isStanding, latestEnd } from '../deadlines/deadline.decider.js';
import type { Deadline } from '../deadlines/deadline.js';
import { DeadlineStore } from '../deadlines/deadline.typeorm-store.js';
import { Deadlines } from '../deadlines/deadlines.service.js';
import { ExtensionRequests, type ExtensionRequestRow } from './extension-requests.js';

defineProblems({
  'extension-pending': { zh: '该时限已有待审批的延期申请', en: 'An extension of this limit is being decided already' },
  'extension-unknown': { zh: '没有这项延期申请', en: 'There is no such extension request' },
  'extension-beyond-maximum': { zh: '超过该时限允许的最长期限', en: 'Beyond the most that this limit allows' },
});

/** Limits that bound every stage of a case. */
const OUTER_LIMITS = ['R04.13', 'R01.4'];

/** Moving the end of a limit with approval, never past the rule's maximum (R04.13, R09.7). */
@Injectable()
export class Extensions {
  constructor(
    private readonly database: DataSource,
    private readonly outbox: Outbox,
    private readonly requests: ExtensionRequests,
    private readonly store: DeadlineStore,
    private readonly deadlines: Deadlines,
    private readonly events: DeadlineEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem limit-not-running, extension-pending (422) */
  async ask(caseNo: string, { limitId, days, reason }: ExtensionRequest, by: string): Promise<string> {
    return this.database.transaction(async (manager) => {
      await this.store.lockSubject(manager, caseNo);
      const limit = await this.store.latest(manager, caseNo, limitId);
      const refuse = (code: string) => new Problem(code, 'rejected', { errors: [{ field: 'limitId', code }] });
      if (!limit || !isStanding(limit)) throw refuse('limit-not-running');
      if (await this.requests.isOpen(manager, limit.id)) throw refuse('extension-pending');
      const askedAt = this.clock.now();
      const request = { caseNo, deadlineId: limit.id, limitId, days, askedBy: by, askedAt };
      const requestId = await this.requests.add(manager, request, reason);
      const variables = { requestId };
      await this.outbox.message(manager, { name: 'extension-requested', correlationKey: caseNo, variables });
      return requestId;
    });
  }

  /** The request, when its days stay within what the limit allows; else it is refused on record and undefined comes back. */
  async check(manager: EntityManager, requestId: string, trigger: Trigger): Promise<ExtensionRequestRow | undefined> {
    const request = await this.demand(manager, requestId);
    const limit = await this.limitOf(manager, request);
    if (await this.isAllowed(manager, limit, request.days)) return request;
    await this.requests.settle(manager, requestId, 'refused', null);
    const refused = { extraDays: request.days, because: 'beyond-maximum' as const };
    await this.events.extensionRefused(manager, limit, 'system', refused, trigger);
    return undefined;
  }

  /** Can `days` be approved for the request? For the approver's form. */
  async mayApprove(requestId: string, days: number): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const request = await this.requests.find(manager, requestId);
      return request !== undefined && this.isAllowed(manager, await this.limitOf(manager, request), days);
    });
  }

  async notApproved(manager: EntityManager, requestId: string, by: string, trigger: Trigger): Promise<void> {
    const request = await this.demand(manager, requestId);
    if (request.state === 'refused') return;
    await this.requests.settle(manager, requestId, 'refused', null);
    const refused = { extraDays: request.days, because: 'not-approved' as const };
    await this.events.extensionRefused(manager, await this.limitOf(manager, request), by, refused, trigger);
  }

  async approved(manager: EntityManager, requestId: string, days: number): Promise<void> {
    await this.requests.settle(manager, requestId, 'approved', days);
  }

  /** Moves the end by the approved days; a limit that is over meanwhile stays as it is. */
  async extend(manager: EntityManager, requestId: string, days: number | undefined, trigger: Trigger): Promise<void> {
    const request = await this.demand(manager, requestId);
    if (request.state === 'extended') return;
    const units = days ?? request.approvedDays ?? request.days;
    await this.store.lockSubject(manager, request.caseNo);
    const act = { at: this.clock.now(), by: 'system' };
    const limit = await this.deadlines.caughtUp(manager, await this.limitOf(manager, request), act.at);
    const decided = extend(limit, units, act, await this.deadlines.calendarOf(manager, limit));
    if (decided) await this.deadlines.keep(manager, decided, trigger);
    await this.requests.settle(manager, requestId, 'extended', units);
  }

  /** What the letters of a case's extensions tell (R04.13, R09.7). */
  async extended(caseNo: string): Promise<InternalExtension[]> {
    const { manager } = this.database;
    const told: InternalExtension[] = [];
    for (const request of await this.requests.extended(manager, caseNo)) {
      const { requestId, limitId } = request;
      const { dueAt } = await this.limitOf(manager, request);
      const reason = await this.requests.reason(manager, request);
      told.push({ requestId, limitId, newDueAt: toLocalIso(dueAt), reason });
    }
    return told;
  }

  async view(requestId: string): Promise<ExtensionRequestView | undefined> {
    const { manager } = this.database;
    const request = await this.requests.find(manager, requestId);
    if (!request) return undefined;
    const limit = await this.limitOf(manager, request);
    const calendar = await this.deadlines.calendarOf(manager, limit);
    const days = request.approvedDays ?? request.days;
    const isDone = request.state === 'extended';
    return {
      requestId,
      caseNo: request.caseNo,
      limitId: request.limitId,
      days,
      dueAt: toLocalIso(isDone ? (limit.previousDueAt ?? limit.dueAt) : limit.dueAt),
      newDueAt: toLocalIso(isDone ? limit.dueAt : extendedEnd(limit, days, calendar)),
      state: request.state === 'approved' ? 'asked' : request.state,
    };
  }

  private async isAllowed(manager: EntityManager, limit: Deadline, days: number): Promise<boolean> {
    const calendar = await this.deadlines.calendarOf(manager, limit);
    const latest = latestEnd(limit, await this.outerOf(manager, limit), calendar);
    return latest === null || extendedEnd(limit, days, calendar) <= latest;
  }

  private async outerOf(manager: EntityManager, { caseNo }: Deadline): Promise<Deadline | undefined> {
    if (caseNo === null) return undefined;
    for (const limitId of OUTER_LIMITS) {
      const outer = await this.store.latest(manager, caseNo, limitId);
      if (outer) return outer;
    }
    return undefined;
  }

  private async limitOf(manager: EntityManager, { deadlineId }: ExtensionRequestRow): Promise<Deadline> {
    const limit = await this.store.byId(manager, deadlineId);
    if (!limit) throw new Problem('extension-unknown', 'fault');
    return limit;
  }

  private async demand(manager: EntityManager, requestId: string): Promise<ExtensionRequestRow> {
    const request = await this.requests.find(manager, requestId, true);
    if (!request) throw new Problem('extension-unknown', 'fault');
    return request;
  }
}
