import type { DecisionEvaluation } from '../../dmn/decision.js';
import type { VariableScope } from '../../feel/feel.js';
import type { Decision } from '../../state/definitions.js';
import type { ElementInstance } from '../../state/element-instances.js';
import type { Processing } from '../processing.js';

/** Evaluates a decision and leaves a record of it, also when it failed. */
export function evaluateDecision(
  p: Processing,
  decision: Readonly<Decision>,
  scope: VariableScope,
  instance?: Readonly<ElementInstance>,
): DecisionEvaluation {
  const evaluation = p.models.drg(decision.decisionRequirementsKey).evaluate(decision.decisionId, scope, p.now);
  p.record('DECISION_EVALUATION', evaluation.failure ? 'FAILED' : 'EVALUATED', p.newKey(), {
    decisionKey: decision.key,
    decisionId: decision.decisionId,
    decisionVersion: decision.version,
    decisionRequirementsKey: decision.decisionRequirementsKey,
    ...(instance && {
      elementInstanceKey: instance.key,
      elementId: instance.elementId,
      processInstanceKey: instance.processInstanceKey,
    }),
    evaluation,
  });
  return evaluation;
}
