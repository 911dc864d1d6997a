import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Channel, OrgType, RespondentType } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { RelationWriter } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { Attachments } from '../attachments/attachments.js';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import { ComplaintCase } from '../case/complaint-case.entity.js';
import { PersonalData } from '../case/personal-data.js';
import { RELATIONS } from '../case/relation-sources.js';
import { Households } from '../links/households.js';
import { NoticeFile } from '../notices/notice-file.js';
import { SealedReports } from '../sealed-report/sealed-reports.js';
import { type NewCase, rowFacts, textsOf, wholeText } from './new-case.js';
import { RegistrationForms } from './registration-forms.js';

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
