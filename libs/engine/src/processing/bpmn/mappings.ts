import type { JsonObject, JsonValue, VariableScope } from '../../feel/feel.js';
import type { Mapping } from '../../model/process-model.js';
import { Failure } from '../failure.js';
import type { Active, Processing } from '../processing.js';
import { evaluateTemplate } from './expressions.js';
import { isInner } from './values.js';
import { propagate, setAllLocal } from './variables.js';

/** Input mappings make local variables. */
export function applyInputs(p: Processing, { element, instance }: Active): Failure | undefined {
  if (!element.inputs.length) return undefined;
  const document = evaluateMappings(p, element.inputs, p.state.scope(instance.key), () => undefined);
  if (document instanceof Failure) return document;
  setAllLocal(p, instance.key, document);
  return undefined;
}

/**
 * When an element is left: with output mappings only what they name leaves it; without, the variables of the job or event that ended
 * it go upwards. Those of a caught error stay at its boundary event unless they are mapped.
 */
export function applyOutputs(p: Processing, { element, instance }: Active): Failure | undefined {
  const variables = instance.trigger?.variables;
  if (!element.outputs.length) {
    if (!variables) return undefined;
    if (element.type === 'BOUNDARY_EVENT' && element.eventType === 'ERROR') setAllLocal(p, instance.key, variables);
    else propagate(p, instance.key, variables);
    return undefined;
  }
  if (variables) setAllLocal(p, instance.key, variables);
  const scope = p.state.scope(instance.key);
  const document = evaluateMappings(p, element.outputs, scope, (name) => scope.get(name));
  if (document instanceof Failure) return document;
  propagate(p, isInner(instance) ? instance.key : instance.flowScopeKey, document);
  return undefined;
}

/** In their order; a later one sees the targets of the earlier ones. `base` gives the object that a target with a path is set in. */
function evaluateMappings(
  p: Processing,
  mappings: readonly Mapping[],
  scope: VariableScope,
  base: (name: string) => JsonValue | undefined,
): JsonObject | Failure {
  const document: Record<string, JsonValue> = {};
  const visible: VariableScope = { get: (name) => (Object.hasOwn(document, name) ? document[name] : scope.get(name)) };
  for (const { source, target } of mappings) {
    const value = evaluateTemplate(p, source, visible, 'IO_MAPPING_ERROR');
    if (value instanceof Failure) return value;
    const [name, ...path] = target;
    const before = Object.hasOwn(document, name!) ? document[name!] : base(name!);
    document[name!] = path.length ? withValueAt(before, path, value) : value;
  }
  return document;
}

function withValueAt(object: JsonValue | undefined, path: readonly string[], value: JsonValue): JsonValue {
  const [name, ...rest] = path;
  const copy: Record<string, JsonValue> = isObject(object) ? { ...object } : {};
  copy[name!] = rest.length ? withValueAt(copy[name!], rest, value) : value;
  return copy;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
