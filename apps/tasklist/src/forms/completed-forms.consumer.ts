import { Injectable } from '@nestjs/common';
import { FormContracts, type FormId } from '@huiying/contracts';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { CompletedForms } from '@huiying/forms';

/** Forms of the tasklist itself (延期审批, 超期督办): keeps what was said when their task is completed. */
@Injectable()
export class CompletedFormsConsumer {
  constructor(private readonly forms: CompletedForms) {}

  @OnEvent('task.completed', { group: 'tasklist.forms' })
  async onCompleted(event: CloudEvent<'task.completed'>, { manager }: EventContext): Promise<void> {
    await this.forms.deliver(event, manager, isOurs);
  }
}

function isOurs(formId: string): boolean {
  return formId in FormContracts && FormContracts[formId as FormId].service === 'tasklist';
}
