import type { Applier } from './applier.js';

export const timerCanceledApplier: Applier<'TIMER'> = (state, { key }) => state.timers.delete(key);
