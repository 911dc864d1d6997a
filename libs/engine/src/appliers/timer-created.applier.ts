import type { Applier } from './applier.js';

export const timerCreatedApplier: Applier<'TIMER'> = (state, { key, value }) =>
  state.timers.put(key, { key, ...value });
