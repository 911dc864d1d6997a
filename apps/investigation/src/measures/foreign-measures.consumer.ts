import { Controller } from '@nestjs/common';
import { FormContracts, type FormId } from '@huiying/contracts';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { MeasureBook } from './measure-book.js';

/**
 * Measures of a form that another service owns are in force with the task that names them. Those of this service's own forms wait for
 * what adopts them: a decision, an agreement, an approval.
 */
@Controller()
export class ForeignMeasuresConsumer {
  constructor(private readonly measures: MeasureBook) {}

  @OnEvent('task.completed', { group: 'investigation.foreign-measures' })
  async completed(event: CloudEvent<'task.completed'>, { manager }: EventContext): Promise<void> {
    const { process, element, taskId } = event.data;
    const formId = `${process}--${element}`;
    if (!Object.hasOwn(FormContracts, formId)) return;
    if (FormContracts[formId as FormId].service === 'investigation') return;
    await this.measures.putTaskInForce(manager, taskId);
  }
}
