import type { Applier } from './applier.js';

export const multiInstanceInputEvaluatedApplier: Applier<'MULTI_INSTANCE'> = (state, { value }) =>
  state.multiInstances.put(value.elementInstanceKey, {
    key: value.elementInstanceKey,
    items: value.items ?? [],
    ...(value.outputCollection === undefined ? {} : { outputCollection: value.outputCollection }),
  });
