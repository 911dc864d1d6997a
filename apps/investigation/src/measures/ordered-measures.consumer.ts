import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { CaseFacts } from '@huiying/service';
import { MeasureBook } from './measure-book.js';

/** Days from receipt within which an ordered repair or notice is planned: parameter `repairOrderDays` (ours). */
const REPAIR_ORDER_DAYS = 3;

/** R13.3: a repair request or an invalid complaint becomes a measure without a handling. */
@Controller()
export class OrderedMeasuresConsumer {
  constructor(
    private readonly facts: CaseFacts,
    private readonly measures: MeasureBook,
    private readonly clock: Clock,
  ) {}

  @OnEvent('case.diverted', { group: 'investigation.ordered-measures' })
  async diverted(event: CloudEvent<'case.diverted'>, { manager }: EventContext): Promise<void> {
    const { caseNo, target, targetNo, admission } = event.data;
    if (target !== 'measure-follow-up' || !targetNo) return;
    const now = await this.facts.now(caseNo);
    const received = new Date(now.receivedAt);
    const plannedOn = dayOf(new Date(received.getTime() + REPAIR_ORDER_DAYS * 86_400_000));
    const repair = admission === 'divert';
    await this.measures.order(manager, targetNo, caseNo, {
      type: repair ? 'repair-service' : 'other',
      description: repair ? '维修服务' : '通知处理',
      group: repair ? 'service-centre-engineering' : (now.respondentGroup[0] ?? 'respondent-unit'),
      plannedOn: plannedOn < dayOf(this.clock.now()) ? dayOf(this.clock.now()) : plannedOn,
      amountFen: null,
    });
  }
}
