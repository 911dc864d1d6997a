import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EventCause } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { sameHousehold } from './links.decider.js';

type LinkCause = EventCause<'case.linked'>;

/** Joins and parts cases of one cause, with the households counted anew and severity asked again (R10.5, R10.6). */
@Injectable()
export class Households {
  constructor(
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly outbox: Outbox,
  ) {}

  /** `same` left open: compared by contact and room. */
  async join(
    manager: EntityManager,
    child: ComplaintCase,
    masterNo: string,
    same: boolean | undefined,
    cause: LinkCause,
    actorId: string,
  ): Promise<void> {
    const master = await this.book.lock(manager, masterNo);
    const again = same ?? sameHousehold(marksOf(master), marksOf(child));
    await this.book.change(manager, child, { masterNo, sameHousehold: again, masterAnswered: false });
    await this.tell(manager, child, master, true, cause, actorId);
  }

  /** The child stands alone again. */
  async part(manager: EntityManager, child: ComplaintCase, cause: LinkCause, actorId: string): Promise<void> {
    if (child.masterNo === null) return;
    const master = await this.book.lock(manager, child.masterNo);
    await this.book.change(manager, child, { masterNo: null, sameHousehold: false, masterAnswered: false });
    await this.tell(manager, child, master, false, cause, actorId);
  }

  /** Its own households changed: those of the case that it follows are counted anew. */
  async recount(manager: EntityManager, child: ComplaintCase): Promise<void> {
    if (child.masterNo === null) return;
    await this.ask(manager, await this.book.lock(manager, child.masterNo));
  }

  /** The event, and for the master the question whether its severity changes: five households are major. */
  private async tell(
    manager: EntityManager,
    child: ComplaintCase,
    master: ComplaintCase,
    linked: boolean,
    cause: LinkCause,
    actorId: string,
  ): Promise<void> {
    const households = await this.book.households(master, manager);
    await this.outbox.event(manager, {
      type: 'case.linked',
      subject: child.caseNo,
      caseNo: child.caseNo,
      orgId: child.orgId,
      actorId,
      cause,
      data: { masterNo: master.caseNo, linked, households },
    });
    await this.ask(manager, master);
  }

  private ask(manager: EntityManager, master: ComplaintCase): Promise<void> {
    return this.messages.changed(manager, master, {
      before: master.severity,
      complexityBefore: master.complexity,
      riskChanged: false,
      seriousReported: false,
    });
  }
}

/** What two cases of one household have in common. */
export const marksOf = ({ personal, project, building }: ComplaintCase) => ({
  phones: personal.contactPhoneBlind,
  emails: personal.contactEmailBlind,
  place: personal.roomBlind && project && building ? `${project}/${building}/${personal.roomBlind}` : null,
});
