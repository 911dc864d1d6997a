import type { Applier } from './applier.js';

export const timerTriggeredApplier: Applier<'TIMER'> = (state, { key }) => state.timers.delete(key);
