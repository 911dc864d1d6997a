import { Inject, Injectable } from '@nestjs/common';
import type { InternalCase, TaskOutcome } from '@huiying/contracts';
import type { CheckedForm, FormAnswers, FormSubject, OwnedForm } from '@huiying/forms';
import type { EntityManager } from 'typeorm';
import { Screens } from '../screens/screens.js';
import { Answers } from './answers.js';
import { CaseFacts, caseNoOf } from './case-facts.js';
import { FormRecords } from './form-records.js';
import './investigation.problems.js';

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
  /** Every form has it, none passes it on: injected here, not through twenty constructors. */
  @Inject(Screens) protected readonly screens: Screens;

  constructor(
    protected readonly records: FormRecords,
    protected readonly facts: CaseFacts,
  ) {}

  async start(subject: FormSubject): Promise<Record<string, unknown>> {
    return { ...(await this.screens.of(subject)), ...(await this.prefill(subject)) };
  }

  async check(answers: FormAnswers, subject: FormSubject): Promise<CheckedForm> {
    const read = new Answers(answers);
    const variables = await this.decide(read, subject);
    return read.errors.length > 0 ? { errors: read.errors } : { variables };
  }

  async completed(outcome: TaskOutcome, context: { manager: EntityManager; causationId: string }): Promise<void> {
    await this.records.keep(context.manager, outcome);
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
