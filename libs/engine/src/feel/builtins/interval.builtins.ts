import { FeelInterval, compare } from '../value.js';
import type { Value } from '../value.js';
import type { Builtin } from './builtin.js';

/** A point is an interval that begins and ends with it. */
const asInterval = (value: Value) =>
  value instanceof FeelInterval ? value : new FeelInterval(value, value, true, true);

interface Pair {
  a: FeelInterval;
  b: FeelInterval;
}

/** A relation of two intervals or points; null when their ends cannot be compared or an argument is of the wrong sort. */
function relation(needs: { a?: 'interval'; b?: 'interval' }, decide: (pair: Pair) => boolean | null): Builtin {
  return {
    invoke: (values) => {
      const [first, second] = values;
      if (values.length !== 2 || first === undefined || second === undefined) return null;
      if (needs.a && !(first instanceof FeelInterval)) return null;
      if (needs.b && !(second instanceof FeelInterval)) return null;
      const [a, b] = [asInterval(first), asInterval(second)];
      return compare(a.low, b.low) === undefined || compare(a.high, b.high) === undefined ? null : decide({ a, b });
    },
    order: (given) => {
      const values = Object.values(given);
      return values.length === 2 ? values : undefined;
    },
  };
}

const order = (a: Value, b: Value) => compare(a, b) ?? Number.NaN;

const before = ({ a, b }: Pair) => {
  const gap = order(a.high, b.low);
  return gap < 0 || (gap === 0 && !(a.highIncluded && b.lowIncluded));
};
const meets = ({ a, b }: Pair) => order(a.high, b.low) === 0 && a.highIncluded && b.lowIncluded;
const includes = ({ a, b }: Pair) => {
  const [low, high] = [order(a.low, b.low), order(a.high, b.high)];
  return (
    (low < 0 || (low === 0 && (a.lowIncluded || !b.lowIncluded))) &&
    (high > 0 || (high === 0 && (a.highIncluded || !b.highIncluded)))
  );
};
const sameEnd = ({ a, b }: Pair) => order(a.high, b.high) === 0 && a.highIncluded === b.highIncluded;
const sameStart = ({ a, b }: Pair) => order(a.low, b.low) === 0 && a.lowIncluded === b.lowIncluded;
const overlaps = (pair: Pair) => !before(pair) && !before(swap(pair));
const swap = ({ a, b }: Pair): Pair => ({ a: b, b: a });
const startsEarlier = ({ a, b }: Pair) => {
  const low = order(a.low, b.low);
  return low < 0 || (low === 0 && a.lowIncluded && !b.lowIncluded);
};
const endsEarlier = ({ a, b }: Pair) => {
  const high = order(a.high, b.high);
  return high < 0 || (high === 0 && (!a.highIncluded || b.highIncluded));
};
const overlapsBefore = (pair: Pair) => overlaps(pair) && startsEarlier(pair) && endsEarlier(pair);

const both = { a: 'interval', b: 'interval' } as const;

export const intervalBuiltins: Record<string, Builtin> = {
  before: relation({}, before),
  after: relation({}, (pair) => before(swap(pair))),
  meets: relation(both, meets),
  'met by': relation(both, (pair) => meets(swap(pair))),
  overlaps: relation(both, overlaps),
  'overlaps before': relation(both, overlapsBefore),
  'overlaps after': relation(both, (pair) => overlapsBefore(swap(pair))),
  finishes: relation({ b: 'interval' }, (pair) => sameEnd(pair) && includes(swap(pair))),
  'finished by': relation({ a: 'interval' }, (pair) => sameEnd(pair) && includes(pair)),
  includes: relation({ a: 'interval' }, includes),
  during: relation({ b: 'interval' }, (pair) => includes(swap(pair))),
  starts: relation({ b: 'interval' }, (pair) => sameStart(pair) && includes(swap(pair))),
  'started by': relation({ a: 'interval' }, (pair) => sameStart(pair) && includes(pair)),
  coincides: relation({}, (pair) => sameStart(pair) && sameEnd(pair)),
};
