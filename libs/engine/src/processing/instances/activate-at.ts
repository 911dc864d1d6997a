import type { JsonObject } from '../../feel/feel.js';
import type { ElementModel } from '../../model/process-model.js';
import type { Key } from '../../record/key.js';
import { raiseIncident } from '../bpmn/incidents.js';
import { subscribe } from '../bpmn/subscriptions.js';
import { active, valueOf } from '../bpmn/values.js';
import { setAllLocal } from '../bpmn/variables.js';
import type { Processing } from '../processing.js';

/**
 * Activates an element anywhere in an instance. Sub-processes around it that are not active are entered with their subscriptions
 * but without their start; active ones are joined.
 * @param variables for the scopes that are entered or joined, by element id
 */
export function activateAt(
  p: Processing,
  processInstanceKey: Key,
  element: ElementModel,
  variables: ReadonlyMap<string, JsonObject> = new Map(),
  ancestorKey?: Key,
): Key {
  let scopeKey = processInstanceKey;
  for (const scope of scopesAround(element)) {
    scopeKey = joinScope(p, scopeKey, scope, ancestorKey) ?? enterScope(p, scopeKey, scope);
    const local = variables.get(scope.id);
    if (local) setAllLocal(p, scopeKey, local);
  }
  return p.lifecycle.activate(scopeKey, element);
}

/** The scopes within the process around an element, from the outermost. */
export function scopesAround(element: ElementModel): readonly ElementModel[] {
  const scopes: ElementModel[] = [];
  for (let scope = element.parent; scope?.parent; scope = scope.parent) scopes.unshift(scope);
  return scopes;
}

function joinScope(p: Processing, aroundKey: Key, scope: ElementModel, ancestorKey: Key | undefined): Key | undefined {
  const candidates = p.state.elements
    .childrenOf(aroundKey)
    .filter((key) => p.state.elements.getExisting(key).elementId === scope.id);
  // an ancestor that was chosen is joined with what is around it; below it everything is entered anew
  return ancestorKey === undefined ? candidates[0] : candidates.find((key) => isWithin(p, ancestorKey, key));
}

function isWithin(p: Processing, key: Key | undefined, scopeKey: Key): boolean {
  for (let at = key; at !== undefined; at = p.state.elements.get(at)?.flowScopeKey) if (at === scopeKey) return true;
  return false;
}

function enterScope(p: Processing, aroundKey: Key, scope: ElementModel): Key {
  const key = p.lifecycle.activate(aroundKey, scope, { scopeOnly: true });
  const at = active(p, key);
  const failure = subscribe(p, at);
  p.record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', key, valueOf(at.instance));
  if (failure) raiseIncident(p, at.instance, failure);
  return key;
}
