import { scopeOf } from '../feel/feel.js';
import { evaluateDecision as evaluate } from './bpmn/decisions.js';
import type { CommandProcessor } from './command-processor.js';
import { Refusal } from './refusal.js';

export const evaluateDecision: CommandProcessor<'EvaluateDecision'> = (p, { decisionId, decisionKey, variables }) => {
  const { decisions, decisionRequirements } = p.state;
  const decision = decisionKey !== undefined ? decisions.get(decisionKey) : decisions.latest(decisionId ?? '');
  if (!decision)
    return new Refusal(
      'INVALID_ARGUMENT',
      `Expected to evaluate decision '${decisionKey ?? decisionId ?? ''}', but no decision found for it`,
    );
  const evaluation = evaluate(p, decision, scopeOf(variables));
  const { key, decisionRequirementsId } = decisionRequirements.getExisting(decision.decisionRequirementsKey);
  return {
    decisionKey: decision.key,
    decisionId: decision.decisionId,
    decisionName: decision.decisionName,
    decisionVersion: decision.version,
    decisionRequirementsId,
    decisionRequirementsKey: key,
    evaluation,
    decisions: Object.fromEntries(
      decisions.ofRequirements(key).map((other) => [other.decisionId, { key: other.key, version: other.version }]),
    ),
  };
};
