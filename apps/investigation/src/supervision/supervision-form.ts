import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload, TaskOutcome } from '@huiying/contracts';
import { type FormContext, RecordedForm } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { SupervisionBook } from './supervision-book.js';
import { SupervisionScreens } from './supervision-screens.js';
import './supervision.problems.js';

/** A form of a supervision file. */
@Injectable()
export abstract class SupervisionForm extends RecordedForm {
  @Inject(SupervisionBook) protected readonly files: SupervisionBook;
  @Inject(SupervisionScreens) protected readonly screens: SupervisionScreens;
  @Inject(DataSource) protected readonly database: DataSource;

  /** An event of a sealed file: neither who filled the form in nor the case is named (events.md, class restricted). */
  protected tellSealed<T extends 'supervision.opened' | 'supervision.concluded'>(
    outcome: TaskOutcome,
    context: FormContext,
    { type, orgId, data }: { type: T; orgId: string; data: EventPayload<T> & { supervisionNo: string } },
  ): Promise<void> {
    const unnamed = { ...outcome, completedBy: 'system' };
    return this.tell(unnamed, context, { type, subject: data.supervisionNo, orgId, data });
  }
}
