import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, Problem } from '../problem/problem.js';

/** Constraint of class-validator → code of ours. What is not listed is a value that cannot be what it should be: malformed. */
const RULES: Record<string, string> = {
  isNotEmpty: 'required',
  isDefined: 'required',
  arrayNotEmpty: 'required',
  minLength: 'too-short',
  maxLength: 'too-long',
  min: 'too-small',
  max: 'too-big',
  arrayMinSize: 'too-few-items',
  arrayMaxSize: 'too-many-items',
  matches: 'not-accepted-format',
  isEmail: 'not-accepted-format',
  equals: 'required',
};

const MALFORMED: Record<string, string> = {
  whitelistValidation: 'unknown-field',
  isIn: 'not-allowed-value',
  isEnum: 'not-allowed-value',
};

/**
 * Body and query of every route: unknown or malformed fields are 400, missing or refused ones 422 (architecture.md §7). Values are never
 * repeated in the answer.
 */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: true },
    exceptionFactory: problemOf,
  });
}

interface Found extends FieldError {
  malformed: boolean;
}

function problemOf(errors: ValidationError[]): Problem {
  const found = errors.flatMap((error) => flatten(error, ''));
  const malformed = found.some((error) => error.malformed);
  const fields = found.map(({ malformed: _kind, ...field }) => field);
  return new Problem('invalid-fields', malformed ? 'malformed' : 'rejected', { errors: fields });
}

function flatten(error: ValidationError, prefix: string): Found[] {
  const field = prefix + error.property;
  const own = constraintOf(error, field);
  return [...(own ? [own] : []), ...(error.children ?? []).flatMap((child) => flatten(child, `${field}.`))];
}

function constraintOf(error: ValidationError, field: string): Found | undefined {
  const entries = Object.entries(error.constraints ?? {});
  if (entries.length === 0) return undefined;
  const names = entries.map(([name]) => name);
  if (names.includes('whitelistValidation')) return { field, code: 'unknown-field', malformed: true };
  // class-validator reports every constraint of a missing value; that it is missing is the only useful one.
  const missing = error.value === undefined || error.value === null || names.some((name) => RULES[name] === 'required');
  if (missing) return { field, code: 'required', malformed: false };
  const wrong = names.find((name) => !(name in RULES) && name !== 'isLength');
  if (wrong) return { field, code: MALFORMED[wrong] ?? 'wrong-type', malformed: true };
  const [name = '', message = ''] = entries[0] ?? [];
  return { field, malformed: false, ...refusal(name, message) };
}

/** Limits stand in class-validator's own message, which has no other way out. */
function refusal(name: string, message: string): Pick<FieldError, 'code' | 'params'> {
  const figure = Number(/-?\d+(?:\.\d+)?/.exec(message)?.[0]);
  const code =
    name === 'isLength' ? (message.includes('shorter') ? 'too-long' : 'too-short') : (RULES[name] ?? 'wrong-type');
  if (!Number.isFinite(figure)) return { code };
  const isLower = code === 'too-short' || code === 'too-small' || code === 'too-few-items';
  return { code, params: isLower ? { min: figure } : { max: figure } };
}
