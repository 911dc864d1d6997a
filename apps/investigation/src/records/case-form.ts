import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload, EventType, InternalCase, TaskOutcome } from '@huiying/contracts';
import { type EventDraft, type Outbox, outboxToken } from '@huiying/events';
import type { CheckedForm, FormAnswers, FormSubject, OwnedForm } from '@huiying/forms';
import type { EntityManager } from 'typeorm';
import { INVESTIGATION } from '../schema.js';
import { Screens } from '../screens/screens.js';
import { Answers } from './answers.js';
import { CaseFacts, caseNoOf } from './case-facts.js';
import { FormRecords } from './form-records.js';
import './investigation.problems.js';

/** Transaction and cause of what a completed form leaves behind. */
export interface FormContext {
  manager: EntityManager;
  causationId: string;
}

/** Figures of the case as they are when a form is checked, for the gateway or decision behind it. */
export function figuresOf(now: InternalCase): { severity: string | null; amountYuan: number | null } {
  return { severity: now.severity, amountYuan: now.amountYuan };
}

/**
 * A form about a case: opens with what its read-only fields tell and `prefill` proposes, is kept when its task completes, and says in
 * `decide` what the process gets.
 */
@Injectable()
export abstract class CaseForm implements OwnedForm {
  /** Every form has these, none passes them on: injected here, not through twenty constructors. */
  @Inject(FormRecords) protected readonly records: FormRecords;
  @Inject(CaseFacts) protected readonly facts: CaseFacts;
  @Inject(Screens) protected readonly screens: Screens;
  @Inject(outboxToken(INVESTIGATION)) private readonly outbox: Outbox;

  async start(subject: FormSubject): Promise<Record<string, unknown>> {
    return { ...(await this.screens.of(subject)), ...(await this.prefill(subject)) };
  }

  async check(answers: FormAnswers, subject: FormSubject): Promise<CheckedForm> {
    const read = new Answers(answers);
    const variables = await this.decide(read, subject);
    return read.errors.length > 0 ? { errors: read.errors } : { variables };
  }

  async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await this.records.keep(context.manager, outcome);
  }

  /** Emits one event for each of `data` about the case of a completed form (`subject`: what else it speaks of), in the form's transaction. */
  protected async tell<T extends EventType>(
    outcome: TaskOutcome,
    { manager, causationId }: FormContext,
    { type, cause, subject }: Pick<EventDraft<T>, 'type' | 'cause'> & { subject?: string },
    ...data: EventPayload<T>[]
  ): Promise<void> {
    const caseNo = outcome.caseNo ?? caseNoOf(outcome.subjectNo);
    const { orgId } = await this.facts.now(caseNo);
    const common = {
      type,
      cause,
      subject: subject ?? caseNo,
      caseNo,
      orgId,
      actorId: outcome.completedBy,
      causationId,
    };
    for (const one of data) await this.outbox.event(manager, { ...common, data: one });
  }

  /** Fields that a person may still change. */
  protected prefill(_subject: FormSubject): Promise<Record<string, unknown>> {
    return Promise.resolve({});
  }

  /** Refuses on `answers`, and answers the variables that the form's contract names. */
  protected abstract decide(
    answers: Answers,
    subject: FormSubject,
  ): Promise<Record<string, unknown>> | Record<string, unknown>;

  protected caseOf(subject: FormSubject): Promise<InternalCase> {
    return this.facts.now(caseNoOf(subject.subjectNo));
  }
}
