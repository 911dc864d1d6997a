import { evaluate } from '../bpmn/expressions.js';
import { applyInputs } from '../bpmn/mappings.js';
import { subscribe } from '../bpmn/subscriptions.js';
import { referenceOf } from '../bpmn/values.js';
import { Failure } from '../failure.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

export const scriptTaskProcessor: ElementProcessor = {
  activate(p, at) {
    const failed = applyInputs(p, at);
    if (failed) return failed;
    const { element, instance } = at;
    const { expression, resultVariable } = element.script!;
    const result = evaluate(p, expression, instance.key);
    if (result instanceof Failure) return result;
    const failure = subscribe(p, at);
    if (failure) return failure;
    activated(p, at);
    p.record('PROCESS_EVENT', 'TRIGGERED', p.newKey(), {
      ...referenceOf(instance),
      elementInstanceKey: instance.key,
      targetElementId: element.id,
      variables: { [resultVariable]: result },
    });
    p.follow({ type: 'CompleteElement', key: instance.key });
    return undefined;
  },
  complete: completeWithOutputs,
};
