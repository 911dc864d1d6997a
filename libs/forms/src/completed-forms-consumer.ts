import { Injectable, type Type } from '@nestjs/common';
import { FormContracts, type FormId, type ServiceName } from '@huiying/contracts';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { CompletedForms } from './completed-forms.js';

/** A consumer that hears of completed tasks whose forms a service owns. */
export interface CompletedFormsConsumer {
  completed(event: CloudEvent<'task.completed'>, context: EventContext): Promise<void>;
}

/** Services whose forms a file of the supervision office goes through (R09.2): its own, and the superior's of a missed limit (R03.8). */
const SEALED_WORK: ReadonlySet<ServiceName> = new Set(['investigation', 'tasklist']);

/** The consumer of one service: answers are kept and their events emitted in one transaction of that service. */
export function completedFormsConsumer(service: ServiceName): Type<CompletedFormsConsumer> {
  const owns = (formId: string) =>
    Object.hasOwn(FormContracts, formId) && FormContracts[formId as FormId].service === service;

  @Injectable()
  class ServiceFormsConsumer implements CompletedFormsConsumer {
    constructor(private readonly forms: CompletedForms) {}

    @OnEvent('task.completed', {
      group: `${service.replaceAll('-', '_')}.forms`,
      ...(SEALED_WORK.has(service) && { sealed: true }),
      wants: ({ data: { process, element } }) => owns(`${process}--${element}`),
    })
    completed(event: CloudEvent<'task.completed'>, { manager }: EventContext): Promise<void> {
      return this.forms.deliver(event, manager, owns);
    }
  }
  return ServiceFormsConsumer;
}
