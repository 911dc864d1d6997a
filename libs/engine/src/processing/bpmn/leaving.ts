import type { SequenceFlow } from '../../model/process-model.js';
import type { Key } from '../../record/key.js';
import { Failure } from '../failure.js';
import type { Active, Processing } from '../processing.js';
import { finishCompensation, keepCompensation } from './compensation.js';
import { afterInner, beforeInnerLeaves } from './multi-instance.js';
import { isInner, isScope, valueOf } from './values.js';

/** Completes an instance and goes on over its flows; where no flow leads on, its scope may be done. */
export function leave(
  p: Processing,
  { element, instance }: Active,
  flows: readonly SequenceFlow[] = element.outgoing,
): Failure | undefined {
  if (isInner(instance)) {
    const done = beforeInnerLeaves(p, { element, instance });
    if (done instanceof Failure) return done;
    p.record('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', instance.key, valueOf(instance));
    afterInner(p, instance.flowScopeKey, done);
    return undefined;
  }
  const compensation = p.state.compensations.ofHandler(instance.key);
  if (!compensation) keepCompensation(p, { element, instance });
  p.record('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', instance.key, valueOf(instance));
  if (compensation) {
    finishCompensation(p, compensation);
    completeIfDone(p, instance.flowScopeKey);
    return undefined;
  }
  for (const flow of flows) takeFlow(p, instance, flow);
  if (!flows.length) completeIfDone(p, instance.flowScopeKey);
  return undefined;
}

function takeFlow(p: Processing, from: Active['instance'], flow: SequenceFlow): void {
  p.record('PROCESS_INSTANCE', 'SEQUENCE_FLOW_TAKEN', p.newKey(), {
    ...valueOf(from),
    elementId: flow.id,
    bpmnElementType: 'SEQUENCE_FLOW',
    bpmnEventType: 'UNSPECIFIED',
  });
  p.follow({
    type: 'ActivateElement',
    scopeKey: from.flowScopeKey,
    elementId: flow.target.id,
    flowId: flow.id,
  });
}

/** Whether nothing is left to happen in a scope. */
export function isDone(p: Processing, scope: Active['instance']): boolean {
  return isScope(scope) && !p.state.elements.countChildren(scope.key) && !scope.takenFlows;
}

export function completeIfDone(p: Processing, scopeKey: Key): void {
  const scope = p.state.elements.get(scopeKey);
  if (scope?.state === 'ACTIVATED' && isDone(p, scope)) p.follow({ type: 'CompleteElement', key: scopeKey });
}
