import { applyInputs } from '../bpmn/mappings.js';
import { subscribe } from '../bpmn/subscriptions.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

/** Undefined and manual tasks, none throw and end events, parallel gateways: nothing to wait for. */
export const passThroughProcessor: ElementProcessor = {
  activate(p, at) {
    const failure = applyInputs(p, at) ?? subscribe(p, at);
    if (failure) return failure;
    activated(p, at);
    p.follow({ type: 'CompleteElement', key: at.instance.key });
    return undefined;
  },
  complete: completeWithOutputs,
};
