import { Injectable } from '@nestjs/common';
import { Outbox } from '@huiying/events';
import type { EntityManager } from 'typeorm';
import { CaseFacts } from '@huiying/service';
import { mediatedSubject } from './mediated-subject.js';

type Because = 'unwilling' | 'not-agreed' | 'timed-out';
type Cause = { form: 'mediation--ask-willingness' | 'mediation--mediate' } | { consumer: 'deadline.missed' };

/** R06.7: one refusal ends a mediation, no agreement and the end of its time do as well. */
@Injectable()
export class MediationFailures {
  constructor(
    private readonly facts: CaseFacts,
    private readonly outbox: Outbox,
  ) {}

  async emit(
    manager: EntityManager,
    given: { subjectNo: string; because: Because; cause: Cause; actorId: string; causationId: string },
  ): Promise<void> {
    const { subjectNo, because, cause, actorId, causationId } = given;
    const { caseNo, orgId } = mediatedSubject(subjectNo);
    await this.outbox.event(manager, {
      type: 'mediation.failed',
      subject: subjectNo,
      ...(caseNo === null ? {} : { caseNo }),
      orgId: orgId ?? (await this.facts.now(subjectNo)).orgId,
      actorId,
      causationId,
      cause,
      data: { because },
    });
  }
}
