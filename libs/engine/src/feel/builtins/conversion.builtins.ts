import { DAY, parseZone } from '../calendar.js';
import {
  FeelDate,
  FeelDateTime,
  FeelPeriod,
  FeelTime,
  dateOf,
  monthsBetween,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  timeOf,
} from '../temporal.js';
import { FeelFailure, toText } from '../value.js';
import type { Value } from '../value.js';
import { overloaded, signature } from './builtin.js';
import type { Builtin } from './builtin.js';

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const GROUPS = new Set([' ', ',', '.']);

function number(text: string, group?: string | null, point?: string | null): Value {
  if (group && !GROUPS.has(group)) return null;
  if (point && point !== ',' && point !== '.') return null;
  if (group && group === point) return null;
  const digits = group ? text.replaceAll(group, '') : text;
  const plain = point ? digits.replaceAll(point, '.') : digits;
  return NUMBER.test(plain) ? Number(plain) : null;
}

function combine(date: FeelDate, time: FeelTime): FeelDateTime {
  return new FeelDateTime(date.epochDay * DAY + time.milli, time.zone);
}

function withZone(value: FeelDateTime, timezone: string): Value {
  const zone = parseZone(timezone);
  if (!zone) return null;
  return value.zone ? FeelDateTime.at(value.moment, zone) : new FeelDateTime(value.local, zone);
}

const between = (from: FeelDate, to: FeelDate) => new FeelPeriod(monthsBetween(from, to));

/** The alternatives only an escape into null has: unlike elsewhere the cause is a failure, which Zeebe raises as an incident. */
function assert(value: Value, condition: Value, cause?: string): Value {
  if (condition === true) return value;
  throw new FeelFailure(cause ?? 'The condition is not fulfilled');
}

export const conversionBuiltins: Record<string, Builtin> = {
  string: overloaded(signature({ from: 'any' }, ({ from }) => (from === null ? null : toText(from)))),
  number: overloaded(
    signature({ from: 'number' }, ({ from }) => from),
    signature({ from: 'string' }, ({ from }) => number(from)),
    signature({ from: 'string', 'grouping separator': 'string' }, (given) =>
      number(given.from, given['grouping separator']),
    ),
    signature({ from: 'string', 'grouping separator': 'any', 'decimal separator': 'any' }, (given) => {
      const [group, point] = [given['grouping separator'], given['decimal separator']];
      if (group !== null && typeof group !== 'string') return null;
      return point === null || typeof point === 'string' ? number(given.from, group, point) : null;
    }),
  ),
  date: overloaded(
    signature({ from: 'string' }, ({ from }) => parseDate(from)),
    signature({ from: 'date' }, ({ from }) => from),
    signature({ from: 'dateTime' }, ({ from }) => from.date),
    signature({ year: 'number', month: 'number', day: 'number' }, ({ year, month, day }) => dateOf(year, month, day)),
  ),
  time: overloaded(
    signature({ from: 'string' }, ({ from }) => parseTime(from)),
    signature({ from: 'time' }, ({ from }) => from),
    signature({ from: 'dateTime' }, ({ from }) => new FeelTime(from.milli, from.zone)),
    signature({ hour: 'number', minute: 'number', second: 'number' }, ({ hour, minute, second }) =>
      timeOf(hour, minute, second),
    ),
    signature({ hour: 'number', minute: 'number', second: 'number', offset: 'any' }, (given) =>
      given.offset === null ? timeOf(given.hour, given.minute, given.second) : null,
    ),
    signature({ hour: 'number', minute: 'number', second: 'number', offset: 'duration' }, (given) =>
      timeOf(given.hour, given.minute, given.second, { id: undefined, offset: given.offset.milli / 1000 }),
    ),
  ),
  'date and time': overloaded(
    signature({ from: 'string' }, ({ from }) => parseDateTime(from)),
    signature({ from: 'dateTime' }, ({ from }) => from),
    signature({ date: 'date', time: 'time' }, ({ date, time }) => combine(date, time)),
    signature({ date: 'dateTime', time: 'time' }, ({ date, time }) => combine(date.date, time)),
    signature({ date: 'dateTime', timezone: 'string' }, ({ date, timezone }) => withZone(date, timezone)),
  ),
  duration: overloaded(
    signature({ from: 'string' }, ({ from }) => parseDuration(from)),
    signature({ from: 'duration' }, ({ from }) => from),
    signature({ from: 'period' }, ({ from }) => from),
  ),
  'years and months duration': overloaded(
    signature({ from: 'date', to: 'date' }, ({ from, to }) => between(from, to)),
    signature({ from: 'dateTime', to: 'dateTime' }, ({ from, to }) => between(from.date, to.date)),
    signature({ from: 'date', to: 'dateTime' }, ({ from, to }) => between(from, to.date)),
    signature({ from: 'dateTime', to: 'date' }, ({ from, to }) => between(from.date, to)),
  ),
  not: overloaded(signature({ negand: 'boolean' }, ({ negand }) => !negand)),
  'is defined': overloaded(signature({ value: 'any' }, ({ value }) => value !== null)),
  'get or else': overloaded(signature({ value: 'any', default: 'any' }, (given) => given.value ?? given.default)),
  assert: overloaded(
    signature({ value: 'any', condition: 'any' }, ({ value, condition }) => assert(value, condition)),
    signature({ value: 'any', condition: 'any', cause: 'string' }, ({ value, condition, cause }) =>
      assert(value, condition, cause),
    ),
  ),
};
