import { MultiInstanceOutputs } from '../state/multi-instances.js';
import type { Applier } from './applier.js';

export const multiInstanceOutputCollectedApplier: Applier<'MULTI_INSTANCE'> = (state, { value }) => {
  const [bodyKey, loopCounter] = [value.elementInstanceKey, value.loopCounter ?? 0];
  state.multiInstanceOutputs.put(MultiInstanceOutputs.keyOf(bodyKey, loopCounter), {
    bodyKey,
    loopCounter,
    output: value.output ?? null,
  });
};
