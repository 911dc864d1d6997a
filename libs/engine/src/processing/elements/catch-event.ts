import { applyInputs } from '../bpmn/mappings.js';
import { subscribe } from '../bpmn/subscriptions.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

/** Intermediate catch events and receive tasks wait for their event, unless it is there: behind an event-based gateway, or a link. */
export const catchEventProcessor: ElementProcessor = {
  activate(p, at) {
    const failed = applyInputs(p, at);
    if (failed) return failed;
    const { element, instance } = at;
    if (instance.trigger || element.eventType === 'LINK') {
      activated(p, at);
      p.follow({ type: 'CompleteElement', key: instance.key });
      return undefined;
    }
    const failure = subscribe(p, at);
    if (failure) return failure;
    activated(p, at);
    return undefined;
  },
  complete: completeWithOutputs,
};
