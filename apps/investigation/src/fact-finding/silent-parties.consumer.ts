import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { Handlings } from '../records/handlings.js';

const PARTY: Readonly<Record<string, 'complainant' | 'respondent'>> = {
  'hear-complainant': 'complainant',
  'hear-respondent': 'respondent',
};

/** R04.7: a hearing whose time ran out makes its party a silent one, also when its form was checked in the last second. */
@Controller()
export class SilentPartiesConsumer {
  constructor(private readonly handlings: Handlings) {}

  @OnEvent('task.withdrawn', { group: 'investigation.silent-parties', sealed: true })
  async withdrawn(event: CloudEvent<'task.withdrawn'>, { manager }: EventContext): Promise<void> {
    const { process, element, subjectNo } = event.data;
    // A file of the supervision office has no case: its handling stands under its own number.
    const caseNo = event.data.caseNo ?? subjectNo;
    const party = process === 'investigation' ? PARTY[element] : undefined;
    if (party) await this.handlings.silence(manager, caseNo, party, true);
  }
}
