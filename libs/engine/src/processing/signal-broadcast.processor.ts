import { broadcastSignal as broadcast } from './bpmn/signals.js';
import type { CommandProcessor } from './command-processor.js';

export const broadcastSignal: CommandProcessor<'BroadcastSignal'> = (p, { signalName, variables }) => ({
  key: broadcast(p, signalName, variables),
});
