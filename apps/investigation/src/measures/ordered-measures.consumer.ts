import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { CaseFacts } from '@huiying/service';
import { MeasureBook } from './measure-book.js';

/** R13.3: a repair request or an invalid complaint becomes a measure without a handling. */
@Controller()
export class OrderedMeasuresConsumer {
  constructor(
    private readonly facts: CaseFacts,
    private readonly measures: MeasureBook,
  ) {}

  @OnEvent('case.diverted', { group: 'investigation.ordered-measures' })
  async diverted(event: CloudEvent<'case.diverted'>, { manager }: EventContext): Promise<void> {
    const { caseNo, target, targetNo, plannedOn, admission } = event.data;
    if (target !== 'measure-follow-up' || !targetNo || !plannedOn) return;
    const now = await this.facts.now(caseNo);
    const repair = admission === 'divert';
    await this.measures.order(manager, targetNo, caseNo, {
      type: repair ? 'repair-service' : 'other',
      description: repair ? '维修服务' : '通知处理',
      group: repair ? 'service-centre-engineering' : (now.respondentGroup[0] ?? 'respondent-unit'),
      plannedOn,
      amountFen: null,
    });
  }
}
