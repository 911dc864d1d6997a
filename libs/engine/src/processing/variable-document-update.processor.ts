import { propagate, setAllLocal } from './bpmn/variables.js';
import type { CommandProcessor } from './command-processor.js';
import { Refusal } from './refusal.js';

export const setVariables: CommandProcessor<'SetVariables'> = (p, { elementInstanceKey, variables, local }) => {
  if (!p.state.elements.has(elementInstanceKey))
    return new Refusal(
      'NOT_FOUND',
      `Expected to update variables for element with key '${elementInstanceKey}', but no such element was found`,
    );
  if (local) setAllLocal(p, elementInstanceKey, variables);
  else propagate(p, elementInstanceKey, variables);
  const key = p.newKey();
  p.record('VARIABLE_DOCUMENT', 'UPDATED', key, {
    scopeKey: elementInstanceKey,
    updateSemantics: local ? 'LOCAL' : 'PROPAGATE',
    names: Object.keys(variables),
  });
  return { key };
};
