import { evaluateDecision } from '../bpmn/decisions.js';
import { evaluateText } from '../bpmn/expressions.js';
import { applyInputs } from '../bpmn/mappings.js';
import { subscribe } from '../bpmn/subscriptions.js';
import { referenceOf } from '../bpmn/values.js';
import { Failure } from '../failure.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

/** A business rule task that the engine decides itself, by the latest version of the decision. */
export const decisionTaskProcessor: ElementProcessor = {
  activate(p, at) {
    const failed = applyInputs(p, at);
    if (failed) return failed;
    const { element, instance } = at;
    const called = element.decision!;
    const decisionId = evaluateText(p, called.decisionId, instance.key);
    if (decisionId instanceof Failure) return decisionId;
    const decision = p.state.decisions.latest(decisionId);
    const expected = `Expected to evaluate decision '${decisionId}', but`;
    if (!decision) return new Failure('CALLED_DECISION_ERROR', `${expected} no decision found for id '${decisionId}'`);
    const evaluation = evaluateDecision(p, decision, p.state.scope(instance.key), instance);
    if (evaluation.failure)
      return new Failure('DECISION_EVALUATION_ERROR', `${expected} ${evaluation.failure.message}`);
    const failure = subscribe(p, at);
    if (failure) return failure;
    activated(p, at);
    p.record('PROCESS_EVENT', 'TRIGGERED', p.newKey(), {
      ...referenceOf(instance),
      elementInstanceKey: instance.key,
      targetElementId: element.id,
      variables: { [called.resultVariable]: evaluation.output },
    });
    p.follow({ type: 'CompleteElement', key: instance.key });
    return undefined;
  },
  complete: completeWithOutputs,
};
