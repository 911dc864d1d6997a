import type { ElementInstance } from '../../state/element-instances.js';
import type { Failure } from '../failure.js';
import type { Processing } from '../processing.js';
import { without } from '../without.js';
import { referenceOf } from './values.js';

/** The element waits until somebody resolves the incident; then what failed is tried again. */
export function raiseIncident(p: Processing, instance: Readonly<ElementInstance>, failure: Failure): void {
  p.record('INCIDENT', 'CREATED', p.newKey(), {
    ...referenceOf(instance),
    errorType: failure.errorType,
    errorMessage: failure.message,
    elementId: instance.elementId,
    elementInstanceKey: instance.key,
    ...(failure.jobKey === undefined ? {} : { jobKey: failure.jobKey }),
  });
}

export function resolveIncidentsOf(p: Processing, instance: Readonly<ElementInstance>): void {
  for (const incident of p.state.incidents.ofElement(instance.key))
    p.record('INCIDENT', 'RESOLVED', incident.key, without(incident, 'key', 'createdAt'));
}
