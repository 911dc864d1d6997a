import { leave } from '../bpmn/leaving.js';
import { applyOutputs } from '../bpmn/mappings.js';
import { subscribe } from '../bpmn/subscriptions.js';
import { active } from '../bpmn/values.js';
import type { ElementProcessor } from './element-processor.js';
import { triggeredEventProcessor } from './triggered-event.js';

/**
 * What a scope listens to opens when its start event is left: the expressions may read the variables that the event brought
 * (camunda/camunda#4099).
 */
export const startEventProcessor: ElementProcessor = {
  activate: triggeredEventProcessor.activate.bind(triggeredEventProcessor),
  complete(p, at) {
    const failure = applyOutputs(p, at) ?? subscribe(p, active(p, at.instance.flowScopeKey));
    return failure ?? leave(p, at);
  },
};
