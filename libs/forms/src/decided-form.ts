import { Inject, Injectable } from '@nestjs/common';
import type { EventCause, EventPayload, EventType, TaskOutcome } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import type { EntityManager } from 'typeorm';
import { Answers } from './answers.js';
import type { CheckedForm, FormAnswers, FormSubject, OwnedForm } from './owned-form.js';

/** Transaction and cause of what a completed form leaves behind. */
export interface FormContext {
  manager: EntityManager;
  causationId: string;
}

/** What an event of a completed form speaks of. */
export interface Told<T extends EventType> {
  type: T;
  /** Number of the thing spoken of: case, measure, penalty, exposure … */
  subject: string;
  caseNo?: string | undefined;
  orgId: string;
  data: EventPayload<T>;
}

/**
 * A form says in `decide` what is refused and which variables the process gets, and in `prefill` what it opens with. One whose answers go
 * into tables of its own says in `completed` which; answers that are kept as they were given belong to a `RecordedForm`.
 */
@Injectable()
export abstract class DecidedForm implements OwnedForm {
  /** Every form has it, none passes it on: injected here, not through fifty constructors. */
  @Inject(Outbox) private readonly outbox: Outbox;

  async start(subject: FormSubject): Promise<Record<string, unknown>> {
    return this.prefill(subject);
  }

  async check(answers: FormAnswers, subject: FormSubject): Promise<CheckedForm> {
    const read = new Answers(answers);
    const variables = await this.decide(read, subject);
    return read.errors.length > 0 ? { errors: read.errors } : { variables };
  }

  /** Fields that the form opens with: read-only ones, and those that a person may still change. */
  protected prefill(_subject: FormSubject): Promise<Record<string, unknown>> {
    return Promise.resolve({});
  }

  /** Refuses on `answers`, and answers the variables that the form's contract names. The same answers give the same variables. */
  protected abstract decide(
    answers: Answers,
    subject: FormSubject,
  ): Promise<Record<string, unknown>> | Record<string, unknown>;

  /** Emits an event of a completed form, in the form's transaction. */
  protected async tell<T extends EventType>(
    outcome: TaskOutcome,
    { manager, causationId }: FormContext,
    told: Told<T>,
  ): Promise<void> {
    const cause = { form: outcome.formId } as unknown as EventCause<T>;
    await this.outbox.event(manager, { ...told, cause, actorId: outcome.completedBy, causationId });
  }
}
