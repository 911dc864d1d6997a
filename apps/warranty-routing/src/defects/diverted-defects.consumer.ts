import { Injectable } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { CaseFacts } from '@huiying/service';
import { DefectBook } from './defect-book.js';
import { DefectStart } from './defect-start.js';

/** A complaint under construction or within 50 days of the hand-over is a defect, no complaint: it goes on under its own number (R10.4). */
@Injectable()
export class DivertedDefectsConsumer {
  constructor(
    private readonly facts: CaseFacts,
    private readonly defects: DefectBook,
    private readonly start: DefectStart,
  ) {}

  @OnEvent('case.diverted', { group: 'warranty_routing.diverted-defects' })
  async diverted(event: CloudEvent<'case.diverted'>, { manager }: EventContext): Promise<void> {
    const { caseNo, target } = event.data;
    if (target !== 'delivery-defect' || (await this.defects.ofCase(manager, caseNo))) return;
    const { orgId, orgType, project, building, receivedOn } = await this.facts.now(caseNo);
    await this.start.register(manager, {
      orgId,
      orgType,
      caseNo,
      project,
      building,
      component: null,
      defectType: null,
      description: null,
      registeredOn: receivedOn,
      registeredBy: 'system',
    });
  }
}
