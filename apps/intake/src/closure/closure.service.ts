import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Justified, ReviewResult, Severity } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, RelationWriter } from '@huiying/platform';
import { CaseFacts, ofJobAbout } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import type { JobOf } from '@huiying/zeebe';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { FollowingService } from '../links/following.service.js';
import { Households } from '../links/households.js';
import { InquiryAnswers } from '../notices/inquiry-answers.js';
import { NoticeFile } from '../notices/notice-file.js';
import { ComplainantMessages } from '../portal/complainant-messages.js';
import { SalesRecord } from '../sales/sales-record.js';
import { TimelineStore } from '../timeline/timeline.store.js';

/** Level of the sales ladder that is the leader in charge; below it the leader is only told (R09.4). */
const LEADER_LEVEL = 4;

/** The end of a case, and its way back (R01.7, R13.4). */
@Injectable()
export class ClosureService {
  constructor(
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly following: FollowingService,
    private readonly households: Households,
    private readonly notices: NoticeFile,
    private readonly inquiries: InquiryAnswers,
    private readonly sales: SalesRecord,
    private readonly said: ComplainantMessages,
    private readonly timeline: TimelineStore,
    private readonly facts: CaseFacts,
    private readonly relations: RelationWriter,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async archive(job: JobOf<'intake.archive-case'>, manager: EntityManager): Promise<void> {
    const { variables } = job;
    const row = await this.book.lock(manager, variables.subjectNo);
    // A late supplement began it anew while its refusal was still to be told: what ends here is the handling before (R01.2).
    if (row.state === 'registered') return;
    await this.book.change(manager, row, { archivedAt: this.clock.now() });
    if (job.processId === 'inquiry-handling') return this.fileInquiry(job, manager, row);
    if (row.admission !== 'accept') return; // not-accepted stays: the file closes, nothing is emitted
    const handling = await this.facts.handling(row.masterNo ?? row.caseNo);
    const justified = handling?.justified ?? row.justified;
    const sold = await this.sales.settlement(manager, row.masterNo ?? row.caseNo);
    await this.book.change(manager, row, {
      justified,
      malicious: handling?.malicious ?? row.malicious,
      measureTypes: [...new Set(handling?.measures.filter(inForce).map(({ type }) => type))],
      causeCode: handling?.causeCode ?? sold?.causeCode ?? row.causeCode,
    });
    await this.book.move(manager, row, { to: 'archived', own: true }, 'case.archived');
    await this.outbox.event(manager, {
      ...ofJobAbout(job, aboutCase(row)),
      type: 'case.archived',
      data: {
        kind: row.kind,
        severity: row.severity as Severity | null,
        justified: justified as Justified | null,
        valid: true,
        malicious: row.malicious,
        rounds: Math.max(1, row.round),
      },
    });
    if (await this.isAppealUnheard(manager, row.caseNo)) await this.messages.startReview(manager, row);
    if (row.handlingProcess === 'sales-complaint' && (row.level ?? 1) < LEADER_LEVEL) {
      await this.notices.tellStaff(manager, row, 'settled', ['leader-in-charge']);
    }
  }

  async withdraw(job: JobOf<'intake.withdraw-case'>, manager: EntityManager): Promise<void> {
    const row = await this.book.lock(manager, job.variables.subjectNo);
    const stateBefore = row.state;
    if (!(await this.book.move(manager, row, { to: 'withdrawn', own: true }, 'case.withdrawn'))) return;
    await this.notices.dropPending(manager, row.caseNo);
    await this.outbox.event(manager, {
      ...ofJobAbout(job, aboutCase(row)),
      type: 'case.withdrawn',
      data: { stateBefore, by: 'complainant' },
    });
    await this.notices.deliver(manager, row, 'withdrawn', row.personal.contactEmailEnc ? 'email' : 'portal');
    if (row.masterNo) await this.households.part(manager, row, { job: 'intake.withdraw-case' }, 'system');
    await this.following.passOn(manager, row.caseNo, 'intake.withdraw-case');
  }

  /** Copy of the appeal to the competent authority on file (R01.7); its reply is registered by review-office. */
  async recordAppeal(job: JobOf<'intake.record-appeal'>, manager: EntityManager): Promise<void> {
    const row = await this.book.lock(manager, job.variables.subjectNo);
    await this.book.move(manager, row, { to: 'reviewing', own: true }, 'appeal.recorded');
    const today = dayOf(this.clock.now());
    await this.outbox.event(manager, {
      ...ofJobAbout(job, aboutCase(row)),
      type: 'appeal.recorded',
      data: { authority: 'competent-authority', inTime: row.reviewUntil === null || today <= row.reviewUntil },
    });
  }

  /** A review of an archived case succeeded: it is handled anew, without a second review of its eligibility (R01.7). */
  async reopen(job: JobOf<'intake.reopen-case'>, manager: EntityManager): Promise<void> {
    const row = await this.book.lock(manager, job.variables.subjectNo);
    if (!(await this.book.move(manager, row, { to: 'accepted', own: true }, 'case.reopened'))) return;
    await this.book.change(manager, row, {
      archivedAt: null,
      masterNo: null,
      masterAnswered: false,
      reviewUntil: null,
    });
    await this.relations.caseFacts(manager, { caseNo: row.caseNo, orgId: row.orgId, open: true });
    const result = job.variables.reviewResult as Exclude<ReviewResult, 'upheld'>;
    await this.outbox.event(manager, {
      ...ofJobAbout(job, aboutCase(row)),
      type: 'case.reopened',
      data: { because: 'review', result },
    });
    await this.messages.startHandling(manager, row, 'review');
  }

  private async fileInquiry(
    job: JobOf<'intake.archive-case'>,
    manager: EntityManager,
    row: ComplaintCase,
  ): Promise<void> {
    const inquiry = await this.inquiries.find(manager, row.caseNo);
    if (job.variables.answeredNow === true) return; // told by the form itself
    await this.outbox.event(manager, {
      ...ofJobAbout(job, aboutCase(row)),
      type: 'inquiry.answered',
      data: { answeredNow: false, signed: inquiry?.signed ?? false },
    });
  }

  /**
   * An appeal that came when the process waited for none any more, while somebody verified the handling or after the window (R13.9,
   * R01.7): no review was begun for it.
   */
  private async isAppealUnheard(manager: EntityManager, caseNo: string): Promise<boolean> {
    const appeal = (await this.said.list(manager, caseNo)).findLast(({ kind }) => kind === 'appeal');
    if (!appeal) return false;
    const heard = (await this.timeline.list(caseNo)).some(
      ({ type, at, detail }) => type === 'task.created' && detail['element'] === 'admit-review' && at >= appeal.at,
    );
    return !heard;
  }
}

const inForce = ({ state }: { state: string }): boolean => state !== 'proposed';
