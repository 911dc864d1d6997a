import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  AuthorityReplyInput,
  CaseActionDone,
  FactsInput,
  FeedbackDateInput,
  RecusalInput,
} from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, Directory, Problem, RelationWriter, type StaffSubject } from '@huiying/platform';
import { dayOf, toLocalIso } from '@huiying/working-time';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import { isOpen } from '../case/case-state.decider.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { answerOf } from '../case/figures.js';
import { RELATIONS } from '../case/relation-sources.js';
import { Households } from '../links/households.js';
import { FeedbackDateRequests } from '../sales/feedback-date-requests.js';
import { EmergencyStart } from './emergency-start.js';
import { NotesService } from './notes.service.js';

type Acted = { id?: string } | void;

/** What people do on the case page besides their tasks (console.md C2, architecture.md §7). */
@Injectable()
export class ActionsService {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly emergencies: EmergencyStart,
    private readonly notes: NotesService,
    private readonly dates: FeedbackDateRequests,
    private readonly households: Households,
    private readonly relations: RelationWriter,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  note(caseNo: string, text: string, caller: StaffSubject): Promise<CaseActionDone> {
    return this.act(caseNo, async (manager, row) => ({ id: await this.write(manager, row, caller, 'note', text) }));
  }

  /**
   * 启动应急 by hand, also of a case that was diverted (R08.7).
   * @throws Problem `emergency-running`: one runs, and what the person knows belongs to it
   */
  emergency(caseNo: string, reason: string, caller: StaffSubject): Promise<CaseActionDone> {
    return this.act(caseNo, async (manager, row) => {
      if (row.emergency) throw new Problem('emergency-running', 'conflict');
      await this.write(manager, row, caller, 'emergency', reason);
      await this.emergencies.start(manager, row, 'by-hand');
    });
  }

  /** 上报严重问题 (R12.6): the severity review coordinates it, whatever the figures say. */
  serious(caseNo: string, reason: string, caller: StaffSubject): Promise<CaseActionDone> {
    return this.act(caseNo, async (manager, row) => {
      if (!isOpen(row.state)) throw new Problem('not-now', 'conflict');
      await this.write(manager, row, caller, 'serious', reason);
      await this.messages.changed(manager, row, {
        before: row.severity,
        complexityBefore: row.complexity,
        riskChanged: false,
        seriousReported: true,
      });
    });
  }

  facts(caseNo: string, input: FactsInput, caller: StaffSubject): Promise<CaseActionDone> {
    return this.act(caseNo, async (manager, row) => {
      const patch = patchOf(input);
      const changed = Object.keys(patch).filter(
        (key) => row[key as keyof ComplaintCase] !== patch[key as keyof typeof patch],
      );
      if (changed.length === 0) throw new Problem('nothing-changed', 'rejected');
      const before = { severity: row.severity, complexity: row.complexity };
      await this.book.change(manager, row, patch);
      if (input.reason) await this.write(manager, row, caller, 'facts', input.reason);
      await this.outbox.event(manager, {
        type: 'case.changed',
        ...aboutCase(row),
        actorId: caller.personId,
        cause: { route: 'case.facts' },
        data: { changed, because: 'edit' },
      });
      await this.messages.changed(manager, row, {
        before: before.severity,
        complexityBefore: before.complexity,
        riskChanged: changed.some((key) => RISKS.includes(key)),
        seriousReported: false,
      });
      if (changed.includes('households')) await this.households.recount(manager, row);
    });
  }

  /** 回避: takes effect with the next request; oneself, or another person by owner or superior. */
  recuse(caseNo: string, { personId, reason }: RecusalInput, caller: StaffSubject): Promise<CaseActionDone> {
    return this.act(caseNo, async (manager, row) => {
      const person = await this.directory.person(personId ?? caller.personId);
      if (!person) {
        throw new Problem('invalid-fields', 'rejected', { errors: [{ field: 'personId', code: 'not-allowed-value' }] });
      }
      const conflicted = { caseNo, rel: 'conflicted', source: RELATIONS.recusal, personId: person.id } as const;
      await this.relations.grant(manager, conflicted);
      return { id: await this.write(manager, row, caller, 'recusal', reason) };
    });
  }

  /**
   * Asks for another promised date (R07.6, R07.7) until the customer was given the answer; the sales ladder changes it or lets the
   * superior decide.
   */
  feedbackDate(caseNo: string, input: FeedbackDateInput, caller: StaffSubject): Promise<CaseActionDone> {
    return this.act(caseNo, async (manager, row) => {
      if (!input.consent)
        throw new Problem('consent-required', 'rejected', { errors: [{ field: 'consent', code: 'consent-required' }] });
      if (row.handlingProcess !== 'sales-complaint' || row.feedbackGivenAt !== null || !isOpen(row.state)) {
        throw new Problem('not-now', 'conflict');
      }
      const askedAt = this.clock.now();
      if (input.newDate < dayOf(askedAt)) {
        throw new Problem('promised-date-past', 'rejected', {
          errors: [{ field: 'newDate', code: 'promised-date-past' }],
        });
      }
      const id = await this.dates.keep(manager, caseNo, { newDate: input.newDate, askedBy: caller.personId, askedAt });
      if (input.reason) await this.write(manager, row, caller, 'date', input.reason);
      await this.messages.send(manager, 'feedback-date-requested', row, { newDate: input.newDate, consent: true });
      return { id };
    });
  }

  /** The authority's reply to an appeal (R01.7), registered by review-office. */
  authorityReply(caseNo: string, input: AuthorityReplyInput, caller: StaffSubject): Promise<CaseActionDone> {
    return this.act(caseNo, async (manager, row) => {
      if (row.state !== 'reviewing') throw new Problem('no-appeal-pending', 'conflict');
      const id = await this.write(manager, row, caller, 'authority', input.opinion);
      await this.messages.send(manager, 'authority-replied', row, {});
      return { id };
    });
  }

  private act(
    caseNo: string,
    work: (manager: EntityManager, row: ComplaintCase) => Promise<Acted>,
  ): Promise<CaseActionDone> {
    return this.database.transaction(async (manager) => {
      const row = await this.book.lock(manager, caseNo);
      const done = await work(manager, row);
      return { caseNo, at: toLocalIso(this.clock.now()), ...(done?.id ? { id: done.id } : {}) };
    });
  }

  private write(
    manager: EntityManager,
    row: ComplaintCase,
    caller: StaffSubject,
    purpose: string,
    text: string,
  ): Promise<string> {
    return this.notes.keep(manager, row, { authorId: caller.personId, authorName: caller.name, purpose, text });
  }
}

const RISKS = ['dangerToPersons', 'disturbsOperation', 'harmsStanding'];

function patchOf(input: FactsInput): Partial<ComplaintCase> {
  const { amountFen, households, proceedings, complexFlag, keyCustomer } = input;
  return {
    ...(amountFen === undefined ? {} : { amountFen }),
    ...(households === undefined ? {} : { households }),
    ...(proceedings === undefined ? {} : { proceedings }),
    ...(complexFlag === undefined ? {} : { complexFlag }),
    ...(keyCustomer === undefined ? {} : { keyCustomer }),
    ...(input.dangerToPersons === undefined ? {} : { dangerToPersons: answerOf(input.dangerToPersons) }),
    ...(input.disturbsOperation === undefined ? {} : { disturbsOperation: answerOf(input.disturbsOperation) }),
    ...(input.harmsStanding === undefined ? {} : { harmsStanding: answerOf(input.harmsStanding) }),
  };
}
