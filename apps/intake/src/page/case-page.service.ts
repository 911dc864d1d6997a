import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CASE_STATE_NAMES, type CaseNotices, type CaseView, type UnmaskedContact } from '@huiying/contracts';
import { AccessService, Clock, type ActionId, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { NotesService, UNMASK_NOTE } from '../actions/notes.service.js';
import { Attachments } from '../attachments/attachments.js';
import { CaseBook } from '../case/case-book.js';
import type { ComplaintCase, RiskAnswer } from '../case/complaint-case.entity.js';
import { flagOf } from '../case/figures.js';
import { PersonalData } from '../case/personal-data.js';
import { NoticeFile } from '../notices/notice-file.js';
import { titleOf } from '../notices/templates/index.js';
import { RegistrationForms } from '../registration/registration-forms.js';
import { ComplainantMessages } from '../portal/complainant-messages.js';
import { Continuation } from './continuation.js';

const ACTIONS: readonly ActionId[] = [
  'case.note',
  'case.extend',
  'case.serious',
  'case.recuse',
  'case.facts',
  'case.date',
  'case.reply',
  'case.link',
  'case.emergency',
  'case.refer',
  'case.unmask',
  'emergency.read',
];
const UNMASKED_MS = 10 * 60_000;

/** The case page (console.md C2). Texts are the masked ones; the originals are read one by one, with a reason. */
@Injectable()
export class CasePageService {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly attachments: Attachments,
    private readonly notices: NoticeFile,
    private readonly notes: NotesService,
    private readonly said: ComplainantMessages,
    private readonly forms: RegistrationForms,
    private readonly elsewhere: Continuation,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async read(caseNo: string, caller: StaffSubject): Promise<CaseView> {
    const { manager } = this.database;
    const row = await this.book.read(caseNo);
    const [children, master, earlier, attachments, said, number] = await Promise.all([
      this.book.children(caseNo),
      row.masterNo ? this.book.find(row.masterNo) : null,
      this.book.earlier(row),
      this.attachments.list(manager, caseNo),
      this.said.list(manager, caseNo),
      row.diversionReason ? this.elsewhere.numberOf(caseNo, row.target) : null,
    ]);
    const rating = said.filter(({ kind }) => kind === 'rating').at(-1);
    return {
      ...codesOf(row),
      ...this.textsOf(row),
      diversion: row.diversionReason
        ? { reason: row.diversionReason, target: row.target, targetNo: number ?? row.targetNo }
        : null,
      masterSeverity: master?.severity ?? null,
      children: children.map((child) => child.caseNo),
      earlierCaseNos: earlier.map((found) => found.caseNo),
      households: await this.book.households(row),
      rating: rating ? { score: rating.score ?? 0, at: toLocalIso(rating.at) } : null,
      attachments,
      extra: await this.forms.list(caseNo),
      may: await this.allowedActions(caseNo, caller),
    };
  }

  async letters(caseNo: string): Promise<CaseNotices> {
    const { manager } = this.database;
    const notices = await this.notices.list(manager, caseNo);
    const items = notices.map(async (notice) => ({
      noticeId: notice.id,
      template: notice.template,
      title: titleOf(notice),
      text: await this.notices.open(manager, notice),
      channel: notice.channel,
      state: notice.state,
      at: toLocalIso(notice.createdAt),
      sentAt: notice.sentAt && toLocalIso(notice.sentAt),
    }));
    return { items: await Promise.all(items) };
  }

  /** The contact in full; the guard has written the audit entry before. The reason stays in the file. */
  async unmask(caseNo: string, reason: string, caller: StaffSubject): Promise<UnmaskedContact> {
    return this.database.transaction(async (manager) => {
      const row = await this.book.lock(manager, caseNo);
      await this.notes.keep(manager, row, {
        authorId: caller.personId,
        authorName: caller.name,
        purpose: UNMASK_NOTE,
        text: reason,
      });
      return {
        name: await this.personal.open(manager, row, 'contactName'),
        phone: await this.personal.open(manager, row, 'contactPhone'),
        email: await this.personal.open(manager, row, 'contactEmail'),
        address: await this.personal.open(manager, row, 'contactAddress'),
        room: await this.personal.open(manager, row, 'room'),
        until: toLocalIso(new Date(this.clock.now().getTime() + UNMASKED_MS)),
      };
    });
  }

  private textsOf(row: ComplaintCase) {
    const masked = this.personal.masked(row);
    return {
      contact: row.anonymous
        ? null
        : {
            name: masked.contactName,
            phone: masked.contactPhone,
            email: masked.contactEmail,
            address: masked.contactAddress,
          },
      subject: masked.subject,
      description: masked.description ?? '',
      demand: masked.demand,
      textMasked: true,
      place: { project: row.project, building: row.building, room: masked.room },
      respondent: { unit: row.respondentUnit, person: masked.respondentPerson },
      authorities: masked.authorities,
      explanation: masked.explanation,
    };
  }

  private async allowedActions(caseNo: string, caller: StaffSubject): Promise<string[]> {
    const facts = { kind: 'case', id: caseNo, caseNo } as const;
    const decisions = await Promise.all(
      ACTIONS.map(async (action) => ((await this.access.decide(caller, action, facts)).ok ? action : null)),
    );
    return decisions.filter((action): action is ActionId => action !== null);
  }
}

function codesOf(row: ComplaintCase) {
  return {
    caseNo: row.caseNo,
    orgId: row.orgId,
    orgType: row.orgType,
    state: row.state,
    stateText: CASE_STATE_NAMES[row.state],
    channel: row.channel,
    receivedAt: toLocalIso(row.receivedAt),
    receivedOn: row.receivedOn,
    replyBy: toLocalIso(row.replyBy),
    kind: row.kind,
    suggestedKind: row.suggestedKind,
    topic: row.topic,
    suggestedTopic: row.suggestedTopic,
    suggestedWords: row.suggestedWords,
    admission: row.admission,
    target: row.target,
    severity: row.severity,
    complexity: row.complexity,
    handlingProcess: row.handlingProcess,
    handlerGroup: row.handlerGroup,
    overseer: row.overseer,
    signatureRequired: row.signatureRequired,
    needsVerification: row.needsVerification,
    emergency: row.emergency,
    emergencyBecause: row.emergencyBecause,
    masterNo: row.masterNo,
    owner: { personId: row.ownerId, name: row.ownerName, group: row.ownerGroup, unitId: row.ownerUnitId },
    anonymous: row.anonymous,
    contactReleased: row.contactReleased,
    projectId: row.projectId,
    phase: row.phase,
    handoverOn: row.handoverOn,
    completionAcceptedOn: row.completionAcceptedOn,
    projectType: row.projectType,
    projectDissolved: row.projectDissolved,
    projectOwnership: row.projectOwnership,
    agreementParty: row.agreementParty,
    respondentType: row.respondentType,
    respondentGroup: row.respondentGroup,
    amountFen: row.amountFen,
    proceedings: row.proceedings,
    keyCustomer: row.keyCustomer,
    ...risk('dangerToPersons', row.dangerToPersons),
    ...risk('disturbsOperation', row.disturbsOperation),
    ...risk('harmsStanding', row.harmsStanding),
    complexFlag: row.complexFlag,
    mediaExposure: row.mediaExposure,
    explained: row.explained,
    promisedOn: row.promisedOn,
    dateChanges: row.dateChanges,
    level: row.level,
    readBackConfirmedAt: row.readBackAt && toLocalIso(row.readBackAt),
    escalated: row.escalated,
    round: row.round,
    justified: row.justified,
    causeCode: row.causeCode,
    reviewUntil: row.reviewUntil,
    missing: row.missing,
  };
}

/** Absent while nobody asked; null = 不能排除. */
const risk = <K extends string>(name: K, answer: RiskAnswer | null): { [P in K]?: boolean | null } =>
  answer === null ? {} : ({ [name]: flagOf(answer) } as { [P in K]?: boolean | null });
