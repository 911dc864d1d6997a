import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { Rulebook } from './rulebook.js';

/** R06.6: a case shows the version of the rules that applied when it was accepted. */
@Controller()
export class AcceptedCasesConsumer {
  constructor(private readonly rulebook: Rulebook) {}

  @OnEvent('case.accepted', { group: 'studio.accepted-cases' })
  async accepted({ data }: CloudEvent<'case.accepted'>, { manager }: EventContext): Promise<void> {
    await this.rulebook.accepted(manager, data.caseNo, data.orgId, new Date(data.at));
  }
}
