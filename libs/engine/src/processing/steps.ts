import { correlate, startByMessage, waitingMessages } from './bpmn/messages.js';
import { broadcastSignal } from './bpmn/signals.js';
import { raiseIncident } from './bpmn/incidents.js';
import { Failure } from './failure.js';
import type { Processing, Step, StepType } from './processing.js';

type StepProcessors = { readonly [T in StepType]: (p: Processing, step: Extract<Step, { type: T }>) => void };

const STEPS: StepProcessors = {
  ActivateElement(p, step) {
    const scope = p.state.elements.get(step.scopeKey);
    // the scope may have ended, or an event may have interrupted it, since the token set out
    if (scope?.state !== 'ACTIVATED' || scope.interruptedBy !== undefined) return;
    const element = p.models.element(scope.processDefinitionKey, step.elementId);
    if (element.type !== 'PARALLEL_GATEWAY') {
      const consumedFlows = step.flowId === undefined ? undefined : [step.flowId];
      p.lifecycle.activate(scope.key, element, { consumedFlows, loopCounter: step.loopCounter });
      return;
    }
    const incoming = element.incoming.map((flow) => flow.id);
    if (!incoming.every((id) => scope.takenFlows?.[id])) return;
    p.lifecycle.activate(scope.key, element, { consumedFlows: incoming });
  },

  EnterElement: (p, { key }) => {
    if (p.state.elements.has(key)) p.lifecycle.enter(key);
  },

  CompleteElement: (p, { key }) => p.lifecycle.complete(key),

  CorrelateBuffered(p, { subscriptionKey }) {
    const opened = p.state.messageSubscriptions.get(subscriptionKey);
    if (!opened) return;
    for (const messageKey of waitingMessages(p, opened.messageName, opened.correlationKey, opened.bpmnProcessId)) {
      const subscription = p.state.messageSubscriptions.get(subscriptionKey);
      const message = p.state.messages.get(messageKey);
      if (!subscription || !message) return;
      correlate(p, message, subscription);
    }
  },

  StartByBuffered(p, { bpmnProcessId, correlationKey }) {
    const definition = p.state.processes.latest(bpmnProcessId);
    if (!definition) return;
    for (const subscription of p.state.messageStartEvents.ofDefinition(definition.key))
      for (const messageKey of waitingMessages(p, subscription.messageName, correlationKey, bpmnProcessId)) {
        const message = p.state.messages.get(messageKey);
        if (message && startByMessage(p, message, subscription)) return;
      }
  },

  BroadcastSignal: (p, { signalName, variables }) => {
    broadcastSignal(p, signalName, variables);
  },
};

/** A process that goes round without ever waiting must not hold up the others. */
const MAX_ACTIVATIONS = 20_000;

/** Does what follows from a command until nothing is left. */
export function runSteps(p: Processing, steps: Step[]): void {
  let activations = 0;
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at]!;
    if (step.type === 'ActivateElement' && step.loopCounter === undefined && ++activations > MAX_ACTIVATIONS) {
      hold(p, step);
      continue;
    }
    (STEPS[step.type] as (p: Processing, step: Step) => void)(p, step);
  }
  steps.length = 0;
}

function hold(p: Processing, step: Extract<Step, { type: 'ActivateElement' }>): void {
  const scope = p.state.elements.get(step.scopeKey);
  if (scope?.state !== 'ACTIVATED' || scope.interruptedBy !== undefined) return;
  const element = p.models.element(scope.processDefinitionKey, step.elementId);
  const consumedFlows = step.flowId === undefined ? undefined : [step.flowId];
  const key = p.lifecycle.activate(scope.key, element, { consumedFlows, scopeOnly: true });
  const message = `Expected the process to wait somewhere, but ${MAX_ACTIVATIONS} elements were activated in a row`;
  raiseIncident(p, p.state.elements.getExisting(key), new Failure('UNKNOWN', message));
}
