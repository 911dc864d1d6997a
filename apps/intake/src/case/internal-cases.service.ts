import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InternalCase, InternalRegistration } from '@huiying/contracts';
import { Clock } from '@huiying/platform';
import { PostTable } from '@huiying/service';
import { dayOf, toLocalIso } from '@huiying/working-time';
import { SalesRecord } from '../sales/sales-record.js';
import { CaseBook } from './case-book.js';
import { respondentsOf } from './case-messages.js';
import { PersonalData } from './personal-data.js';

interface LastMessage {
  text: string;
  route: string | null;
  score: number | null;
  at: Date;
}

/** A case for the other services: codes, ids and figures as they are now. */
@Injectable()
export class InternalCases {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly posts: PostTable,
    private readonly sales: SalesRecord,
    private readonly clock: Clock,
  ) {}

  async read(caseNo: string): Promise<InternalCase> {
    const row = await this.book.read(caseNo);
    const children = await this.book.children(caseNo);
    const figures = this.book.figuresWith(row, children);
    return {
      caseNo,
      orgId: row.orgId,
      orgType: row.orgType,
      orgLevel: row.orgLevel,
      channel: row.channel,
      state: row.state,
      receivedAt: toLocalIso(row.limitsFrom),
      receivedOn: row.receivedOn,
      reportedOn: row.receivedOn,
      replyBy: toLocalIso(row.replyBy),
      kind: row.kind,
      suggestedKind: row.suggestedKind,
      topic: row.topic,
      admission: row.admission,
      severity: row.severity,
      complexity: row.complexity,
      ownerId: row.ownerId,
      ownerGroup: row.ownerGroup,
      ownerUnitId: row.ownerUnitId,
      anonymous: row.anonymous,
      hasAddress: row.personal.contactEmailEnc !== null,
      complainantIsEmployee: row.complainantIsEmployee,
      respondentType: row.respondentType,
      respondentUnitId: row.respondentUnitId,
      respondentPersonId: row.respondentPersonId,
      respondentGroup: row.respondentGroup,
      respondents: respondentsOf(row),
      amountFen: row.amountFen,
      ...figures,
      keyCustomer: row.keyCustomer,
      phase: row.phase,
      handoverOn: row.handoverOn,
      completionAcceptedOn: row.completionAcceptedOn,
      projectId: row.projectId,
      project: row.project,
      building: row.building,
      projectType: row.projectType,
      projectDissolved: row.projectDissolved,
      projectOwnership: row.projectOwnership,
      agreementParty: row.agreementParty,
      masterNo: row.masterNo,
      masterAnswered: row.masterAnswered,
      children: children.map((child) => child.caseNo),
      openDays: await this.book.openDaysWith(row, children, dayOf(this.clock.now())),
      handlingProcess: row.handlingProcess,
      handlerGroup: row.handlerGroup,
      overseer: row.overseer,
      signatureRequired: row.signatureRequired,
      needsVerification: row.needsVerification,
      promisedOn: row.promisedOn,
      escalated: row.escalated,
      emergency: row.emergency,
      round: row.round,
      posts: this.posts.of(row.orgType),
    };
  }

  async registration(caseNo: string): Promise<InternalRegistration> {
    const row = await this.book.read(caseNo);
    const { subject, description, demand, explanation } = this.personal.masked(row);
    const { project, building } = row;
    return {
      caseNo,
      subject,
      description: description ?? '',
      demand,
      project,
      building,
      explanation,
      seriousReport: await this.lastNote(caseNo, 'serious'),
      appeal: await this.lastAppeal(caseNo),
      rating: await this.lastRating(caseNo),
      authorityReply: await this.authorityReply(caseNo),
      settlement: await this.sales.settlement(this.database.manager, caseNo),
      departmentOrder: await this.sales.departmentOrder(this.database.manager, caseNo),
      outcomeToldOn: row.outcomeToldAt && dayOf(row.outcomeToldAt),
      reviewUntil: row.reviewUntil,
    };
  }

  private async lastAppeal(caseNo: string): Promise<InternalRegistration['appeal']> {
    const appeal = await this.lastMessage(caseNo, 'appeal');
    return appeal && { reason: appeal.text, route: appeal.route, askedOn: dayOf(appeal.at) };
  }

  private async lastRating(caseNo: string): Promise<InternalRegistration['rating']> {
    const rating = await this.lastMessage(caseNo, 'rating');
    return rating && { score: rating.score ?? 0, comment: rating.text };
  }

  /** What the complainant sent last, masked. */
  private async lastMessage(caseNo: string, kind: 'appeal' | 'rating'): Promise<LastMessage | null> {
    const rows = await this.database.query<LastMessage[]>(
      `SELECT coalesce(text_masked, '') AS text, facts ->> 'route' AS route, score, at FROM complainant_message
       WHERE case_no = $1 AND kind = $2 ORDER BY at DESC, seq DESC LIMIT 1`,
      [caseNo, kind],
    );
    return rows[0] ?? null;
  }

  /** To the appeal that was recorded last: one that stays unanswered is not answered by the reply to an earlier one (R01.7). */
  private async authorityReply(caseNo: string): Promise<string | null> {
    const rows = await this.database.query<{ text_masked: string }[]>(
      `SELECT text_masked FROM case_note WHERE case_no = $1 AND purpose = 'authority' AND at >= coalesce(
         (SELECT max(at) FROM timeline_entry WHERE case_no = $1 AND type = 'appeal.recorded'), '-infinity')
       ORDER BY at DESC, seq DESC LIMIT 1`,
      [caseNo],
    );
    return rows[0]?.text_masked ?? null;
  }

  private async lastNote(caseNo: string, purpose: string): Promise<string | null> {
    const rows = await this.database.query<{ text_masked: string }[]>(
      `SELECT text_masked FROM case_note WHERE case_no = $1 AND purpose = $2 ORDER BY at DESC, seq DESC LIMIT 1`,
      [caseNo, purpose],
    );
    return rows[0]?.text_masked ?? null;
  }
}
