import type { InternalRegistrationForm } from '@huiying/contracts';
import type { FieldError } from '@huiying/platform';

/** 来电、来函、来访: what the form of a property company is filled in for (R13.10). */
const FORM_CHANNELS = ['phone', 'hotline', 'letter', 'visit'];
/** 工程部: they repair and have no registration form; whoever holds another post besides has it (R13.10). */
const WITHOUT_FORM = ['service-centre-engineering', 'engineering', 'maintenance-crew'];
const LONGEST = 500;

type Fields = InternalRegistrationForm['fields'];
export type ExtraAnswers = Readonly<Record<string, unknown>>;

/** May somebody with these roles register at an organisation of this type? Pure. */
export function mayRegister(roles: readonly string[], orgType: string): boolean {
  return orgType !== 'property-company' || roles.length === 0 || roles.some((role) => !WITHOUT_FORM.includes(role));
}

/** What is refused of the organisation's own fields: unknown ones, texts that are none, and what is missing on paper forms. Pure. */
export function refuseExtra(fields: Fields, answers: ExtraAnswers, channel: string): FieldError[] {
  const unknown = Object.keys(answers).filter((key) => !fields.some((field) => field.key === key));
  const errors: FieldError[] = unknown.map((key) => ({ field: `extra.${key}`, code: 'unknown-field' }));
  for (const { key, required } of fields) {
    const value = answers[key];
    const blank = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
    if (blank) {
      if (required && FORM_CHANNELS.includes(channel)) errors.push({ field: `extra.${key}`, code: 'required' });
    } else if (typeof value !== 'string') errors.push({ field: `extra.${key}`, code: 'wrong-type' });
    else if ([...value].length > LONGEST) {
      errors.push({ field: `extra.${key}`, code: 'too-long', params: { max: LONGEST } });
    }
  }
  return errors;
}

/** The answers that count, with the words of their fields. Pure. */
export function extraOf(fields: Fields, answers: ExtraAnswers): { key: string; label: string; value: string }[] {
  return fields.flatMap(({ key, label }) => {
    const value = answers[key];
    return typeof value === 'string' && value.trim() !== '' ? [{ key, label, value: value.trim() }] : [];
  });
}
