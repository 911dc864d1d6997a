import type { JsonObject } from '../../feel/feel.js';
import { startEventOf, type ElementModel } from '../../model/process-model.js';
import type { Key } from '../../record/key.js';
import type { Active, Processing } from '../processing.js';
import { triggerBoundaryEvent, triggerEventSubProcess } from './events.js';
import { active, isBody, isInner } from './values.js';

/** Where a thrown error or escalation is caught: the instance, and its boundary event or event sub-process. */
export interface Catcher {
  readonly at: Active;
  readonly event: ElementModel;
}

/**
 * The nearest event that catches, from the throwing instance upwards and out of called processes. In each scope the event with the code
 * comes before one without a code.
 */
export function findCatcher(p: Processing, from: Key, kind: 'error' | 'escalation', code: string): Catcher | undefined {
  for (let key: Key | undefined = from; key !== undefined && p.state.elements.has(key);) {
    const at = active(p, key);
    const event = catchingEvent(at, kind, code);
    if (event) return { at, event };
    key = at.instance.parentElementInstanceKey ?? at.instance.flowScopeKey;
  }
  return undefined;
}

function catchingEvent(
  { element, instance }: Active,
  kind: 'error' | 'escalation',
  code: string,
): ElementModel | undefined {
  const candidates: ElementModel[] = [];
  if (instance.state === 'ACTIVATED' && instance.interruptedBy === undefined && !isBody(instance))
    candidates.push(...element.eventSubProcesses.map(startEventOf));
  if (!isInner(instance)) candidates.push(...element.boundaryEvents);
  const ofKind = candidates.filter(({ event }) => event?.kind === kind);
  return ofKind.find((event) => codeOf(event) === code) ?? ofKind.find((event) => codeOf(event) === undefined);
}

function codeOf({ event }: ElementModel): string | undefined {
  if (event?.kind !== 'error' && event?.kind !== 'escalation') return undefined;
  return event.code?.kind === 'static' ? event.code.text : undefined;
}

export function catchThrown(p: Processing, { at, event }: Catcher, variables: JsonObject): void {
  if (event.type === 'BOUNDARY_EVENT') triggerBoundaryEvent(p, at, event, variables);
  else triggerEventSubProcess(p, at, event.parent!, variables);
}
