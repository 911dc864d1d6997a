import { subscribe, unsubscribe } from '../bpmn/subscriptions.js';
import { valueOf } from '../bpmn/values.js';
import { activated, type ElementProcessor } from './element-processor.js';

/** Listens to the events behind it; the first one decides the way. */
export const eventBasedGatewayProcessor: ElementProcessor = {
  activate(p, at) {
    const failure = subscribe(p, at);
    if (failure) return failure;
    activated(p, at);
    return undefined;
  },

  complete(p, { element, instance }) {
    unsubscribe(p, instance);
    const trigger = instance.trigger;
    const flow = element.outgoing.find(({ target }) => target.id === trigger?.elementId)!;
    p.record('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', instance.key, valueOf(instance));
    p.record('PROCESS_INSTANCE', 'SEQUENCE_FLOW_TAKEN', p.newKey(), {
      ...valueOf(instance),
      elementId: flow.id,
      bpmnElementType: 'SEQUENCE_FLOW',
      bpmnEventType: 'UNSPECIFIED',
    });
    p.lifecycle.activate(instance.flowScopeKey, flow.target, { trigger, consumedFlows: [flow.id] });
    return undefined;
  },
};
