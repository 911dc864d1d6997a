import type { EngineRecord, Intents, ValueType } from '../record/record.js';
import type { EngineState } from '../state/engine-state.js';

/** Brings one kind of event into the state. It reads nothing but the record and the state, so that a replay does the same. */
export type Applier<V extends ValueType> = (state: EngineState, record: EngineRecord<V>) => void;

/** For a value type one applier an intent; `undefined` for events that tell something but change nothing. */
export type Appliers = { readonly [V in ValueType]: { readonly [I in Intents[V]]: Applier<V> | undefined } };
