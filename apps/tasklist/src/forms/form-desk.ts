import { Injectable } from '@nestjs/common';
import { FormContracts, type FormId, type NamedAnswers } from '@huiying/contracts';
import { defineProblems, Problem, ServiceClient } from '@huiying/platform';
import { PublishedModels } from '@huiying/zeebe';
import { HAND_OVER_FORM, HAND_OVER_SCHEMA } from '../handover/hand-over-form.js';
import { AnswerNames } from './answer-names.js';
import type { FormSchema } from './form-schema.js';
import { formCondition } from './form-conditions.js';
import { validateForm } from './form-validator.js';

defineProblems({
  'form-missing': { zh: '表单尚未发布', en: 'The form is not published' },
});

/** The task that a form belongs to, as far as the form is concerned. */
export interface FormTask {
  id: string;
  subjectNo: string;
  formId: string | null;
  candidateGroups: string[];
}

export interface Checked {
  answers: Record<string, unknown>;
  /** What the process gets. */
  variables: Record<string, unknown>;
  named: NamedAnswers;
}

/** Forms between the browser, the published schema and the service that owns the form (architecture.md §5). */
@Injectable()
export class FormDesk {
  constructor(
    private readonly models: PublishedModels,
    private readonly services: ServiceClient,
    private readonly names: AnswerNames,
  ) {}

  /** The form-js schema in force; null for a task without a form. */
  schema(task: FormTask): FormSchema | null {
    if (task.formId === null) return null;
    if (task.formId === HAND_OVER_FORM) return HAND_OVER_SCHEMA;
    return (this.models.form(task.formId) as FormSchema | undefined) ?? null;
  }

  /** What the form starts with, from its owner. */
  async start(task: FormTask, actorId: string): Promise<Record<string, unknown>> {
    const service = ownerOf(task.formId);
    if (!service || task.formId === null) return {};
    const query = new URLSearchParams({ subjectNo: task.subjectNo, taskId: task.id, actorId, ...groupOf(task) });
    return this.services.get(service, `/internal/forms/${encodeURIComponent(task.formId)}?${query.toString()}`);
  }

  /**
   * Holds answers against the schema, then asks the owner. All fields that the schema refuses are named at once.
   * @throws Problem invalid-fields (400 for fields that the form does not have, else 422), or what the owner answers
   */
  async check(task: FormTask, data: Record<string, unknown>, actorId: string): Promise<Checked> {
    const answers = this.validated(task, data);
    const service = ownerOf(task.formId);
    if (!service || task.formId === null) return { answers, variables: {}, named: {} };
    // Before the owner checks: what it offers may depend on what it keeps of a check.
    const named = await this.names.of(this.schema(task) ?? {}, answers, () => this.start(task, actorId));
    const { variables } = await this.services.post<{ variables: Record<string, unknown> }>(
      service,
      `/internal/forms/${encodeURIComponent(task.formId)}/check`,
      { subjectNo: task.subjectNo, taskId: task.id, actorId, ...groupOf(task), data: answers },
    );
    return { answers, variables, named };
  }

  /** Answers against the published schema alone. @throws as `check` */
  validated(task: FormTask, data: Record<string, unknown>): Record<string, unknown> {
    if (task.formId === null) return {};
    const schema = this.schema(task);
    if (!schema) throw new Problem('form-missing', 'unavailable');
    const { answers, errors, unknown } = validateForm(schema, data, formCondition);
    if (unknown.length > 0) {
      const fields = unknown.map((field) => ({ field, code: 'unknown-field' }));
      throw new Problem('invalid-fields', 'malformed', { errors: fields });
    }
    if (errors.length > 0) throw new Problem('invalid-fields', 'rejected', { errors });
    return answers;
  }
}

/** One department's task among those of others is known by its group (R04.10). */
function groupOf({ candidateGroups: [group] }: FormTask): { group?: string } {
  return group ? { group } : {};
}

function ownerOf(formId: string | null): string | undefined {
  return formId !== null && formId in FormContracts ? FormContracts[formId as FormId].service : undefined;
}
