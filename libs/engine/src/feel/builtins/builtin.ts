import { FeelDate, FeelDateTime, FeelDuration, FeelPeriod, FeelTime } from '../temporal.js';
import { FeelFunction, FeelInterval, isContext, isList } from '../value.js';
import type { Context, Value } from '../value.js';

/** A built-in function. Arguments that fit no signature give null. */
export interface Builtin {
  /** @param now epoch milliseconds of the engine's clock */
  invoke(values: readonly Value[], now: number): Value;
  /** Named arguments in the order of a signature that has exactly these; undefined when there is none. */
  order(given: Context): Value[] | undefined;
}

interface Kinds {
  any: Value;
  boolean: boolean;
  number: number;
  string: string;
  date: FeelDate;
  time: FeelTime;
  dateTime: FeelDateTime;
  duration: FeelDuration;
  period: FeelPeriod;
  interval: FeelInterval;
  function: FeelFunction;
  list: readonly Value[];
  context: Context;
}

type Kind = keyof Kinds;

const IS: Record<Kind, (value: Value) => boolean> = {
  any: () => true,
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  date: (value) => value instanceof FeelDate,
  time: (value) => value instanceof FeelTime,
  dateTime: (value) => value instanceof FeelDateTime,
  duration: (value) => value instanceof FeelDuration,
  period: (value) => value instanceof FeelPeriod,
  interval: (value) => value instanceof FeelInterval,
  function: (value) => value instanceof FeelFunction,
  list: isList,
  context: isContext,
};

/** `{ string: 'string', 'start position': 'number' }`: names of the parameters and what they must be. */
type Parameters = Readonly<Record<string, Kind>>;
type Arguments<P extends Parameters> = { [N in keyof P]: Kinds[P[N]] };

export interface Signature {
  readonly parameters: readonly (readonly [name: string, kind: Kind])[];
  run(values: readonly Value[], now: number): Value;
}

/** One way of calling a function. The parameters are handed over by name, checked. */
export function signature<P extends Parameters>(
  parameters: P,
  run: (given: Arguments<P>, now: number) => Value,
): Signature {
  const list = Object.entries(parameters);
  return {
    parameters: list,
    run: (values, now) => {
      const given = Object.fromEntries(list.map(([name], i) => [name, values[i] ?? null]));
      // Every value was checked against the kind of its parameter before.
      return run(given as Arguments<P>, now);
    },
  };
}

/** The signatures are tried in their order. */
export function overloaded(...signatures: Signature[]): Builtin {
  return {
    invoke: (values, now) => {
      const fit = signatures.find(
        ({ parameters }) =>
          parameters.length === values.length && parameters.every(([, kind], i) => IS[kind](values[i] ?? null)),
      );
      return fit ? fit.run(values, now) : null;
    },
    order: (given) => {
      const names = Object.keys(given);
      const fit = signatures.find(
        ({ parameters }) =>
          parameters.length === names.length && parameters.every(([name]) => Object.hasOwn(given, name)),
      );
      return fit?.parameters.map(([name]) => given[name] ?? null);
    },
  };
}

/** A function over the elements of one list, or over any number of arguments. */
export function overList(run: (items: readonly Value[]) => Value): Builtin {
  return {
    invoke: (values) => {
      const [first] = values;
      return run(values.length === 1 && first !== undefined && isList(first) ? first : values);
    },
    order: ({ list }) => (list === undefined ? undefined : [list]),
  };
}
