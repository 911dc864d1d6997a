import type { Frame } from '../feel/compiler.js';
import type { Value } from '../feel/value.js';

/** Results of required decisions, entries and parameters on top of the variables that the decision is given. */
export class DecisionFrame implements Frame {
  readonly now: number;

  constructor(
    private readonly below: Frame,
    private readonly entries: ReadonlyMap<string, Value>,
    readonly input: Value | undefined = undefined,
  ) {
    this.now = below.now;
  }

  get(name: string): Value | undefined {
    return this.entries.has(name) ? this.entries.get(name) : this.below.get(name);
  }
}

/** The same frame with a value for `?`. */
export function withInput(frame: Frame, input: Value): Frame {
  return { now: frame.now, input, get: (name) => frame.get(name) };
}
