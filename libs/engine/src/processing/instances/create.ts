import type { JsonObject } from '../../feel/feel.js';
import { NO_KEY, type Key } from '../../record/key.js';
import type { ProcessDefinition } from '../../state/definitions.js';
import type { ElementInstance, EventTrigger } from '../../state/element-instances.js';
import { setAllLocal } from '../bpmn/variables.js';
import type { Processing } from '../processing.js';

export interface CreationOptions {
  readonly variables?: JsonObject;
  /** The start event that was triggered, with its variables; left out: the none start event. */
  readonly trigger?: EventTrigger;
  /** Of the message that starts it. */
  readonly correlationKey?: string;
  /** The call activity. */
  readonly caller?: Readonly<ElementInstance>;
  /** Created by a command: elements to start before, and the variables that the caller waits for. */
  readonly command?: { readonly startInstructions: readonly string[]; readonly fetchVariables?: readonly string[] };
}

/** Makes a process instance, which is entered after what goes on now. */
export function createInstance(p: Processing, definition: Readonly<ProcessDefinition>, options: CreationOptions): Key {
  const key = p.newKey();
  const reference = {
    bpmnProcessId: definition.bpmnProcessId,
    processDefinitionKey: definition.key,
    processInstanceKey: key,
  };
  const { caller, command, trigger } = options;
  p.record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', key, {
    ...reference,
    version: definition.version,
    elementId: definition.bpmnProcessId,
    bpmnElementType: 'PROCESS',
    bpmnEventType: 'UNSPECIFIED',
    flowScopeKey: NO_KEY,
    ...(caller && {
      parentProcessInstanceKey: caller.processInstanceKey,
      parentElementInstanceKey: caller.key,
    }),
    ...(options.correlationKey && { correlationKey: options.correlationKey }),
  });
  const variables = options.variables ?? {};
  setAllLocal(p, key, variables);
  if (command)
    p.record('PROCESS_INSTANCE_CREATION', 'CREATED', p.newKey(), {
      ...reference,
      version: definition.version,
      startInstructions: command.startInstructions,
      ...(command.fetchVariables && { fetchVariables: command.fetchVariables }),
    });
  if (trigger)
    p.record('PROCESS_EVENT', 'TRIGGERED', p.newKey(), {
      ...reference,
      elementInstanceKey: key,
      targetElementId: trigger.elementId,
      variables: trigger.variables,
    });
  p.follow({ type: 'EnterElement', key });
  return key;
}
