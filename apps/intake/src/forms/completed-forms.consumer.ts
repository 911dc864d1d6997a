import { Injectable } from '@nestjs/common';
import { FormContracts } from '@huiying/contracts';
import { OnEvent, type CloudEvent, type EventContext } from '@huiying/events';
import { CompletedForms } from '@huiying/forms';

const OWNED = Object.entries(FormContracts)
  .filter(([, contract]) => contract.service === 'intake')
  .map(([formId]) => formId);

/** Hands completed forms of intake to their owners. */
@Injectable()
export class CompletedFormsConsumer {
  constructor(private readonly forms: CompletedForms) {}

  @OnEvent('task.completed', { group: 'intake.forms' })
  completed(event: CloudEvent<'task.completed'>, { manager }: EventContext): Promise<void> {
    return this.forms.deliver(event, manager, (formId) => OWNED.includes(formId));
  }
}
