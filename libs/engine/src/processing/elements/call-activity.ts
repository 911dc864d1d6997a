import { evaluateText } from '../bpmn/expressions.js';
import { applyInputs } from '../bpmn/mappings.js';
import { subscribe } from '../bpmn/subscriptions.js';
import { Failure } from '../failure.js';
import { createInstance } from '../instances/create.js';
import type { Processing } from '../processing.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

/** A process that calls itself without end is stopped here. */
const MAX_DEPTH = 1000;

export const callActivityProcessor: ElementProcessor = {
  activate(p, at) {
    const failed = applyInputs(p, at);
    if (failed) return failed;
    const { element, instance } = at;
    const called = element.called!;
    const processId = evaluateText(p, called.processId, instance.key);
    if (processId instanceof Failure) return processId;
    const definition = p.state.processes.latest(processId);
    if (!definition)
      return new Failure(
        'CALLED_ELEMENT_ERROR',
        `Expected process with BPMN process id '${processId}' to be deployed, but not found.`,
      );
    if (!p.models.process(definition.key).root.startEvents.some((start) => start.eventType === 'NONE'))
      return new Failure(
        'CALLED_ELEMENT_ERROR',
        `Expected process with BPMN process id '${processId}' to have a none start event, but not found.`,
      );
    if (depthOf(p, instance.processInstanceKey) >= MAX_DEPTH)
      return new Failure('CALLED_ELEMENT_ERROR', `Expected at most ${MAX_DEPTH} processes that call each other.`);
    const failure = subscribe(p, at);
    if (failure) return failure;
    activated(p, at);
    createInstance(p, definition, {
      caller: instance,
      variables: called.propagateAllParentVariables ? p.state.allVisible(instance.key) : p.state.allLocal(instance.key),
    });
    return undefined;
  },
  complete: completeWithOutputs,
};

function depthOf(p: Processing, processInstanceKey: number): number {
  let depth = 1;
  for (let key: number | undefined = processInstanceKey; depth < MAX_DEPTH; depth++) {
    key = p.state.elements.get(key)?.parentProcessInstanceKey;
    if (key === undefined) return depth;
  }
  return depth;
}
