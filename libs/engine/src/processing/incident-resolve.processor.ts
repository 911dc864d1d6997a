import type { CommandProcessor } from './command-processor.js';
import { Refusal } from './refusal.js';
import { without } from './without.js';

export const resolveIncident: CommandProcessor<'ResolveIncident'> = (p, { incidentKey }) => {
  const incident = p.state.incidents.get(incidentKey);
  if (!incident)
    return new Refusal(
      'NOT_FOUND',
      `Expected to resolve incident with key '${incidentKey}', but no such incident was found`,
    );
  const job = incident.jobKey === undefined ? undefined : p.state.jobs.get(incident.jobKey);
  if (job && job.state === 'FAILED' && job.retries <= 0)
    return new Refusal(
      'INVALID_STATE',
      `Expected to resolve incident with key '${incidentKey}', but job with key '${job.key}' has no retries left`,
    );
  p.record('INCIDENT', 'RESOLVED', incidentKey, without(incident, 'key', 'createdAt'));
  if (job) return {};
  const instance = p.state.elements.get(incident.elementInstanceKey);
  if (instance?.state === 'ACTIVATING') p.lifecycle.enter(instance.key);
  else if (instance?.state === 'COMPLETING') p.lifecycle.complete(instance.key);
  return {};
};
