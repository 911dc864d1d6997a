import type { Applier } from './applier.js';

export const messageExpiredApplier: Applier<'MESSAGE'> = (state, { key }) => state.messages.delete(key);
