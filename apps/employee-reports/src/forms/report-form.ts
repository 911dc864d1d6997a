import type { FormId } from '@huiying/contracts';
import { Answers } from '@huiying/forms';
import { type FieldError, Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { Report } from '../record/report.js';

/** The task that shows a form, in the transaction of the request. */
export interface FormTask {
  manager: EntityManager;
  report: Report;
  /** Who fills it in. */
  personId: string;
}

/**
 * A form of this service. Not one of libs/forms: those answer to every service that asks and are told through events, and nothing of a
 * report may (access.md §5).
 */
export abstract class ReportForm {
  abstract readonly formId: Extract<FormId, `employee-report--${string}`>;

  /** Fields that the form opens with, read-only ones included. */
  prefill(_task: FormTask): Promise<Record<string, unknown>> {
    return Promise.resolve({});
  }

  /** Refuses on `answers`, and answers the variables that the form's contract names; what else follows is done here, once. */
  abstract decide(answers: Answers, task: FormTask): Promise<Record<string, unknown>> | Record<string, unknown>;

  /** @throws Problem form-refused (422) with every field, before anything is changed for good */
  async complete(data: Record<string, unknown>, task: FormTask): Promise<Record<string, unknown>> {
    const answers = new Answers(data);
    const variables = await this.decide(answers, task);
    if (answers.errors.length > 0) throw refused(answers.errors);
    return variables;
  }
}

function refused(errors: FieldError[]): Problem {
  return new Problem('form-refused', 'rejected', { errors });
}
