import type { ElementModel } from '../../model/process-model.js';
import { scopesAround } from './activate-at.js';

/** Why an element cannot be activated from outside, as the second half of a sentence; undefined when it can. */
export function refuseActivation(element: ElementModel | undefined, elementId: string): string | undefined {
  if (!element || element.type === 'PROCESS') return `no element found with id '${elementId}'.`;
  if (element.type === 'START_EVENT' || element.type === 'BOUNDARY_EVENT')
    return `the element with id '${elementId}' is a ${element.type}, which cannot be activated.`;
  if (element.type === 'EVENT_SUB_PROCESS') return `the element with id '${elementId}' is started by its event only.`;
  if (element.incoming.some(({ source }) => source.type === 'EVENT_BASED_GATEWAY'))
    return `the element with id '${elementId}' belongs to an event-based gateway.`;
  if (scopesAround(element).some((scope) => scope.loop))
    return `the element with id '${elementId}' is inside a multi-instance subprocess.`;
  return undefined;
}
