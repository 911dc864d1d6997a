import { calculate } from '../feel/arithmetic.js';
import { compare, equal, toText } from '../feel/value.js';
import type { Value } from '../feel/value.js';
import { DecisionFailure, DmnError } from './decision-failure.js';

/** Makes the result of a table from the outputs of its matching rules, which are at least one. */
export type HitPolicy = (outputs: readonly Value[], ranks: Ranking) => Value;

/** Sorts outputs by the place of their values in the lists of allowed output values. */
type Ranking = (outputs: readonly Value[]) => readonly Value[];

const POLICIES: Record<string, HitPolicy> = {
  UNIQUE: (outputs) => {
    if (outputs.length > 1)
      throw new DecisionFailure(
        `multiple values aren't allowed for UNIQUE hit policy. found: 'List(${outputs.map((o) => toText(o)).join(', ')})'`,
      );
    return first(outputs);
  },
  FIRST: first,
  ANY: (outputs) => {
    if (!outputs.every((output) => equal(output, first(outputs)) === true))
      throw new DecisionFailure(
        `different values aren't allowed for ANY hit policy. found: 'List(${outputs.map((o) => toText(o)).join(', ')})'`,
      );
    return first(outputs);
  },
  PRIORITY: (outputs, rank) => first(rank(outputs)),
  'RULE ORDER': (outputs) => outputs,
  'OUTPUT ORDER': (outputs, rank) => rank(outputs),
  COLLECT: (outputs) => outputs,
};

const AGGREGATIONS: Record<string, HitPolicy> = {
  COUNT: (outputs) => outputs.length,
  SUM: (outputs) => fold(outputs, 'SUM', (a, b) => calculate('+', a, b)),
  MIN: (outputs) => fold(outputs, 'MIN', (a, b) => smaller(a, b, 1)),
  MAX: (outputs) => fold(outputs, 'MAX', (a, b) => smaller(a, b, -1)),
};

/** The policy by its name in the model (UNIQUE when there is none). */
export function hitPolicyOf(name = 'UNIQUE', aggregation?: string): HitPolicy {
  const policy = name === 'COLLECT' && aggregation !== undefined ? AGGREGATIONS[aggregation] : POLICIES[name];
  if (!policy) throw new DmnError(`the hit policy '${name} ${aggregation ?? ''}' is not supported`);
  return policy;
}

function first(outputs: readonly Value[]): Value {
  return outputs[0] ?? null;
}

function fold(outputs: readonly Value[], name: string, combine: (a: Value, b: Value) => Value): Value {
  const result = outputs.reduce(combine);
  if (outputs.some((output) => typeof output !== 'number'))
    throw new DecisionFailure(`expected numbers for the aggregation ${name}, but found '${toText(outputs)}'`);
  return result;
}

function smaller(a: Value, b: Value, sign: 1 | -1): Value {
  return (compare(a, b) ?? 0) * sign <= 0 ? a : b;
}
