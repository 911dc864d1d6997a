import type { JsonObject, JsonValue } from '../../feel/feel.js';
import { NO_KEY, type Key } from '../../record/key.js';
import type { Processing } from '../processing.js';
import { referenceOf } from './values.js';

/** Sets a variable of the scope itself. */
export function setLocal(p: Processing, scopeKey: Key, name: string, value: JsonValue): void {
  const existing = p.state.variables.local(scopeKey, name);
  if (existing && isSame(existing.value, value)) return;
  const reference = referenceOf(p.state.elements.getExisting(scopeKey));
  const record = { ...reference, scopeKey, name, value };
  if (existing) p.record('VARIABLE', 'UPDATED', existing.key, record);
  else p.record('VARIABLE', 'CREATED', p.newKey(), record);
}

export function setAllLocal(p: Processing, scopeKey: Key, variables: JsonObject): void {
  for (const [name, value] of Object.entries(variables)) setLocal(p, scopeKey, name, value);
}

/** Each variable goes to the nearest scope, from this one upwards, that has it; else to the process. */
export function propagate(p: Processing, scopeKey: Key, variables: JsonObject): void {
  for (const [name, value] of Object.entries(variables)) setLocal(p, ownerOf(p, scopeKey, name), name, value);
}

function ownerOf(p: Processing, scopeKey: Key, name: string): Key {
  for (let key = scopeKey; ;) {
    if (p.state.variables.local(key, name)) return key;
    const above = p.state.elements.getExisting(key).flowScopeKey;
    if (above === NO_KEY) return key;
    key = above;
  }
}

/** Cheap: lists and contexts are taken to differ. */
function isSame(a: JsonValue, b: JsonValue): boolean {
  return a === b && (a === null || typeof a !== 'object');
}
