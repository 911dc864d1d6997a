import type { Key } from '../record/key.js';
import type { EngineState } from '../state/engine-state.js';

/** The message has gone to an instance of the process and does not go to another one of it. */
export function markCorrelated(state: EngineState, messageKey: Key | undefined, bpmnProcessId: string): void {
  if (messageKey === undefined) return;
  state.messages.update(messageKey, (message) => (message.correlatedTo = [...message.correlatedTo, bpmnProcessId]));
}
