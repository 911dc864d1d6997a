import { Injectable } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent, Outbox } from '@huiying/events';
import { Concentration } from './concentration.js';
import { DefectBook } from './defect-book.js';

/** The decision said that a kind of defect concentrates: its analysis is asked for, and the others hear of it (R10.4). */
@Injectable()
export class ConcentratedDefectsConsumer {
  constructor(
    private readonly defects: DefectBook,
    private readonly concentration: Concentration,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent('task.created', { group: 'warranty_routing.concentrated-defects', wants: isAnalysis })
  async analysisAsked(event: CloudEvent<'task.created'>, { manager }: EventContext): Promise<void> {
    const defect = await this.defects.find(manager, event.data.subjectNo);
    if (!defect?.projectId || !defect.defectType) return;
    await this.outbox.event(manager, {
      type: 'defect.concentrated',
      subject: defect.defectNo,
      ...(defect.caseNo ? { caseNo: defect.caseNo } : {}),
      orgId: defect.orgId,
      actorId: 'system',
      cause: { consumer: 'task.created' },
      causationId: event.id,
      data: {
        projectId: defect.projectId,
        defectType: defect.defectType,
        count: defect.counted ?? 0,
        windowDays: this.concentration.windowDays(),
      },
    });
  }
}

function isAnalysis({ data: { process, element } }: CloudEvent<'task.created'>): boolean {
  return process === 'delivery-defect' && element === 'analyse';
}
