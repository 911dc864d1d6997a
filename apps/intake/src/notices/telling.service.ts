import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NOTICES, type NoticeTemplate, type OutputOf, type TellingMode } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { CompletedTask, ofJobAbout } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { BpmnError, type JobOf } from '@huiying/zeebe';
import { NotesService } from '../actions/notes.service.js';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { FollowingService } from '../links/following.service.js';
import { ReplyDates } from '../registration/reply-dates.js';
import { NoticeFile } from './notice-file.js';
import type { NoticeChannel, WrittenNotice } from './notice.entity.js';
import { toldText } from './told-text.js';

type SendJob = JobOf<'intake.send-notice'>;
type RecordJob = JobOf<'intake.record-notice'>;

/** How the complainant is told: by the channel the complaint came by, with a copy in the portal (R04.11). */
@Injectable()
export class TellingService {
  constructor(
    private readonly book: CaseBook,
    private readonly notices: NoticeFile,
    private readonly tasks: CompletedTask,
    private readonly following: FollowingService,
    private readonly notes: NotesService,
    private readonly dates: ReplyDates,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** @throws BpmnError `channel-unreachable` without an address */
  async send({ variables }: SendJob, manager: EntityManager): Promise<OutputOf<'intake.send-notice'>> {
    const template = variables.noticeTemplate;
    const row = await this.prepared(manager, variables.subjectNo, template);
    if (row.personal.contactEmailEnc === null) throw new BpmnError('channel-unreachable');
    const notice = await this.notices.deliver(manager, row, template, 'email');
    return { noticeId: notice.id };
  }

  /** Sent by mail (noticeId), told by a person (outcomeId), or put into the file (neither). */
  async record(job: RecordJob, manager: EntityManager): Promise<OutputOf<'intake.record-notice'>> {
    const { noticeTemplate: template, noticeId, outcomeId, subjectNo } = job.variables;
    const row = await this.prepared(manager, subjectNo, template);
    const told = outcomeId && !noticeId ? await this.told(manager, row, outcomeId) : null;
    const sent = noticeId ? await this.notices.find(manager, noticeId) : null;
    const notice =
      sent ??
      (await this.notices.write(manager, row, template, {
        ...(told ?? FILED),
        inPortal: true,
        sentAt: this.clock.now(),
      }));
    await this.outbox.event(manager, {
      ...ofJobAbout(job, aboutCase(row)),
      type: 'notice.sent',
      data: { noticeId: notice.id, template, channel: notice.channel, result: resultOf(notice) },
    });
    if (template === 'supplement') await this.supplementRequested(manager, row, job);
    if (NOTICES[template].outcome) await this.outcomeNotified(manager, row, job, notice);
    return { noticeId: notice.id };
  }

  /** The letter needs what the task before it said: the review for a supplement. */
  private async prepared(manager: EntityManager, caseNo: string, template: NoticeTemplate): Promise<ComplaintCase> {
    const row = await this.book.lock(manager, caseNo);
    const patch: Partial<ComplaintCase> = {};
    if (template === 'supplement') patch.supplementUntil = this.dates.supplementUntil(row.orgType, this.clock.now());
    if (NOTICES[template].outcome) patch.reviewUntil = this.dates.reviewUntil(row.orgType, this.clock.now());
    await this.book.change(manager, row, patch);
    return row;
  }

  private async supplementRequested(manager: EntityManager, row: ComplaintCase, job: RecordJob): Promise<void> {
    await this.outbox.event(manager, {
      ...ofJobAbout(job, aboutCase(row)),
      type: 'supplement.requested',
      // Texts are no event data: each missing item is counted, its words stand in the letter.
      data: { missing: row.missing.map((_, n) => `item-${n + 1}`), requestedOn: dayOf(this.clock.now()) },
    });
    // Given while a person was still telling: the clock's pause lets it in again (processes.md §8.5).
    if (!row.supplementWaits) {
      await this.book.move(manager, row, { to: 'supplementing', own: true }, 'supplement.requested');
    }
  }

  private async outcomeNotified(
    manager: EntityManager,
    row: ComplaintCase,
    job: RecordJob,
    notice: WrittenNotice,
  ): Promise<void> {
    const reviewUntil = row.reviewUntil ?? dayOf(this.clock.now());
    await this.book.change(manager, row, { outcomeToldAt: this.clock.now() });
    await this.following.told(manager, row.caseNo);
    await this.book.move(manager, row, { to: 'awaiting-answer', own: true }, 'outcome.notified');
    await this.outbox.event(manager, {
      ...ofJobAbout(job, aboutCase(row)),
      type: 'outcome.notified',
      data: { noticeId: notice.id, template: job.variables.noticeTemplate, reviewUntil },
    });
  }

  /** What the person noted who told it; the note is sealed, the way and the result are not. */
  private async told(
    manager: EntityManager,
    row: ComplaintCase,
    outcomeId: string,
  ): Promise<{ channel: NoticeChannel; state: WrittenNotice['state'] } | null> {
    const outcome = await this.tasks.outcome(outcomeId);
    if (outcome.formId !== 'notify-complainant--tell-in-person') return null;
    const { data, completedBy } = outcome;
    const text = toldText(data);
    await this.notes.keep(manager, row, { authorId: completedBy, authorName: '', purpose: 'told', text });
    const unreachable = typeof data['unreachableReason'] === 'string' && data['unreachableReason'] !== '';
    return { channel: channelOf(data['mode']), state: unreachable ? 'unreachable' : 'told' };
  }
}

const FILED = { channel: 'portal', state: 'filed' } as const;

const MODES: Record<TellingMode, NoticeChannel> = {
  'in-person': 'visit',
  phone: 'phone',
  letter: 'letter',
  message: 'sms',
};

const channelOf = (mode: unknown): NoticeChannel => MODES[mode as TellingMode] ?? 'phone';

function resultOf({ state }: WrittenNotice): 'sent' | 'told' | 'filed' | 'unreachable' {
  return state === 'told' || state === 'filed' || state === 'unreachable' ? state : 'sent';
}
