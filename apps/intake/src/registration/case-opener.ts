import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Channel, InternalRegistrationForm, OrgType, ProjectFacts, RespondentType } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { RelationWriter, type Organisation } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { Attachments } from '../attachments/attachments.js';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import { ComplaintCase } from '../case/complaint-case.entity.js';
import { answerOf } from '../case/figures.js';
import { PersonalData, type PersonalTexts } from '../case/personal-data.js';
import { Households } from '../links/households.js';
import { NoticeFile } from '../notices/notice-file.js';
import { SealedReports } from '../sealed-report/sealed-reports.js';
import type { Receiver } from './receiver.js';
import type { Registration } from './registration.js';
import { extraOf } from './registration-form.decider.js';
import { RegistrationForms } from './registration-forms.js';
import type { Respondent } from './respondents.js';
import type { Suggestion } from './suggestions.js';

/** Everything that is known of a complaint before it gets its number. */
export interface NewCase {
  filing: Registration['filing'];
  organisation: Organisation;
  receivedAt: Date;
  receivedOn: string;
  receiver: Receiver;
  employee: boolean;
  suggestion: Suggestion;
  replyBy: Date;
  acceptBy: Date | null;
  promisedOn: string | null;
  project: ProjectFacts | null;
  respondent: Respondent;
  /** The words or the desk say employee report: the content is sealed at once (R05.1). */
  sealed: boolean;
  /** The organisation's own fields as they were asked. */
  form: InternalRegistrationForm;
  reportForm: 'oral' | 'written';
}

/** Sources under which intake writes relations; row-level security knows a service by its first word. */
export const RELATIONS = { owner: 'intake:owner', respondent: 'intake:respondent', recusal: 'intake:recusal' } as const;

/** Opens the file of a new case, with relations, first notice, event and start messages, in the registration's transaction. */
@Injectable()
export class CaseOpener {
  constructor(
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly personal: PersonalData,
    private readonly households: Households,
    private readonly notices: NoticeFile,
    private readonly attachments: Attachments,
    private readonly sealedReports: SealedReports,
    private readonly forms: RegistrationForms,
    private readonly relations: RelationWriter,
    private readonly outbox: Outbox,
  ) {}

  async open(manager: EntityManager, caseNo: string, fresh: NewCase): Promise<void> {
    const row = await this.insert(manager, caseNo, fresh, {
      ...rowFacts(fresh),
      personal: await this.personal.columns(manager, caseNo, textsOf(fresh.filing)),
    });
    await this.relate(manager, row);
    await this.registered(manager, row, fresh);
    await this.attachments.claim(manager, caseNo, fresh.filing.uploads ?? []);
    if (fresh.filing.extra) {
      const persons = await this.personal.known(manager, row);
      await this.forms.keep(manager, caseNo, fresh.form, fresh.filing.extra, persons);
    }
    if (row.masterNo) await this.households.join(manager, row, row.masterNo, undefined, cause(fresh), actorOf(row));
    await this.notices.acknowledge(manager, row);
    await this.messages.startHandling(manager, row);
    await this.messages.changed(manager, row, {
      before: null,
      complexityBefore: null,
      riskChanged: row.dangerToPersons !== null,
      seriousReported: false,
    });
  }

  /** A report by an employee: the case holds a number and nothing else; nobody at the desk reads a word (R05.1). */
  async openSealed(manager: EntityManager, caseNo: string, fresh: NewCase): Promise<void> {
    const row = await this.insert(manager, caseNo, fresh, {
      state: 'not-accepted',
      admission: 'divert',
      diversionReason: 'other-procedure',
      target: 'other-procedure',
    });
    await this.relate(manager, row);
    await this.attachments.claim(manager, caseNo, fresh.filing.uploads ?? []);
    await this.sealedReports.seal(manager, {
      row,
      reportForm: fresh.reportForm,
      texts: { ...textsOf(fresh.filing), description: wholeText(fresh), respondentUnit: fresh.filing.respondent?.unit },
      respondent: fresh.respondent,
      place: fresh.filing.place,
    });
    await this.registered(manager, row, fresh);
    await this.outbox.event(manager, {
      ...eventOf(row, fresh),
      type: 'case.diverted',
      data: { admission: 'divert', reason: 'other-procedure', kind: null, target: 'other-procedure' },
    });
  }

  private async insert(
    manager: EntityManager,
    caseNo: string,
    fresh: NewCase,
    facts: Partial<ComplaintCase>,
  ): Promise<ComplaintCase> {
    const { filing, organisation, receiver } = fresh;
    await manager.insert(ComplaintCase, {
      state: 'registered',
      round: 0,
      households: 1,
      anonymous: filing.anonymous === true,
      ...facts,
      caseNo,
      orgId: organisation.id,
      orgType: organisation.orgType,
      orgLevel: levelOf(organisation.orgType),
      channel: filing.channel,
      receivedAt: fresh.receivedAt,
      receivedOn: fresh.receivedOn,
      limitsFrom: fresh.receivedAt,
      replyBy: fresh.replyBy,
      acceptBy: fresh.acceptBy,
      ownerId: receiver.personId,
      ownerName: receiver.name,
      ownerGroup: receiver.group,
      ownerUnitId: receiver.unitId,
      registeredBy: receiver.personId,
      receiverHoldsPost: receiver.holdsPost,
    });
    return this.book.lock(manager, caseNo);
  }

  private async relate(manager: EntityManager, row: ComplaintCase): Promise<void> {
    const { caseNo, orgId, ownerId, respondentUnitId, respondentPersonId } = row;
    await this.relations.caseFacts(manager, { caseNo, orgId, receivedBy: row.ownerUnitId, respondentUnitId });
    await this.relations.grant(manager, {
      caseNo,
      rel: 'own',
      source: RELATIONS.owner,
      ...(ownerId ? { personId: ownerId } : { role: row.ownerGroup, unitId: row.ownerUnitId }),
    });
    if (respondentUnitId) {
      await this.relations.grant(manager, {
        caseNo,
        rel: 'rsp',
        source: RELATIONS.respondent,
        unitId: respondentUnitId,
      });
    }
    if (respondentPersonId) {
      const conflicted = {
        caseNo,
        rel: 'conflicted',
        source: RELATIONS.respondent,
        personId: respondentPersonId,
      } as const;
      await this.relations.grant(manager, conflicted);
    }
  }

  private async registered(manager: EntityManager, row: ComplaintCase, fresh: NewCase): Promise<void> {
    await this.outbox.event(manager, {
      ...eventOf(row, fresh),
      type: 'case.registered',
      data: {
        kind: row.kind,
        topic: row.topic,
        channel: row.channel as Channel,
        orgType: row.orgType as OrgType,
        receivedAt: toLocalIso(row.receivedAt),
        replyBy: toLocalIso(row.replyBy),
        households: row.households,
        anonymous: row.anonymous,
        keyCustomer: row.keyCustomer,
        ...(row.projectId ? { projectId: row.projectId } : {}),
        ...(row.respondentType ? { respondentType: row.respondentType as RespondentType } : {}),
        ...(row.masterNo ? { masterNo: row.masterNo } : {}),
      },
    });
  }
}

const cause = ({ filing }: NewCase) =>
  ({ route: filing.via === 'portal' ? 'portal.file' : 'intake.register' }) as const;

const actorOf = (row: ComplaintCase): string => row.registeredBy ?? 'complainant';

const eventOf = (row: ComplaintCase, fresh: NewCase) => ({
  ...aboutCase(row),
  actorId: actorOf(row),
  cause: cause(fresh),
});

/** Level of a developer's or group's organisation (R10.1). */
const levelOf = (orgType: string): string | null =>
  orgType === 'group' ? 'group' : orgType === 'developer' ? 'project' : null;

function rowFacts({ filing, suggestion, employee, promisedOn, project, respondent, receivedAt }: NewCase) {
  return {
    kind: filing.kind ?? null,
    topic: filing.topic ?? null,
    suggestedKind: suggestion.kind,
    suggestedTopic: suggestion.topic,
    suggestedWords: suggestion.words,
    complainantIsEmployee: employee,
    readBackAt: filing.readBackConfirmed ? receivedAt : null,
    explained: filing.explained ?? null,
    promisedOn,
    ...placeFacts(filing.place, project),
    respondentUnit: filing.respondent?.unit?.trim() ?? null,
    respondentUnitId: respondent.unitId,
    respondentPersonId: respondent.personId,
    respondentType: filing.respondentType ?? null,
    amountFen: filing.amountFen ?? null,
    households: filing.households ?? 1,
    proceedings: filing.proceedings ?? false,
    keyCustomer: filing.keyCustomer ?? false,
    dangerToPersons: answerOf(filing.dangerToPersons),
    disturbsOperation: answerOf(filing.disturbsOperation),
    harmsStanding: answerOf(filing.harmsStanding),
    masterNo: filing.masterNo ?? null,
  };
}

/** Facts of the project as the register has them today; the case keeps them. */
export function placeFacts(place: { project?: string; building?: string } | undefined, facts: ProjectFacts | null) {
  return {
    project: place?.project?.trim() ?? null,
    building: place?.building?.trim() ?? null,
    projectId: facts?.projectId ?? null,
    projectType: facts?.projectType ?? null,
    projectDissolved: facts?.dissolved ?? false,
    projectOwnership: facts?.ownership ?? null,
    agreementParty: facts?.agreementParty ?? null,
    phase: facts?.phase ?? null,
    handoverOn: facts?.handoverOn ?? null,
    completionAcceptedOn: facts?.completionAcceptedOn ?? null,
  };
}

/** A sealed report has no fields of an organisation: their answers stand below its text. */
function wholeText({ filing, form }: NewCase): string {
  const extra = extraOf(form.fields, filing.extra ?? {}).map(({ label, value }) => `${label}：${value}`);
  return [filing.description?.trim() ?? '', ...extra].filter(Boolean).join('\n');
}

function textsOf(filing: Registration['filing']): PersonalTexts {
  const { contact, place, respondent } = filing;
  return {
    contactName: contact?.name?.trim(),
    contactPhone: contact?.phone?.trim(),
    contactEmail: contact?.email?.trim(),
    contactAddress: contact?.address?.trim(),
    room: place?.room?.trim(),
    subject: filing.subject?.trim(),
    description: filing.description?.trim(),
    demand: filing.demand?.trim(),
    explanation: filing.explanation?.trim(),
    respondentPerson: respondent?.person?.trim(),
  };
}
