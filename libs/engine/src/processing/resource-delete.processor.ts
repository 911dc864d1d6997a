import type { ProcessDefinition } from '../state/definitions.js';
import type { CommandProcessor } from './command-processor.js';
import { closeStartEvents, openStartEvents } from './deployment/start-events.js';
import type { Processing } from './processing.js';
import { Refusal } from './refusal.js';
import { without } from './without.js';

/** Nothing new starts by what is deleted; instances that run go on, and a process is gone with its last one. */
export const deleteResource: CommandProcessor<'DeleteResource'> = (p, { resourceKey }) => {
  const process = p.state.processes.get(resourceKey);
  if (process && !process.deleting) {
    deleteProcess(p, process);
    return {};
  }
  const requirements = p.state.decisionRequirements.get(resourceKey);
  if (requirements) {
    for (const { key, ...decision } of p.state.decisions.ofRequirements(resourceKey))
      p.record('DECISION', 'DELETED', key, decision);
    const { key, ...value } = requirements;
    p.record('DECISION_REQUIREMENTS', 'DELETED', key, { ...value, resource: '' });
    p.models.removeDrg(key);
    return {};
  }
  const form = p.state.forms.get(resourceKey);
  if (form) {
    const { key, ...value } = form;
    p.record('FORM', 'DELETED', key, { ...value, resource: '' });
    return {};
  }
  return new Refusal('NOT_FOUND', `Expected to delete resource but no resource found with key '${resourceKey}'`);
};

function deleteProcess(p: Processing, process: Readonly<ProcessDefinition>): void {
  const { processes } = p.state;
  const wasLatest = processes.latest(process.bpmnProcessId)?.key === process.key;
  const { key } = process;
  const value = { ...without(process, 'key', 'deleting'), resource: '' };
  p.record('PROCESS', 'DELETING', key, value);
  if (wasLatest) {
    closeStartEvents(p, process);
    const previous = processes.latest(process.bpmnProcessId);
    if (previous) openStartEvents(p, previous);
  }
  if (p.state.elements.hasInstancesOf(key)) return;
  p.record('PROCESS', 'DELETED', key, value);
  p.models.removeProcess(key);
}
