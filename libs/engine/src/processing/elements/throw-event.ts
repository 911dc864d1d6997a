import { linkTarget } from '../../model/process-model.js';
import { catchThrown, findCatcher } from '../bpmn/catching.js';
import { compensate } from '../bpmn/compensation.js';
import { evaluateText } from '../bpmn/expressions.js';
import { completeIfDone } from '../bpmn/leaving.js';
import { applyInputs } from '../bpmn/mappings.js';
import { valueOf } from '../bpmn/values.js';
import { Failure } from '../failure.js';
import type { Active, Processing } from '../processing.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

type Kind = NonNullable<Active['element']['event']>['kind'];

const THROWS: Readonly<Partial<Record<Kind, (p: Processing, at: Active) => Failure | undefined>>> = {
  error: throwError,
  escalation: throwEscalation,
  signal: throwSignal,
  compensation: throwCompensation,
};

const LEAVES: Readonly<Partial<Record<Kind, (p: Processing, at: Active) => void>>> = {
  link: leaveToLink,
  terminate: leaveWithScope,
};

/** Intermediate throw and end events that throw an error, escalation or signal, lead to a link, or end their scope. */
export const throwEventProcessor: ElementProcessor = {
  activate(p, at) {
    const failure = applyInputs(p, at);
    if (failure) return failure;
    const throwIt = THROWS[at.element.event!.kind];
    if (throwIt) return throwIt(p, at);
    goOn(p, at);
    return undefined;
  },

  complete(p, at) {
    const leaveIt = LEAVES[at.element.event!.kind];
    if (!leaveIt) return completeWithOutputs(p, at);
    leaveIt(p, at);
    return undefined;
  },
};

function leaveToLink(p: Processing, { element, instance }: Active): void {
  p.record('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', instance.key, valueOf(instance));
  p.lifecycle.activate(instance.flowScopeKey, linkTarget(element)!);
}

function leaveWithScope(p: Processing, { instance }: Active): void {
  p.record('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', instance.key, valueOf(instance));
  for (const other of p.state.elements.childrenOf(instance.flowScopeKey)) p.lifecycle.terminate(other);
  completeIfDone(p, instance.flowScopeKey);
}

function goOn(p: Processing, at: Active): void {
  activated(p, at);
  p.follow({ type: 'CompleteElement', key: at.instance.key });
}

function throwError(p: Processing, { element, instance }: Active): Failure | undefined {
  const template = element.event?.kind === 'error' ? element.event.code : undefined;
  const code = template ? evaluateText(p, template, instance.key) : '';
  if (code instanceof Failure) return code;
  const catcher = findCatcher(p, instance.key, 'error', code);
  if (!catcher)
    return new Failure(
      'UNHANDLED_ERROR_EVENT',
      `Expected to throw an error event with the code '${code}', but it was not caught.`,
    );
  // the catching event ends this one with its scope
  activated(p, { element, instance });
  catchThrown(p, catcher, {});
  return undefined;
}

function throwEscalation(p: Processing, at: Active): Failure | undefined {
  const { element, instance } = at;
  const template = element.event?.kind === 'escalation' ? element.event.code : undefined;
  const code = template ? evaluateText(p, template, instance.key) : '';
  if (code instanceof Failure) return code;
  activated(p, at);
  const catcher = findCatcher(p, instance.key, 'escalation', code);
  p.record('ESCALATION', catcher ? 'ESCALATED' : 'NOT_ESCALATED', p.newKey(), {
    processInstanceKey: instance.processInstanceKey,
    escalationCode: code,
    throwElementId: element.id,
    catchElementId: catcher?.event.id ?? '',
  });
  if (catcher) catchThrown(p, catcher, {});
  if (p.state.elements.has(instance.key)) p.follow({ type: 'CompleteElement', key: instance.key });
  return undefined;
}

/** Waits until everything is undone. */
function throwCompensation(p: Processing, at: Active): undefined {
  activated(p, at);
  if (!compensate(p, at)) p.follow({ type: 'CompleteElement', key: at.instance.key });
}

function throwSignal(p: Processing, at: Active): Failure | undefined {
  const { element, instance } = at;
  if (element.event?.kind !== 'signal') return undefined;
  const signalName = evaluateText(p, element.event.name, instance.key);
  if (signalName instanceof Failure) return signalName;
  const variables = p.state.allLocal(instance.key);
  goOn(p, at);
  p.follow({ type: 'BroadcastSignal', signalName, variables });
  return undefined;
}
