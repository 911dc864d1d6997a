import { applyInputs } from '../bpmn/mappings.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

/** Boundary events, and start events until they are left: they are entered when their event has happened. */
export const triggeredEventProcessor: ElementProcessor = {
  activate(p, at) {
    const failure = applyInputs(p, at);
    if (failure) return failure;
    activated(p, at);
    p.follow({ type: 'CompleteElement', key: at.instance.key });
    return undefined;
  },
  complete: completeWithOutputs,
};
