import type { ElementModel, SequenceFlow } from '../../model/process-model.js';
import type { Key } from '../../record/key.js';
import { evaluateBoolean } from '../bpmn/expressions.js';
import { leave } from '../bpmn/leaving.js';
import { valueOf } from '../bpmn/values.js';
import { Failure } from '../failure.js';
import type { Processing } from '../processing.js';
import { activated, type ElementProcessor } from './element-processor.js';

/** Exclusive and inclusive gateways: the first flow whose condition is true, or all of them; else the default flow. */
export const decidingGatewayProcessor: ElementProcessor = {
  activate(p, at) {
    const { element, instance } = at;
    const flows = chooseFlows(p, element, instance.key);
    if (flows instanceof Failure) return flows;
    activated(p, at);
    p.record('PROCESS_INSTANCE', 'ELEMENT_COMPLETING', instance.key, valueOf(instance));
    return leave(p, at, flows);
  },
  // it is left as it is entered
  complete: () => undefined,
};

function chooseFlows(p: Processing, gateway: ElementModel, scopeKey: Key): readonly SequenceFlow[] | Failure {
  const { outgoing, defaultFlow } = gateway;
  if (!outgoing.length || (outgoing.length === 1 && !outgoing[0]!.condition)) return outgoing;
  const chosen: SequenceFlow[] = [];
  for (const flow of outgoing) {
    if (flow === defaultFlow || !flow.condition) continue;
    const holds = evaluateBoolean(p, flow.condition, scopeKey);
    if (holds instanceof Failure) return holds;
    if (!holds) continue;
    chosen.push(flow);
    if (gateway.type === 'EXCLUSIVE_GATEWAY') break;
  }
  if (chosen.length) return chosen;
  if (defaultFlow) return [defaultFlow];
  return new Failure(
    'CONDITION_ERROR',
    'Expected at least one condition to evaluate to true, or to have a default flow',
  );
}
