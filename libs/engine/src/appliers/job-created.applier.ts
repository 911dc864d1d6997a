import type { Applier } from './applier.js';

export const jobCreatedApplier: Applier<'JOB'> = (state, { key, value }) => {
  state.jobs.put(key, {
    key,
    type: value.type,
    state: 'ACTIVATABLE',
    retries: value.retries,
    customHeaders: value.customHeaders,
    elementId: value.elementId,
    elementInstanceKey: value.elementInstanceKey,
    processInstanceKey: value.processInstanceKey,
    bpmnProcessId: value.bpmnProcessId,
    processDefinitionVersion: value.processDefinitionVersion,
    processDefinitionKey: value.processDefinitionKey,
  });
  state.elements.update(value.elementInstanceKey, (row) => (row.jobKey = key));
};
