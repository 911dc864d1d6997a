import { Injectable } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { HandOver } from './hand-over.service.js';

@Injectable()
export class HandOverConsumer {
  constructor(private readonly handOver: HandOver) {}

  @OnEvent('case.diverted', { group: 'tasklist.handover' })
  async onDiverted({ data }: CloudEvent<'case.diverted'>, { manager }: EventContext): Promise<void> {
    if (data.target) await this.handOver.register(manager, data.caseNo, data.orgId, data.target);
  }
}
