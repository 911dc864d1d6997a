import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  AppealInput,
  PortalReceipt,
  RatingInput,
  RenewedCode,
  Severity,
  SupplementInput,
  WithdrawalInput,
} from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, Problem, TrackingCodes } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { Attachments } from '../attachments/attachments.js';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { ComplainantMessages, type NewMessage } from './complainant-messages.js';
import { portalMay } from './follow.decider.js';

const SATISFIED_FROM = 3;

/** What a complainant does after the filing (R01.2, R01.7, R04.12); a state refuses what is out of turn. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly said: ComplainantMessages,
    private readonly attachments: Attachments,
    private readonly codes: TrackingCodes,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  supplement(caseNo: string, input: SupplementInput): Promise<PortalReceipt> {
    const text = [input.text, input.unavailable && `暂时没有：${input.unavailable}`].filter(Boolean).join('\n');
    const uploads = input.uploads ?? [];
    if (text.trim() === '' && uploads.length === 0) throw new Problem('nothing-sent', 'rejected');
    return this.answered(caseNo, 'supplement', async (manager, row) => {
      const { id, files } = await this.keep(manager, row, { kind: 'supplement', text }, uploads);
      await this.supplementReceived(manager, row, files);
      return id;
    });
  }

  rate(caseNo: string, { score, comment }: RatingInput): Promise<PortalReceipt> {
    return this.answered(caseNo, 'rate', async (manager, row) => {
      const { id } = await this.keep(manager, row, { kind: 'rating', score, text: comment });
      const satisfied = score >= SATISFIED_FROM;
      const severity = row.severity as Severity | null;
      await this.outbox.event(manager, { ...aboutOf(row), type: 'rating.received', data: { score, satisfied } });
      await this.messages.send(manager, 'rating-received', row, { satisfied, score, severity });
      return id;
    });
  }

  appeal(caseNo: string, { reason, route = 'review', uploads = [] }: AppealInput): Promise<PortalReceipt> {
    return this.answered(caseNo, 'appeal', async (manager, row) => {
      const { id } = await this.keep(manager, row, { kind: 'appeal', text: reason, facts: { route } }, uploads);
      if (row.state === 'archived') await this.messages.startReview(manager, row);
      else await this.messages.send(manager, 'appeal-received', row, {});
      return id;
    });
  }

  withdraw(caseNo: string, { reason }: WithdrawalInput): Promise<PortalReceipt> {
    return this.answered(caseNo, 'withdraw', async (manager, row) => {
      const { id } = await this.keep(manager, row, { kind: 'withdrawal', text: reason });
      await this.messages.send(manager, 'complaint-withdrawn', row, {});
      return id;
    });
  }

  /** A file that comes after the filing or the supplement it belongs to. */
  async attach(caseNo: string, file: { name: string; content: Buffer }): Promise<PortalReceipt> {
    const kept = await this.attachments.add(caseNo, file, 'complainant', async (manager) => {
      const row = await this.book.lock(manager, caseNo);
      if (!(await this.may(manager, row)).supplement) throw new Problem('not-now', 'conflict');
    });
    return { caseNo, id: kept.id, at: kept.at };
  }

  renewCode(caseNo: string): Promise<RenewedCode> {
    return this.database.transaction(async (manager) => ({ trackingCode: await this.codes.issue(manager, caseNo) }));
  }

  private answered(
    caseNo: string,
    what: keyof ReturnType<typeof portalMay>,
    act: (manager: EntityManager, row: ComplaintCase) => Promise<string>,
  ): Promise<PortalReceipt> {
    return this.database.transaction(async (manager) => {
      const row = await this.book.lock(manager, caseNo);
      if (!(await this.may(manager, row))[what]) throw new Problem('not-now', 'conflict');
      return { caseNo, id: await act(manager, row), at: toLocalIso(this.clock.now()) };
    });
  }

  private async may(manager: EntityManager, row: ComplaintCase) {
    const ratings = (await this.said.list(manager, row.caseNo)).filter(({ kind }) => kind === 'rating').length;
    return portalMay(row.state, ratings, wasAbandoned(row));
  }

  private async keep(manager: EntityManager, row: ComplaintCase, message: NewMessage, uploads: readonly string[] = []) {
    const id = await this.said.keep(manager, row, message);
    const files = await this.attachments.claim(manager, row.caseNo, uploads, id);
    if (files > 0) await this.said.countFiles(manager, id, files);
    return { id, files };
  }

  /** Into the waiting review, into one that is about to wait, or into a case that was closed for want of it (R01.2). */
  private async supplementReceived(manager: EntityManager, row: ComplaintCase, files: number): Promise<void> {
    const waits = row.state === 'supplementing';
    const asked = row.state === 'registered' && row.missing.length > 0;
    if (!waits && !asked && !wasAbandoned(row)) return;
    await this.outbox.event(manager, { ...aboutOf(row), type: 'supplement.received', data: { files } });
    if (asked) return this.book.change(manager, row, { supplementWaits: true });
    const late = wasAbandoned(row);
    await this.book.move(manager, row, { to: 'registered', own: true }, 'supplement.received');
    await this.book.change(manager, row, { admission: null, missing: [], supplementUntil: null });
    if (late) return this.startAgain(manager, row);
    await this.messages.send(manager, 'supplement-received', row, {});
  }

  /** Under its own number, limits from today; nothing is forfeited. */
  private async startAgain(manager: EntityManager, row: ComplaintCase): Promise<void> {
    const limitsFrom = this.clock.now();
    const fresh = { admission: null, diversionReason: null, target: null, targetNo: null, archivedAt: null };
    await this.book.change(manager, row, { ...fresh, limitsFrom });
    await this.messages.startHandling(manager, row, 'supplement');
  }
}

const wasAbandoned = ({ state, diversionReason }: ComplaintCase): boolean =>
  state === 'not-accepted' && diversionReason === 'supplement-overdue';

const aboutOf = (row: ComplaintCase) => ({
  ...aboutCase(row),
  actorId: 'complainant',
  cause: { route: 'portal.answer' } as const,
});
