import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { ifFound, Logger, ServiceClient } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { FormRegistry } from './form-registry.js';

/** What an owner needs of the event `task.completed`. */
interface CompletedTaskEvent {
  id: string;
  data: { taskId: string; process: string; element: string };
}

/**
 * Hands a completed form to its owner. A service's consumer of `task.completed` calls it with its own transaction, so that keeping
 * the answers, their events and the inbox row are one.
 */
@Injectable()
export class CompletedForms {
  constructor(
    private readonly forms: FormRegistry,
    private readonly services: ServiceClient,
    private readonly log: Logger,
  ) {}

  /**
   * A task that was completed without its form, by another client of the engine, is passed over and named in the log; jobs behind it that
   * go by its answers fail, which raises an incident.
   * @param owns is the form one of the calling service? (in one process the registry knows those of all) */
  async deliver(event: CompletedTaskEvent, manager: EntityManager, owns: (formId: string) => boolean): Promise<void> {
    const formId = `${event.data.process}--${event.data.element}`;
    if (!owns(formId)) return;
    const owner = this.forms.find(formId);
    if (!owner?.completed) return;
    const { taskId } = event.data;
    const outcome = await ifFound(this.services.get<TaskOutcome>('tasklist', `/internal/outcomes/${taskId}`));
    if (!outcome) {
      // Another client of the engine completed the task: nobody filled the form in, and what comes behind must not wait for it.
      this.log.error('form.not-filled-in', { taskId, formId });
      return;
    }
    await owner.completed(outcome, { manager, causationId: event.id });
  }
}
