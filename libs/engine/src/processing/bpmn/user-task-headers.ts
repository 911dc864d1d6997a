import type { JsonValue } from '../../feel/feel.js';
import type { Template, UserTaskModel } from '../../model/process-model.js';
import { parseDate } from '../../model/timer-values.js';
import type { Key } from '../../record/key.js';
import { Failure } from '../failure.js';
import type { Processing } from '../processing.js';
import { evaluateTemplate, evaluateText, isList, unexpected } from './expressions.js';

const PREFIX = 'io.camunda.zeebe:';

type Reader = (template: Template, value: JsonValue) => string | undefined | Failure;

/** Form, assignment and dates of a user task as headers of its job. What evaluates to null or nothing is left out. */
export function userTaskHeaders(
  p: Processing,
  task: UserTaskModel,
  scopeKey: Key,
): Readonly<Record<string, string>> | Failure {
  const wanted: readonly (readonly [name: string, template: Template | undefined, read: Reader])[] = [
    ['assignee', task.assignee, text],
    ['candidateGroups', task.candidateGroups, list],
    ['candidateUsers', task.candidateUsers, list],
    ['dueDate', task.dueDate, date],
    ['followUpDate', task.followUpDate, date],
    ['formKey', task.formKey, text],
  ];
  const headers: Record<string, string> = {};
  for (const [name, template, read] of wanted) {
    if (!template) continue;
    const value = evaluateTemplate(p, template, scopeKey);
    if (value instanceof Failure) return value;
    const header = value === null || value === '' ? undefined : read(template, value);
    if (header instanceof Failure) return header;
    if (header !== undefined) headers[PREFIX + name] = header;
  }
  if (!task.formId) return headers;
  const formId = evaluateText(p, task.formId, scopeKey);
  if (formId instanceof Failure) return formId;
  const form = p.state.forms.latest(formId);
  if (!form)
    return new Failure(
      'FORM_NOT_FOUND',
      `Expected to find a form with id '${formId}', but no form with this id is found`,
    );
  headers[`${PREFIX}formKey`] = String(form.key);
  return headers;
}

const text: Reader = (template, value) => (typeof value === 'string' ? value : unexpected(template, 'STRING', value));

/** Static: names separated by commas. An expression has to give a list, a single text is none. */
const list: Reader = (template, value) => {
  if (template.kind === 'static')
    return JSON.stringify(
      template.text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    );
  if (isList(value) && value.every((name) => typeof name === 'string')) return JSON.stringify(value);
  return unexpected(template, 'ARRAY', value);
};

const date: Reader = (template, value) =>
  typeof value === 'string' && parseDate(value) !== undefined ? value : unexpected(template, 'DATE_TIME', value);
