import { noneStartEvent } from '../model/process-model.js';
import type { ProcessDefinition } from '../state/definitions.js';
import type { CreateProcessInstance, ProcessInstanceAnswer } from './command.js';
import { refuseActivation } from './instances/activation-rules.js';
import { createInstance as create } from './instances/create.js';
import type { Processing } from './processing.js';
import { Refusal } from './refusal.js';

/** @param fetchVariables given when the caller waits for the result */
export function createProcessInstance(
  p: Processing,
  command: CreateProcessInstance,
  fetchVariables?: readonly string[],
): ProcessInstanceAnswer | Refusal {
  const definition = findDefinition(p, command);
  if (definition instanceof Refusal) return definition;
  const { root, elements } = p.models.process(definition.key);
  const { startInstructions, variables } = command;
  if (!startInstructions.length && !noneStartEvent(root))
    return new Refusal(
      'INVALID_STATE',
      'Expected to create instance of process with none start event, but there is no such event',
    );
  for (const elementId of startInstructions) {
    const refusal = refuseActivation(elements.get(elementId), elementId);
    if (refusal)
      return new Refusal(
        'INVALID_ARGUMENT',
        `Expected to create instance of process with start instructions, but ${refusal}`,
      );
  }
  const processInstanceKey = create(p, definition, { variables, command: { startInstructions, fetchVariables } });
  return {
    processDefinitionKey: definition.key,
    bpmnProcessId: definition.bpmnProcessId,
    version: definition.version,
    processInstanceKey,
  };
}

function findDefinition(p: Processing, command: CreateProcessInstance): Readonly<ProcessDefinition> | Refusal {
  const { processDefinitionKey, bpmnProcessId, version = -1 } = command;
  const { processes } = p.state;
  if (processDefinitionKey !== undefined) {
    const definition = processes.get(processDefinitionKey);
    if (definition && !definition.deleting) return definition;
    return new Refusal(
      'NOT_FOUND',
      `Expected to find process definition with key '${processDefinitionKey}', but none found`,
    );
  }
  if (!bpmnProcessId)
    return new Refusal(
      'INVALID_ARGUMENT',
      'Expected at least a bpmnProcessId or a key greater than -1, but none given',
    );
  const definition = version < 0 ? processes.latest(bpmnProcessId) : processes.version(bpmnProcessId, version);
  if (definition) return definition;
  const which = version < 0 ? '' : ` and version '${version}'`;
  return new Refusal(
    'NOT_FOUND',
    `Expected to find process definition with process ID '${bpmnProcessId}'${which}, but none found`,
  );
}
