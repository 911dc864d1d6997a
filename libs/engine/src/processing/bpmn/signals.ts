import type { JsonObject } from '../../feel/feel.js';
import { NO_KEY, type Key } from '../../record/key.js';
import { createInstance } from '../instances/create.js';
import type { Processing } from '../processing.js';
import { canTrigger, trigger } from './events.js';
import { active } from './values.js';

/** Reaches everything that waits for the signal now, and starts processes by it. */
export function broadcastSignal(p: Processing, signalName: string, variables: JsonObject): Key {
  const key = p.newKey();
  p.record('SIGNAL', 'BROADCASTED', key, { signalName, variables });
  for (const subscriptionKey of p.state.signalSubscriptions.waitingFor(signalName)) {
    // an earlier one may have ended what this one belongs to
    const subscription = p.state.signalSubscriptions.get(subscriptionKey);
    if (!subscription) continue;
    if (subscription.elementInstanceKey === NO_KEY) {
      const definition = p.state.processes.getExisting(subscription.processDefinitionKey);
      createInstance(p, definition, { trigger: { elementId: subscription.elementId, variables } });
      continue;
    }
    const at = active(p, subscription.elementInstanceKey);
    const target = p.models.element(subscription.processDefinitionKey, subscription.elementId);
    if (canTrigger(at, target)) trigger(p, at, target, variables);
  }
  return key;
}
