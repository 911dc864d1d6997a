import { Controller } from '@nestjs/common';
import { FormContracts, type FormId } from '@huiying/contracts';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { CompletedForms } from '@huiying/forms';

/** Completed tasks whose forms this service owns: their answers are kept and their events emitted in one transaction. */
@Controller()
export class CompletedFormsConsumer {
  constructor(private readonly forms: CompletedForms) {}

  @OnEvent('task.completed', { group: 'investigation.forms' })
  completed(event: CloudEvent<'task.completed'>, { manager }: EventContext): Promise<void> {
    return this.forms.deliver(event, manager, isOurs);
  }
}

function isOurs(formId: string): boolean {
  return Object.hasOwn(FormContracts, formId) && FormContracts[formId as FormId].service === 'investigation';
}
