import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import {
  SEVERITY_NAMES,
  type InternalExtension,
  type InternalExtensions,
  type InternalHandling,
  type Severity,
} from '@huiying/contracts';
import { Clock, Directory, mask, Problem, ServiceClient } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { ReplyDates } from '../registration/reply-dates.js';
import { SalesRecord, type Settlement } from '../sales/sales-record.js';
import { type TimelineRow, TimelineStore } from '../timeline/timeline.store.js';
import { diversionOf } from './diversion-words.js';
import { handlingFields, ofRound } from './handling-fields.js';
import { InquiryAnswers } from './inquiry-answers.js';
import { Notice } from './notice.entity.js';
import type { NoticeFields } from './render.js';
import { NOTICE_TEXTS, type TemplateId } from './templates/index.js';
import { authorityWords, dayWords, groupWords, kindWords, momentWords, surname } from './words.js';

const OF_HANDLING: readonly TemplateId[] = ['decision', 'outcome', 'closing', 'progress', 'review-decision'];

/** Letters that carry what the department replied. */
const WITH_REPLY: readonly TemplateId[] = ['outcome', 'closing'];

/** Letters that carry what was concluded: of an agreement at the region no decision is issued, and its letter says the settlement. */
const WITH_CONCLUSION: readonly TemplateId[] = ['decision', ...WITH_REPLY];

/** Tasks whose form concludes a case that another service handles (R03.11), by its process. */
const CONCLUDING: Readonly<Record<string, readonly string[]>> = {
  'quality-escalation': ['explain-to-owner', 'repair-minor', 'repair-ordinary', 'track-completion'],
  'agency-complaint': ['store-settles', 'region-settles'],
};

const EMERGENCY_WORDS: Record<string, string> = {
  decision: '定级复核判定需要启动',
  danger: '可能危及人身安全',
  'by-hand': '人工启动，理由见案件',
};

/** Collects what a letter says: from the case, and from investigation what was found and decided. */
@Injectable()
export class NoticeFieldsOf {
  constructor(
    private readonly directory: Directory,
    private readonly facts: CaseFacts,
    private readonly services: ServiceClient,
    private readonly dates: ReplyDates,
    private readonly inquiries: InquiryAnswers,
    private readonly sales: SalesRecord,
    private readonly timeline: TimelineStore,
    private readonly clock: Clock,
  ) {}

  async collect(manager: EntityManager, row: ComplaintCase, template: TemplateId): Promise<NoticeFields> {
    // A child is handled with its master, and reviewed by itself.
    const handled = template === 'review-decision' ? row.caseNo : (row.masterNo ?? row.caseNo);
    const handling = OF_HANDLING.includes(template) ? await this.facts.handling(handled) : undefined;
    if (handling && WITH_CONCLUSION.includes(template)) await this.demandConclusion(handled, handling);
    if (handling && WITH_REPLY.includes(template)) await this.demandReply(handled, handling);
    if (template === 'review-decision') await this.demandReview(row.caseNo, handling?.review ?? null);
    if (template === 'feedback-date') await this.demandDate(manager, row);
    const sold = handling ? await this.sold(manager, handling, template) : null;
    const answer = template === 'answer' ? await this.answerOf(manager, row.caseNo) : null;
    const all = {
      ...(await this.caseFields(row)),
      ...(template === 'not-accepted' ? await this.diversionFields(manager, row) : {}),
      ...(handling ? handlingFields(template === 'review-decision' ? handling : ofRound(handling), sold) : {}),
      answer,
      ...(template === 'extension' ? await this.extensionFields(manager, row.caseNo) : {}),
    };
    const { fields } = NOTICE_TEXTS[template];
    return Object.fromEntries(fields.map((name) => [name, all[name as keyof typeof all] ?? null]));
  }

  /**
   * The conclusion of a survey or repair, of a store or its region, and the department's reply are kept when their owner hears of the
   * completed task, a moment after the process went on; the letter waits for those of its round. @throws Problem `reply-missing` (passing)
   */
  private async demandConclusion(caseNo: string, handling: InternalHandling): Promise<void> {
    const { reply, settlement, decision, handlingProcess } = ofRound(handling);
    const concluding = CONCLUDING[handlingProcess ?? ''];
    if (concluding && !reply && !settlement && !decision) throw await this.missing(caseNo, ...concluding);
  }

  /** @throws Problem `reply-missing` (passing) */
  private async demandReply(caseNo: string, { reply }: InternalHandling): Promise<void> {
    if (reply === null && (await this.askedOf(caseNo, 'write-reply'))) throw await this.missing(caseNo, 'write-reply');
  }

  /**
   * The result of a review is kept in the same way: the letter tells that of the review which was asked for last.
   * @throws Problem `review-missing` (passing)
   */
  private async demandReview(caseNo: string, review: InternalHandling['review']): Promise<void> {
    const asked = await this.askedOf(caseNo, 're-review', 'follow-authority');
    if (asked && (review === null || new Date(review.decidedAt) < asked))
      throw new Problem('review-missing', 'unavailable');
  }

  /** When the newest task of these elements came to somebody since the case was dispatched last; undefined where none did. */
  private async askedOf(caseNo: string, ...elements: string[]): Promise<Date | undefined> {
    return (await this.toldInRound(caseNo, 'task.created', elements)).at(-1)?.at;
  }

  /**
   * What a form said is on its way, and the letter waits; unless the task was completed without it, by another client of the engine: then it
   * would wait for ever, and a person has to see it.
   */
  private async missing(caseNo: string, ...elements: string[]): Promise<Problem> {
    const completed = await this.toldInRound(caseNo, 'task.completed', elements);
    const isLost = completed.at(-1)?.actor_id === 'system';
    return isLost ? new Problem('outcome-missing', 'fault') : new Problem('reply-missing', 'unavailable');
  }

  /** What the timeline tells of the tasks of these elements since the case was dispatched last, oldest first. */
  private async toldInRound(caseNo: string, type: string, elements: readonly string[]): Promise<TimelineRow[]> {
    const told = await this.timeline.list(caseNo);
    const round = told.slice(told.findLastIndex((one) => one.type === 'case.dispatched') + 1);
    return round.filter((one) => one.type === type && elements.includes(String(one.detail['element'])));
  }

  /**
   * The clock tells of the new date a moment after the process went on; each change of a round has a letter of its own.
   * @throws Problem `date-missing` (passing)
   */
  private async demandDate(manager: EntityManager, { caseNo, dateChanges }: ComplaintCase): Promise<void> {
    const dispatched = (await this.timeline.list(caseNo)).findLast(({ type }) => type === 'case.dispatched')?.at;
    const told = await manager.countBy(Notice, {
      caseNo,
      template: 'feedback-date',
      ...(dispatched && { createdAt: MoreThanOrEqual(dispatched) }),
    });
    if (dateChanges <= told) throw new Problem('date-missing', 'unavailable');
  }

  /**
   * The extension that no letter has told of yet, from the clock itself: its event may be on its way. Two limits of a case may be extended at
   * once, each with a letter of its own; once all were told, the last. @throws Problem `extension-unknown` where there is none
   */
  async extensionToTell(manager: EntityManager, caseNo: string): Promise<InternalExtension> {
    const path = `/internal/extensions/${encodeURIComponent(caseNo)}`;
    const { items } = await this.services.get<InternalExtensions>('tasklist', path);
    const letters = await manager.findBy(Notice, { caseNo, template: 'extension' });
    const untold = items.find(({ requestId }) => !letters.some(({ about }) => about === requestId));
    const found = untold ?? items.at(-1);
    if (!found) throw new Problem('extension-unknown', 'missing');
    return found;
  }

  /** The day and the reason that the approver wrote down (R04.13, R09.7). */
  private async extensionFields(manager: EntityManager, caseNo: string): Promise<NoticeFields> {
    const { newDueAt, reason } = await this.extensionToTell(manager, caseNo);
    return { replyBy: dayWords(dayOf(new Date(newDueAt))), reason: mask.freeText(reason) };
  }

  /**
   * What the sales ladder settled in this round, with what the customer was told.
   * @throws Problem `reply-missing` (passing) while the completed forms have not reached the case
   */
  private async sold(
    manager: EntityManager,
    { caseNo, round, handlingProcess }: InternalHandling,
    template: TemplateId,
  ): Promise<Settlement | null> {
    if (handlingProcess !== 'sales-complaint') return null;
    const newest = await this.sales.settlement(manager, caseNo);
    const settlement = newest?.round === round ? newest : null;
    if (WITH_REPLY.includes(template) && (settlement?.told ?? null) === null)
      throw await this.missing(caseNo, settlement ? 'give-feedback' : 'handle');
    return settlement;
  }

  /** @throws Problem `answer-missing` (passing) while the completed form has not reached the case */
  private async answerOf(manager: EntityManager, caseNo: string): Promise<string> {
    const answer = await this.inquiries.answerOf(manager, caseNo);
    if (answer === null) throw new Problem('answer-missing', 'unavailable');
    return answer;
  }

  private async caseFields(row: ComplaintCase) {
    const now = this.clock.now();
    const organisation = await this.directory.organisation(row.orgId);
    const reviewUntil = row.reviewUntil ?? this.dates.reviewUntil(row.orgType, now);
    const until = row.supplementUntil ?? this.dates.supplementUntil(row.orgType, now);
    return {
      caseNo: row.caseNo,
      organisation: organisation?.name ?? '本单位',
      receivedAt: momentWords(row.receivedAt),
      acceptedAt: momentWords(now),
      acceptBy: row.acceptBy && dayWords(dayOf(row.acceptBy)),
      replyBy: dayWords(dayOf(row.replyBy)),
      promisedOn: row.promisedOn && dayWords(row.promisedOn),
      kind: kindWords(row.kind) ?? '投诉',
      severity: row.severity ? SEVERITY_NAMES[row.severity as Severity].zh : '未定级',
      owner: surname(row.ownerName) ?? groupWords(row.ownerGroup),
      department: groupWords(row.handlerGroup) ?? '承办部门',
      dueAt: dayWords(dayOf(row.replyBy)),
      missing: row.missing.map((item, n) => `${n + 1}. ${item}`).join('\n'),
      until: until && dayWords(until),
      reviewUntil: reviewUntil && dayWords(reviewUntil),
      reviewOffice: '本单位复查岗',
      authority: authorityWords(row.orgType),
      because: row.emergencyBecause ? EMERGENCY_WORDS[row.emergencyBecause] : null,
      masterNote: row.masterNo ? '您的投诉与同一原因的其他投诉一并办理，以下结果同样适用于您。' : null,
      progress: row.measuresTotal > 0 ? `已完成 ${row.measuresDone}/${row.measuresTotal} 项` : null,
    };
  }

  private async diversionFields(manager: EntityManager, row: ComplaintCase): Promise<NoticeFields> {
    const diversion = diversionOf(row.diversionReason);
    if (!diversion) return {};
    const { heading, reason, next, route, thanks } = diversion.zh;
    const day = diversion.until && (await this.dayOfDiversion(manager, row));
    const organisation = await this.directory.organisation(row.orgId);
    const desk = groupWords(row.ownerGroup) ?? '投诉受理岗';
    return {
      ...{ heading, reason, next, thanks },
      route: route.replace('{authority}', authorityWords(row.orgType)),
      until: day && diversion.until ? diversion.until(dayWords(day)) : null,
      desk: diversion.silent ? null : `${organisation?.name ?? '本单位'}${desk}`,
    };
  }

  /** Planned day of the repair or measure that was ordered; of an inquiry the last day of whoever has to look something up (R12.2). */
  private async dayOfDiversion(manager: EntityManager, { caseNo, orgType }: ComplaintCase): Promise<string | null> {
    const [ordered] = await manager.query<{ planned_on: string }[]>(
      `SELECT planned_on FROM diversion_measure WHERE case_no = $1`,
      [caseNo],
    );
    return ordered?.planned_on ?? this.dates.inquiryBy(orgType, this.clock.now());
  }
}
