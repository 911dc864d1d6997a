import { FeelFunction, compare, decimal, equal, isList } from '../value.js';
import type { Value } from '../value.js';
import { overList, overloaded, signature } from './builtin.js';
import type { Builtin } from './builtin.js';
import { sum } from './number.builtins.js';

const same = (a: Value, b: Value) => equal(a, b) === true;

function distinct(items: readonly Value[]): Value[] {
  const kept: Value[] = [];
  for (const item of items) if (!kept.some((other) => same(other, item))) kept.push(item);
  return kept;
}

function flatten(items: readonly Value[]): Value[] {
  return items.flatMap((item) => (isList(item) ? flatten(item) : [item]));
}

/** The least (sign 1) or greatest (sign -1) element of comparable ones. */
function extreme(items: readonly Value[], sign: 1 | -1): Value {
  let best: Value | undefined;
  for (const item of items) {
    const order = best === undefined ? -1 : compare(item, best);
    if (order === undefined) return null;
    if (best === undefined ? compare(item, item) === undefined : false) return null;
    if (order * sign < 0 || best === undefined) best = item;
  }
  return best ?? null;
}

const numeric =
  (run: (numbers: readonly number[]) => Value) =>
  (items: readonly Value[]): Value =>
    items.every((item) => typeof item === 'number') ? run(items) : null;

const mean = (numbers: readonly number[]) => decimal(numbers.reduce((total, n) => total + n, 0) / numbers.length);

function median(numbers: readonly number[]): Value {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : decimal((low + high) / 2);
}

/** Of the sample. */
function deviation(numbers: readonly number[]): Value {
  if (numbers.length < 2) return null;
  const average = numbers.reduce((total, n) => total + n, 0) / numbers.length;
  return Math.sqrt(numbers.reduce((total, n) => total + (n - average) ** 2, 0) / (numbers.length - 1));
}

function mode(numbers: readonly number[]): Value {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([n]) => n)
    .sort((a, b) => a - b);
}

/** Three-valued: `strong` alone decides, anything but a boolean counts as unknown. */
function quantify(items: readonly Value[], strong: boolean): Value {
  if (items.includes(strong)) return strong;
  return items.every((item) => typeof item === 'boolean') ? !strong : null;
}

function product(numbers: readonly number[]): Value {
  if (numbers.length === 0) return null;
  return numbers.reduce<number | null>((total, n) => (total === null ? null : decimal(total * n)), 1);
}

function sort(list: readonly Value[], precedes: FeelFunction): Value {
  if (precedes.parameters.length !== 2) return null;
  const before = (a: Value, b: Value) => precedes.invoke([a, b]) === true;
  return [...list].sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
}

/** From a position as FEEL counts (from 1, or from the end) to one of JavaScript. */
const at = (list: readonly Value[], position: number) => (position > 0 ? position - 1 : list.length + position);
const inside = (list: readonly Value[], position: number) =>
  Number.isInteger(position) && position !== 0 && Math.abs(position) <= list.length;

function sublist(list: readonly Value[], start: number, length?: number): Value {
  if (!inside(list, start)) return null;
  const from = at(list, start);
  return list.slice(from, length === undefined ? undefined : from + length);
}

/** Functions of a list and further elements, such as append. */
function listAndMore(run: (list: readonly Value[], more: readonly Value[]) => Value): Builtin {
  return {
    invoke: ([list, ...more]) => (list !== undefined && isList(list) ? run(list, more) : null),
    order: ({ list, items }) => (list === undefined || items === undefined ? undefined : [list, items]),
  };
}

function lists(run: (lists: readonly (readonly Value[])[]) => Value): Builtin {
  return { invoke: (values) => (values.every(isList) ? run(values) : null), order: () => undefined };
}

const one = (run: (list: readonly Value[]) => Value): Builtin =>
  overloaded(signature({ list: 'list' }, ({ list }) => run(list)));

export const listBuiltins: Record<string, Builtin> = {
  'list contains': overloaded(
    signature({ list: 'list', element: 'any' }, ({ list, element }) => list.some((item) => same(item, element))),
  ),
  count: one((list) => list.length),
  min: overList((items) => extreme(items, 1)),
  max: overList((items) => extreme(items, -1)),
  sum: overList(sum),
  product: overList(numeric(product)),
  mean: overList(numeric((numbers) => (numbers.length === 0 ? null : mean(numbers)))),
  median: overList(numeric(median)),
  stddev: overList(numeric(deviation)),
  mode: overList(numeric((numbers) => (numbers.length === 0 ? [] : mode(numbers)))),
  all: overList((items) => quantify(items, false)),
  any: overList((items) => quantify(items, true)),
  and: overList((items) => quantify(items, false)),
  or: overList((items) => quantify(items, true)),
  sublist: overloaded(
    signature({ list: 'list', 'start position': 'number' }, (given) => sublist(given.list, given['start position'])),
    signature({ list: 'list', 'start position': 'number', length: 'number' }, (given) =>
      sublist(given.list, given['start position'], given.length),
    ),
  ),
  append: listAndMore((list, more) => [...list, ...more]),
  concatenate: lists((all) => all.flat()),
  'insert before': overloaded(
    signature({ list: 'list', position: 'number', newItem: 'any' }, ({ list, position, newItem }) =>
      inside(list, position) || position === list.length + 1 ? list.toSpliced(at(list, position), 0, newItem) : null,
    ),
  ),
  remove: overloaded(
    signature({ list: 'list', position: 'number' }, ({ list, position }) =>
      inside(list, position) ? list.toSpliced(at(list, position), 1) : null,
    ),
  ),
  reverse: one((list) => list.toReversed()),
  'index of': overloaded(
    signature({ list: 'list', match: 'any' }, ({ list, match }) =>
      list.flatMap((item, i) => (same(item, match) ? [i + 1] : [])),
    ),
  ),
  union: lists((all) => distinct(all.flat())),
  'distinct values': one(distinct),
  'duplicate values': one((list) =>
    distinct(list.filter((item) => list.filter((other) => same(other, item)).length > 1)),
  ),
  flatten: one(flatten),
  sort: overloaded(signature({ list: 'list', precedes: 'function' }, ({ list, precedes }) => sort(list, precedes))),
};
