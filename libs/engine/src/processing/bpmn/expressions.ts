import type { Expression, JsonValue, VariableScope } from '../../feel/feel.js';
import type { Template } from '../../model/process-model.js';
import type { Key } from '../../record/key.js';
import { Failure } from '../failure.js';
import type { Processing } from '../processing.js';

/** The value of an expression in a scope, given as the key of an element instance or as the scope itself. */
export function evaluate(
  p: Processing,
  expression: Expression,
  scope: Key | VariableScope,
  errorType: Failure['errorType'] = 'EXTRACT_VALUE_ERROR',
): JsonValue | Failure {
  const variables = typeof scope === 'number' ? p.state.scope(scope) : scope;
  const result = expression.evaluate(variables, p.now);
  if (result.ok) return result.value;
  return new Failure(errorType, `Failed to evaluate expression '${expression.text}': ${result.message}`);
}

export function evaluateTemplate(
  p: Processing,
  template: Template,
  scope: Key | VariableScope,
  errorType?: Failure['errorType'],
): JsonValue | Failure {
  return template.kind === 'static' ? template.text : evaluate(p, template.expression, scope, errorType);
}

export function evaluateText(p: Processing, template: Template, scope: Key | VariableScope): string | Failure {
  const value = evaluateTemplate(p, template, scope);
  return typeof value === 'string' || value instanceof Failure ? value : unexpected(template, 'STRING', value);
}

export function evaluateBoolean(p: Processing, expression: Expression, scope: Key | VariableScope): boolean | Failure {
  const value = evaluate(p, expression, scope);
  if (typeof value === 'boolean' || value instanceof Failure) return value;
  return unexpected({ kind: 'expression', expression }, 'BOOLEAN', value);
}

export function evaluateList(
  p: Processing,
  expression: Expression,
  scope: Key | VariableScope,
): readonly JsonValue[] | Failure {
  const value = evaluate(p, expression, scope);
  if (isList(value) || value instanceof Failure) return value;
  return unexpected({ kind: 'expression', expression }, 'ARRAY', value);
}

export function evaluateInteger(p: Processing, template: Template, scope: Key): number | Failure {
  const value = evaluateTemplate(p, template, scope);
  if (value instanceof Failure) return value;
  const number = template.kind === 'static' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : unexpected(template, 'NUMBER', value);
}

export function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function unexpected(template: Template, wanted: string, value: JsonValue): Failure {
  const text = template.kind === 'static' ? template.text : template.expression.text;
  return new Failure(
    'EXTRACT_VALUE_ERROR',
    `Expected result of the expression '${text}' to be '${wanted}', but was '${typeName(value)}'.`,
  );
}

/** Names the type and not the value, which may be personal. */
export function typeName(value: JsonValue): string {
  if (value === null) return 'NULL';
  if (Array.isArray(value)) return 'ARRAY';
  return typeof value === 'object'
    ? 'OBJECT'
    : typeof value === 'string'
      ? 'STRING'
      : typeof value === 'number'
        ? 'NUMBER'
        : 'BOOLEAN';
}
