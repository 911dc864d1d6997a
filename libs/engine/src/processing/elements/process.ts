import type { JsonObject } from '../../feel/feel.js';
import { noneStartEvent } from '../../model/process-model.js';
import { subscribe, unsubscribe } from '../bpmn/subscriptions.js';
import { referenceOf, valueOf } from '../bpmn/values.js';
import { activateAt } from '../instances/activate-at.js';
import type { Active, Processing } from '../processing.js';
import { without } from '../without.js';
import { activated, type ElementProcessor } from './element-processor.js';

export const processProcessor: ElementProcessor = {
  activate(p, at) {
    const { element, instance } = at;
    if (instance.startInstructions?.length) {
      const failure = subscribe(p, at); // no start event will be left
      if (failure) return failure;
    }
    activated(p, at);
    if (instance.trigger) {
      const start = p.models.element(instance.processDefinitionKey, instance.trigger.elementId);
      p.lifecycle.activate(instance.key, start, { trigger: instance.trigger });
    } else if (instance.startInstructions?.length) {
      for (const elementId of instance.startInstructions)
        activateAt(p, instance.key, p.models.element(instance.processDefinitionKey, elementId));
    } else {
      const start = noneStartEvent(element);
      if (start) p.lifecycle.activate(instance.key, start);
    }
    return undefined;
  },

  complete(p, at) {
    const { instance } = at;
    unsubscribe(p, instance);
    const variables = p.state.allLocal(instance.key);
    if (instance.fetchVariables) recordResult(p, at, variables);
    p.record('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', instance.key, valueOf(instance));
    afterProcessEnded(p, instance);
    if (instance.parentElementInstanceKey !== undefined)
      returnToCaller(p, instance.parentElementInstanceKey, variables);
    return undefined;
  },
};

/** The correlation key that a message held is free for the next one; a definition that was deleted may go with its last instance. */
export function afterProcessEnded(p: Processing, instance: Active['instance']): void {
  const { bpmnProcessId, correlationKey, processDefinitionKey } = instance;
  if (correlationKey) p.follow({ type: 'StartByBuffered', bpmnProcessId, correlationKey });
  const definition = p.state.processes.get(processDefinitionKey);
  if (!definition?.deleting || p.state.elements.hasInstancesOf(processDefinitionKey)) return;
  p.record('PROCESS', 'DELETED', processDefinitionKey, { ...without(definition, 'key', 'deleting'), resource: '' });
  p.models.removeProcess(processDefinitionKey);
}

function recordResult(p: Processing, { instance }: Active, variables: JsonObject): void {
  const wanted = instance.fetchVariables ?? [];
  p.record('PROCESS_INSTANCE_RESULT', 'COMPLETED', instance.key, {
    ...referenceOf(instance),
    version: instance.version,
    variables: wanted.length
      ? Object.fromEntries(Object.entries(variables).filter(([name]) => wanted.includes(name)))
      : variables,
  });
}

function returnToCaller(p: Processing, callerKey: number, variables: JsonObject): void {
  const caller = p.state.elements.get(callerKey);
  if (caller?.state !== 'ACTIVATED') return;
  const element = p.models.element(caller.processDefinitionKey, caller.elementId);
  if (element.called?.propagateAllChildVariables || element.outputs.length)
    p.record('PROCESS_EVENT', 'TRIGGERED', p.newKey(), {
      ...referenceOf(caller),
      elementInstanceKey: callerKey,
      targetElementId: element.id,
      variables,
    });
  p.follow({ type: 'CompleteElement', key: callerKey });
}
