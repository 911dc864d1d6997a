import { startEventOf } from '../../model/process-model.js';
import { applyInputs } from '../bpmn/mappings.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

/** Started by an event, whose variables its start event takes. */
export const eventSubProcessProcessor: ElementProcessor = {
  activate(p, at) {
    const failure = applyInputs(p, at);
    if (failure) return failure;
    activated(p, at);
    p.lifecycle.activate(at.instance.key, startEventOf(at.element), { trigger: at.instance.trigger });
    return undefined;
  },
  complete(p, { element, instance }) {
    // the trigger was for the start event, which has passed its variables on
    return completeWithOutputs(p, { element, instance: { ...instance, trigger: undefined } });
  },
};
