import { Injectable } from '@nestjs/common';
import { Outbox } from '@huiying/events';
import type { EntityManager } from 'typeorm';
import { CaseFacts } from '@huiying/service';

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
    given: { caseNo: string; because: Because; cause: Cause; actorId: string; causationId: string },
  ): Promise<void> {
    const { caseNo, because, cause, actorId, causationId } = given;
    const { orgId } = await this.facts.now(caseNo);
    await this.outbox.event(manager, {
      type: 'mediation.failed',
      subject: caseNo,
      caseNo,
      orgId,
      actorId,
      causationId,
      cause,
      data: { because },
    });
  }
}
