import type { Answers } from '@huiying/forms';
import { defineProblems } from '@huiying/platform';
import type { RegistrationField } from '../rulebook/rulebook.js';

defineProblems({
  'registration-fields': {
    zh: '登记栏目最多 20 个，名称各不相同，每个不超过 40 字',
    en: 'At most 20 fields, each with its own name of up to 40 characters',
  },
});

const MOST_FIELDS = 20;
const LONGEST_LABEL = 40;

/** The fields that a revised registration form has besides its own (R13.10); refused on `answers` where they do not fit. */
export function readFields(answers: Answers): RegistrationField[] {
  const fields = registrationFieldsOf(answers.raw('fields'));
  const labels = new Set(fields.map(({ label }) => label));
  const faulty = fields.some(({ label }) => label === '' || label.length > LONGEST_LABEL);
  if (faulty || labels.size < fields.length || fields.length > MOST_FIELDS)
    answers.refuse('fields', 'registration-fields');
  return fields;
}

/** Their keys follow from their order. */
export function registrationFieldsOf(value: unknown): RegistrationField[] {
  const lines = Array.isArray(value) ? (value as unknown[]) : [];
  return lines
    .filter((line): line is Record<string, unknown> => typeof line === 'object' && line !== null)
    .map(({ label, required }, index) => ({
      key: `extra${index + 1}`,
      label: typeof label === 'string' ? label.trim() : '',
      required: required === true || required === 'true',
    }));
}
