import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import type { FieldError } from '@huiying/platform';
import type { EntityManager } from 'typeorm';

/** Whose form it is: the subject of the process (a case, a measure, a request) and the task that shows the form. */
export interface FormSubject {
  formId: string;
  subjectNo: string;
  taskId: string;
  /** Staff id of who fills it in. */
  actorId: string;
  /** First candidate group of the task: for whom the person fills it in. */
  group?: string;
}

export type FormAnswers = Readonly<Record<string, unknown>>;

/** What the process gets (codes, ids, numbers, flags, dates; never text or personal data), or the fields that are refused. */
export type CheckedForm = { variables: Record<string, unknown> } | { errors: FieldError[] };

/** What a form means to the service that owns it (architecture §5). The tasklist has validated the schema before. */
export interface OwnedForm {
  /** The fields that are filled when the form opens. */
  start(subject: FormSubject): Promise<Record<string, unknown>>;
  /** Called before the task completes, perhaps several times for one task: the same answers give the same variables. */
  check(answers: FormAnswers, subject: FormSubject): Promise<CheckedForm>;
  /** Called once after the task completed, in a transaction of the owner: keeps what was said and emits its events. */
  completed?(outcome: TaskOutcome, context: { manager: EntityManager; causationId: string }): Promise<void>;
}

export const FORM_ID = Symbol('FORM_ID');

/** Marks the class that owns one form, `<process>--<element>`. List it among the providers of its feature's module. */
export function FormOwner(formId: string): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(FORM_ID, formId));
}
