import type { Applier } from './applier.js';

export const processInstanceElementMigratedApplier: Applier<'PROCESS_INSTANCE'> = (state, { key, value }) => {
  const row = state.elements.getExisting(key);
  state.elements.put(key, {
    ...row,
    bpmnProcessId: value.bpmnProcessId,
    version: value.version,
    processDefinitionKey: value.processDefinitionKey,
    elementId: value.elementId,
  });
  if (row.jobKey === undefined) return;
  state.jobs.update(row.jobKey, (job) => {
    job.bpmnProcessId = value.bpmnProcessId;
    job.processDefinitionVersion = value.version;
    job.processDefinitionKey = value.processDefinitionKey;
    job.elementId = value.elementId;
  });
};
