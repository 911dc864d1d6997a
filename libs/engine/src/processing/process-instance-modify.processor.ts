import type { JsonObject } from '../feel/feel.js';
import type { ElementModel } from '../model/process-model.js';
import type { Key } from '../record/key.js';
import { completeIfDone } from './bpmn/leaving.js';
import { afterInner } from './bpmn/multi-instance.js';
import { isInner, isScope } from './bpmn/values.js';
import { setAllLocal } from './bpmn/variables.js';
import type { Commands } from './command.js';
import type { CommandProcessor } from './command-processor.js';
import { activateAt, scopesAround } from './instances/activate-at.js';
import { refuseActivation } from './instances/activation-rules.js';
import type { Processing } from './processing.js';
import { Refusal } from './refusal.js';

type Activation = Commands['ModifyProcessInstance']['activate'][number];

export const modifyProcessInstance: CommandProcessor<'ModifyProcessInstance'> = (p, command) => {
  const { processInstanceKey, activate, terminate } = command;
  const instance = p.state.elements.get(processInstanceKey);
  if (instance?.elementType !== 'PROCESS')
    return new Refusal(
      'NOT_FOUND',
      `Expected to modify process instance but no process instance found with key '${processInstanceKey}'`,
    );
  const { elements } = p.models.process(instance.processDefinitionKey);
  const expected = `Expected to modify instance of process '${instance.bpmnProcessId}', but`;
  for (const activation of activate) {
    const problem = refuse(p, activation, elements, processInstanceKey);
    if (problem) return new Refusal('INVALID_ARGUMENT', `${expected} ${problem}`);
  }
  for (const key of terminate)
    if (p.state.elements.get(key)?.processInstanceKey !== processInstanceKey)
      return new Refusal('INVALID_ARGUMENT', `${expected} it contains no element instance with key '${key}'`);

  for (const { elementId, ancestorElementInstanceKey, variables } of activate) {
    const scoped = new Map<string, JsonObject>();
    for (const { scopeId, variables: document } of variables) {
      if (scopeId === undefined || scopeId === instance.bpmnProcessId) setAllLocal(p, processInstanceKey, document);
      else scoped.set(scopeId, { ...scoped.get(scopeId), ...document });
    }
    activateAt(p, processInstanceKey, elements.get(elementId)!, scoped, ancestorElementInstanceKey);
  }
  for (const key of terminate) terminateWithEmptyScopes(p, key);
  p.record('PROCESS_INSTANCE_MODIFICATION', 'MODIFIED', p.newKey(), {
    processInstanceKey,
    activate: activate.map(({ elementId }) => elementId),
    terminate,
  });
  return {};
};

function refuse(
  p: Processing,
  { elementId, ancestorElementInstanceKey, variables }: Activation,
  elements: ReadonlyMap<string, ElementModel>,
  processInstanceKey: Key,
): string | undefined {
  const element = elements.get(elementId);
  const problem = refuseActivation(element, elementId);
  if (problem || !element) return problem;
  const scopes = scopesAround(element).map(({ id }) => id);
  const processId = p.state.elements.getExisting(processInstanceKey).elementId;
  for (const { scopeId } of variables)
    if (scopeId !== undefined && scopeId !== processId && !scopes.includes(scopeId))
      return `the variable scope '${scopeId}' is no scope around the element '${elementId}'`;
  if (ancestorElementInstanceKey !== undefined) {
    const ancestor = p.state.elements.get(ancestorElementInstanceKey);
    const isAround = ancestor && (ancestor.key === processInstanceKey || scopes.includes(ancestor.elementId));
    if (ancestor?.processInstanceKey !== processInstanceKey || !isAround)
      return `the element instance '${ancestorElementInstanceKey}' is no ancestor of the element '${elementId}'`;
    return undefined;
  }
  return scopes.some((id) => countActive(p, processInstanceKey, id) > 1)
    ? `the element '${elementId}' has more than one active scope: an ancestor has to be chosen`
    : undefined;
}

function countActive(p: Processing, scopeKey: Key, elementId: string): number {
  let count = 0;
  for (const key of p.state.elements.childrenOf(scopeKey)) {
    if (p.state.elements.getExisting(key).elementId === elementId) count++;
    count += countActive(p, key, elementId);
  }
  return count;
}

/** Ends an instance, and the scopes around it in which nothing is left. */
function terminateWithEmptyScopes(p: Processing, key: Key): void {
  const instance = p.state.elements.get(key);
  if (!instance) return;
  p.lifecycle.terminate(key);
  const scope = p.state.elements.get(instance.flowScopeKey);
  if (!scope) return;
  if (isInner(instance)) return afterInner(p, scope.key, false);
  if (!isScope(scope) || p.state.elements.countChildren(scope.key) || scope.takenFlows)
    return completeIfDone(p, scope.key);
  terminateWithEmptyScopes(p, scope.key);
}
