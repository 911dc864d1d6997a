import type { CommandProcessor } from './command-processor.js';
import { Refusal } from './refusal.js';

export const cancelProcessInstance: CommandProcessor<'CancelProcessInstance'> = (p, { processInstanceKey }) => {
  const instance = p.state.elements.get(processInstanceKey);
  const expected = `Expected to cancel a process instance with key '${processInstanceKey}', but`;
  if (instance?.elementType !== 'PROCESS') return new Refusal('NOT_FOUND', `${expected} no such process was found`);
  if (instance.parentProcessInstanceKey !== undefined)
    return new Refusal(
      'INVALID_STATE',
      `${expected} it is created by a parent process instance. Cancel the root process instance '${instance.parentProcessInstanceKey}' instead.`,
    );
  p.lifecycle.terminate(processInstanceKey);
  return {};
};
