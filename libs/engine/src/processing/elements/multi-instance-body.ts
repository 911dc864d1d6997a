import { evaluateList } from '../bpmn/expressions.js';
import { leave } from '../bpmn/leaving.js';
import { subscribe, unsubscribe } from '../bpmn/subscriptions.js';
import { propagate } from '../bpmn/variables.js';
import { Failure } from '../failure.js';
import { activated, type ElementProcessor } from './element-processor.js';

/** What stands around the instances of a multi-instance activity: boundary events and flows belong to it. */
export const multiInstanceBodyProcessor: ElementProcessor = {
  activate(p, at) {
    const { element, instance } = at;
    const loop = element.loop!;
    const items = evaluateList(p, loop.inputCollection, instance.key);
    if (items instanceof Failure) return items;
    const failure = subscribe(p, at);
    if (failure) return failure;
    p.record('MULTI_INSTANCE', 'INPUT_EVALUATED', instance.key, {
      elementInstanceKey: instance.key,
      processInstanceKey: instance.processInstanceKey,
      items,
      ...(loop.outputCollection === undefined ? {} : { outputCollection: loop.outputCollection }),
    });
    activated(p, at);
    if (!items.length) p.follow({ type: 'CompleteElement', key: instance.key });
    const first = loop.sequential ? Math.min(1, items.length) : items.length;
    for (let loopCounter = 1; loopCounter <= first; loopCounter++)
      p.follow({ type: 'ActivateElement', scopeKey: instance.key, elementId: element.id, loopCounter });
    return undefined;
  },

  complete(p, at) {
    const { element, instance } = at;
    const { outputCollection } = element.loop!;
    if (outputCollection) {
      const value = p.state.localValue(instance.key, outputCollection) ?? [];
      propagate(p, instance.flowScopeKey, { [outputCollection]: value });
    }
    unsubscribe(p, instance);
    return leave(p, at);
  },
};
