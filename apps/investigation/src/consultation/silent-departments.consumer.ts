import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { Consultations } from './consultations.js';

/** R04.10: an opinion whose task ended before it was completed was not given. */
@Controller()
export class SilentDepartmentsConsumer {
  constructor(private readonly consultations: Consultations) {}

  @OnEvent('task.withdrawn', { group: 'investigation.silent-departments' })
  async withdrawn(event: CloudEvent<'task.withdrawn'>, { manager }: EventContext): Promise<void> {
    const { process, element, taskId } = event.data;
    if (process === 'joint-consultation' && element === 'give-opinion')
      await this.consultations.withdrawn(manager, taskId);
  }
}
