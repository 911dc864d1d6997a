import { NO_KEY, type Key } from '../../record/key.js';
import type { BpmnElementType, ProcessInstanceValue, ProcessReference } from '../../record/values.js';
import type { ElementInstance } from '../../state/element-instances.js';
import type { Active, Processing } from '../processing.js';

/** The value of a record about an element instance. */
export function valueOf(instance: Readonly<ElementInstance>): ProcessInstanceValue {
  return {
    bpmnProcessId: instance.bpmnProcessId,
    version: instance.version,
    processDefinitionKey: instance.processDefinitionKey,
    processInstanceKey: instance.processInstanceKey,
    elementId: instance.elementId,
    bpmnElementType: instance.elementType,
    bpmnEventType: instance.eventType,
    flowScopeKey: instance.flowScopeKey,
    ...(instance.loopCounter === undefined ? {} : { loopCounter: instance.loopCounter }),
    ...(instance.parentElementInstanceKey === undefined
      ? {}
      : {
          parentProcessInstanceKey: instance.parentProcessInstanceKey,
          parentElementInstanceKey: instance.parentElementInstanceKey,
        }),
  };
}

export function referenceOf(instance: Readonly<ElementInstance>): ProcessReference {
  const { bpmnProcessId, processDefinitionKey, processInstanceKey } = instance;
  return { bpmnProcessId, processDefinitionKey, processInstanceKey };
}

export function active(p: Processing, key: Key): Active {
  const instance = p.state.elements.getExisting(key);
  return { instance, element: p.models.element(instance.processDefinitionKey, instance.elementId) };
}

const SCOPES: ReadonlySet<BpmnElementType> = new Set(['PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS']);

/** Whether tokens move within it. */
export function isScope(instance: Readonly<ElementInstance>): boolean {
  return SCOPES.has(instance.elementType);
}

export function isBody(instance: Readonly<ElementInstance>): boolean {
  return instance.elementType === 'MULTI_INSTANCE_BODY';
}

/** One of the instances within a multi-instance body: flows and boundary events belong to the body. */
export function isInner(instance: Readonly<ElementInstance>): boolean {
  return instance.loopCounter !== undefined;
}

export function isProcess(instance: Readonly<ElementInstance>): boolean {
  return instance.flowScopeKey === NO_KEY;
}
