import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload, TaskOutcome } from '@huiying/contracts';
import { type CheckedForm, type FormAnswers, type FormContext, type FormSubject, RecordedForm } from '@huiying/forms';
import { Problem } from '@huiying/platform';
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

  override async start(subject: FormSubject): Promise<Record<string, unknown>> {
    await this.keepOut(subject);
    return super.start(subject);
  }

  override async check(answers: FormAnswers, subject: FormSubject): Promise<CheckedForm> {
    await this.keepOut(subject);
    return super.check(answers, subject);
  }

  /** 回避: whoever the file is about neither reads nor decides it, whatever post they hold (processes.md §1). */
  private async keepOut({ subjectNo, actorId }: FormSubject): Promise<void> {
    const file = await this.files.find(this.database.manager, subjectNo);
    if (file?.personId === actorId) throw new Problem('person-conflicted', 'forbidden');
  }

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
