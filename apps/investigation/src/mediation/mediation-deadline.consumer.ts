import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { MediationFailures } from './mediation-failures.js';

/** The time of a mediation ran out (R06.7): its model goes on by itself, this tells the others. */
@Controller()
export class MediationDeadlineConsumer {
  constructor(private readonly failures: MediationFailures) {}

  @OnEvent('deadline.missed', { group: 'investigation.mediation' })
  async missed(event: CloudEvent<'deadline.missed'>, { manager }: EventContext): Promise<void> {
    const { limitId, caseNo, subjectNo } = event.data;
    if (limitId !== 'R06.7') return;
    const cause = { consumer: 'deadline.missed' } as const;
    await this.failures.emit(manager, {
      subjectNo: caseNo ?? subjectNo,
      because: 'timed-out',
      cause,
      actorId: 'clock',
      causationId: event.id,
    });
  }
}
