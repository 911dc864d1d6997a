import { noneStartEvent } from '../../model/process-model.js';
import { applyInputs } from '../bpmn/mappings.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

export const subProcessProcessor: ElementProcessor = {
  activate(p, at) {
    const failure = applyInputs(p, at);
    if (failure) return failure;
    activated(p, at);
    const start = noneStartEvent(at.element);
    if (start) p.lifecycle.activate(at.instance.key, start);
    return undefined;
  },
  complete: completeWithOutputs,
};
